import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { isDataImage } from './shared/effective.ts';
import { baseName, type HealthText, healthOf } from './shared/health-text.ts';
import type { ShellStep, ShellWords } from './shared/shell-commands.ts';

const FIX =
  'Ask the server something that fails when it is not well, and let the failure through: `HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:3000/health || exit 1`.';

export const healthcheckNoop: Rule = {
  id: 'healthcheck-noop',
  title: 'The health check can fail',
  severity: { mcp: 'medium', container: 'medium', strict: 'medium' },
  why: 'A check that always succeeds is worse than none: it vouches for a server that hangs. `|| true`, `|| exit 0` and a process search that finds itself do that.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      {
        title: 'a failure is let through',
        dockerfile:
          'FROM scratch\nHEALTHCHECK CMD wget -q http://127.0.0.1:3000/health || exit 1\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'a search that does not find itself',
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD ps aux | grep "[s]erver" || exit 1\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'nothing to ask over stdio',
        dockerfile:
          'FROM scratch\nHEALTHCHECK CMD if [ "$MCP_TRANSPORT" = http ]; then wget -q http://127.0.0.1:3000/health; else exit 0; fi\nENTRYPOINT ["/server"]\n',
      },
    ],
    bad: [
      { title: 'true', dockerfile: 'FROM scratch\nHEALTHCHECK CMD ["true"]\nENTRYPOINT ["/server"]\n' },
      {
        title: 'the failure is thrown away',
        dockerfile:
          'FROM scratch\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/health || true\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'exit 0 at the end',
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD curl -f http://127.0.0.1:3000/; exit 0\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'grep finds itself',
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD ps aux | grep server\nENTRYPOINT ["/server"]\n',
      },
      {
        title: 'pgrep -f finds the shell that runs it',
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD pgrep -f server.js || exit 1\nENTRYPOINT ["/server"]\n',
      },
    ],
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    const state = healthOf(evidence);
    if (state.kind === 'none') return notApplicable(state.reason);
    if (state.kind === 'unknown') return unknown(state.reason);
    const why = noopReason(state.health);
    if (why !== null)
      return fail([{ message: `The health check never fails: ${why}.`, fix: FIX, location: state.health.location }]);
    return pass('Nothing in the health check makes it succeed always.');
  },
};

function noopReason({ words, step }: HealthText): string | null {
  if (step === null) return isQuiet(words) ? `\`${baseName(words[0])}\` always succeeds` : null;
  return lastSucceeds(step) ?? searchesItself(step, words.join(' '));
}

/** Programs that succeed whatever happens around them. */
function isQuiet([name, code]: ShellWords): boolean {
  const base = baseName(name);
  if (base === 'exit' || base === 'return') return code === '0';
  return base === 'true' || base === ':' || base === 'echo' || base === 'printf' || base === 'sleep';
}

/** The last step decides the exit code: what stands behind `||` or `;` and cannot fail hides all before it. */
function lastSucceeds(step: ShellStep): string | null {
  switch (step.kind) {
    case 'command':
      return step.within.length === 0 && isQuiet(step.words) ? `it ends with \`${quoted(step.words)}\`` : null;
    case 'all': {
      const last = step.steps.at(-1);
      if (last === undefined || (step.piped && step.steps.length > 1)) return null;
      return leavesEarly(step.steps) ? null : lastSucceeds(last);
    }
    case 'or':
      return lastSucceeds(step.right) === null
        ? lastSucceeds(step.left)
        : `\`|| ${wordsOf(step.right)}\` hides every failure`;
    case 'and':
      return lastSucceeds(step.left) === null ? null : lastSucceeds(step.right);
    case 'branch':
    case 'function':
      return null;
  }
}

/** `curl … || exit 1; exit 0`, `set -e; curl …; exit 0`: an earlier step can end the check. */
function leavesEarly(steps: readonly ShellStep[]): boolean {
  return steps
    .slice(0, -1)
    .some(
      (step) =>
        step.kind === 'branch' ||
        (step.kind === 'or' && hasExit(step.right)) ||
        (step.kind === 'and' && hasExit(step.right)) ||
        (step.kind === 'command' &&
          ((step.words[0] === 'set' && /e/.test(step.words[1] ?? '')) ||
            (step.words[0] === 'exit' && step.words[1] !== '0'))),
    );
}

function hasExit(step: ShellStep): boolean {
  if (step.kind === 'command') return step.words[0] === 'exit' && step.words[1] !== '0';
  return step.kind === 'all' && step.steps.some(hasExit);
}

/** A process search whose pattern stands in the command line of the search itself, or of the shell around it. */
function searchesItself(step: ShellStep, line: string): string | null {
  if (step.kind === 'or') return hasExit(step.right) || isFailure(step.right) ? searchesItself(step.left, line) : null;
  if (step.kind === 'all' && step.piped) return grepsItself(step.steps);
  if (step.kind === 'all')
    return step.steps.length > 0 && step.steps.every((inner) => searchesItself(inner, line) !== null)
      ? 'it finds itself'
      : null;
  // A shell that runs one simple command gives way to it and is not found any more; with `|| exit 1` behind, it stays.
  if (step.kind !== 'command' || baseName(step.words[0]) !== 'pgrep' || !/\|\||&&|;/.test(line)) return null;
  const [, ...args] = step.words;
  const full = args.some((word) => /^-[a-z]*f[a-z]*$/i.test(word ?? '') || word === '--full');
  const pattern = args.at(-1);
  // Only a pattern of plain characters surely matches the line that it stands in.
  const matches = full && typeof pattern === 'string' && /^[\w./ -]{2,}$/.test(pattern) && !pattern.startsWith('-');
  const narrowed = args.some((word) => /^-(x|-exact|P|-parent|u|-euid|U|t|v|n|o)$/.test(word ?? ''));
  return matches && !narrowed ? 'with -f, pgrep finds the shell that runs this very line' : null;
}

function isFailure(step: ShellStep): boolean {
  return step.kind === 'command' && step.words[0] === 'false';
}

function grepsItself(steps: readonly ShellStep[]): string | null {
  const commands = steps.map((step): ShellWords => (step.kind === 'command' ? step.words : []));
  if (baseName(commands[0]?.[0]) !== 'ps') return null;
  const greps = commands.slice(1).filter(([name]) => /^[ef]?grep$/.test(baseName(name)));
  if (greps.length === 0 || greps.some((words) => words.some((word) => /^-[a-z]*v/.test(word ?? '')))) return null;
  const pattern = greps[0]?.slice(1).find((word) => word !== null && !word.startsWith('-'));
  return typeof pattern === 'string' && /^[\w./ -]+$/.test(pattern) ? 'grep finds its own process in the list' : null;
}

function quoted(words: ShellWords): string {
  return words
    .map((word) => word ?? '…')
    .join(' ')
    .slice(0, 40);
}

function wordsOf(step: ShellStep): string {
  return step.kind === 'command' ? quoted(step.words) : '…';
}
