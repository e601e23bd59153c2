import { isShell, readShellStart } from '../dockerfile/shell/nested.ts';
import type { ImageEvidence } from '../model/image.ts';
import type { Evidence } from '../model/subject.ts';
import { fail, notApplicable, pass, type Rule, unknown } from './rule.ts';
import { effective, fromLine, isDataImage } from './shared/effective.ts';
import { executionOf } from './shared/run/executions.ts';
import { fileText, type Start, startOf } from './shared/run/start.ts';
import { shownName } from './shared/run/words.ts';

const FIX =
  'Read the variable in the program, or start it by a shell that hands over: `ENTRYPOINT ["/bin/sh", "-c", "exec node server.js --port \\"$PORT\\""]`.';

export const entrypointExecEnv: Rule = {
  id: 'entrypoint-exec-env',
  title: 'The exec form holds no variables',
  severity: { mcp: 'high', container: 'high', strict: 'high' },
  why: 'Nothing expands variables in the exec form of ENTRYPOINT and CMD: the program gets the text `${PORT}` itself, and the setting does not work.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      {
        title: 'a shell expands them',
        dockerfile: 'FROM scratch\nENTRYPOINT ["/bin/sh", "-c", "exec node server.js $PORT"]\n',
      },
      {
        title: 'also behind an init',
        dockerfile: 'FROM scratch\nENTRYPOINT ["tini", "--", "bash", "-lc", "exec node $APP"]\n',
      },
      { title: 'the shell form', dockerfile: 'FROM scratch\nCMD exec node server.js $PORT\n' },
      {
        title: 'code of another language',
        dockerfile: 'FROM scratch\nCMD ["node", "-e", "console.log(`${process.pid}`)"]\n',
      },
      { title: 'a dollar that is none', dockerfile: 'FROM scratch\nCMD ["/server", "--allow", "^/api$"]\n' },
    ],
    bad: [
      { title: 'in CMD', dockerfile: 'FROM scratch\nCMD ["node", "server.js", "--port", "$PORT"]\n' },
      {
        title: 'in ENTRYPOINT',
        dockerfile: 'FROM scratch\nENTRYPOINT ["mcp-server-time", "--local-timezone", "${TZ:-UTC}"]\n',
      },
      { title: 'the program itself', dockerfile: 'FROM scratch\nENTRYPOINT ["$HOME/bin/server"]\n' },
      { title: 'CMD behind ENTRYPOINT', dockerfile: 'FROM scratch\nENTRYPOINT ["/server"]\nCMD ["--port=${PORT}"]\n' },
    ],
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable('Nothing can be started in this image: it carries data only.');
    // A base may set ENTRYPOINT, but one that has its CMD name a program only runs that.
    const start = startOf(evidence) ?? startOf(withoutEntrypoint(evidence));
    if (start === null) return unknown('The base image may set ENTRYPOINT or CMD; only the built image can tell.');
    const literal = literalWords(start);
    const names = [...new Set([...literal.entrypoint, ...literal.cmd].flatMap(variablesIn))];
    if (names.length === 0) return pass('No variable stands in the exec form.');
    const { entrypoint, cmd } = effective(evidence);
    const inCmd = !literal.entrypoint.some((word) => variablesIn(word).length > 0);
    const who = decider(start, inCmd, evidence.image);
    if (who !== null) return unknown(`Whether ${listed(names)} is expanded is up to ${who}.`, 'low');
    const message = `${inCmd ? 'CMD' : 'ENTRYPOINT'} passes ${listed(names)} as it is written: nothing expands it in the exec form.`;
    return fail([{ message, fix: FIX, location: (inCmd ? cmd.from : entrypoint.from) ?? fromLine(evidence) }]);
  },
};

/** The evidence without an ENTRYPOINT that is not known, where CMD names a program of its own. */
function withoutEntrypoint(evidence: Evidence): Evidence {
  const { dockerfile } = evidence;
  const program = dockerfile?.config.cmd.value?.[0] ?? '-';
  if (dockerfile === null || evidence.image !== null || program.startsWith('-')) return evidence;
  return {
    ...evidence,
    dockerfile: {
      ...dockerfile,
      config: { ...dockerfile.config, entrypoint: { value: null, known: true, from: null } },
    },
  };
}

/** Shells of Windows, which read `$` in their own way. */
const FOREIGN = new Set(['cmd', 'cmd.exe', 'powershell', 'powershell.exe', 'pwsh']);

/** Programs whose arguments are code in which `$` means something else. */
const CODE = new Set(['awk', 'gawk', 'mawk', 'sed', 'jq', 'yq', 'envsubst', 'mongosh', 'make', 'expect']);

/** The words that no shell sees and that are no code. */
function literalWords({ entrypoint, cmd, command }: Start): { entrypoint: readonly string[]; cmd: readonly string[] } {
  const nothing = { entrypoint: [], cmd: [] };
  const { name = null, words = [] } = command ?? {};
  // A program whose name is a variable is never found.
  if (name === null) return { entrypoint, cmd };
  if (FOREIGN.has(name) || CODE.has(name)) return nothing;
  if (isShell(name) && readShellStart(words).script !== null) return nothing;
  const code = new Set(command === null ? [] : (executionOf(command)?.code ?? []).map(({ shown }) => shown));
  const noCode = (word: string): boolean => !code.has(word);
  // `CMD node $PORT` behind an ENTRYPOINT: the text belongs to a shell.
  const shellForm = isShell(lastPart(cmd[0] ?? '')) && cmd[1] === '-c';
  return { entrypoint: entrypoint.filter(noCode), cmd: shellForm ? [] : cmd.filter(noCode) };
}

/** Who else could expand variables in arguments: a script, or a framework that is known for it. */
function decider({ command }: Start, inCmd: boolean, image: ImageEvidence | null): string | null {
  const { name = null, words = [] } = command ?? {};
  if (name === null) return null;
  if (isShell(name)) return 'the script that the shell runs';
  const [program] = words;
  if (inCmd && program !== undefined && /\.(sh|bash)$/.test(name)) {
    const text = image === null ? null : fileText(program.shown, image);
    // `exec "$@"` passes words on as they are.
    return text?.includes('"$@"') === true && !/\b(eval|envsubst|sh -c)\b/.test(text)
      ? null
      : 'the script of ENTRYPOINT';
  }
  // Spring resolves placeholders in its arguments.
  return name === 'java' && words.some(({ shown }) => shown === '-jar') ? 'the application' : null;
}

/** `$NAME` and `${NAME…}`, but not `\$NAME` and `$$NAME`. */
function variablesIn(word: string): string[] {
  return [...word.slice(0, 10_000).matchAll(/(?<![\\$])\$\{?([A-Za-z_]\w{0,99})/g)].map(([, name = '']) => `$${name}`);
}

function listed(names: readonly string[]): string {
  return shownName(names.slice(0, 3).join(', '));
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
