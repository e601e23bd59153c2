import { grammar, optionValue, readArguments } from '../../../dockerfile/shell/arguments.ts';
import type { ShellCommand } from '../../../dockerfile/shell/script.ts';
import type { ScriptRun } from './run-rule.ts';
import { expanded, hostOf, type Lookup, spelled } from './words.ts';

/** A clone whose commit nothing in the same RUN fixes. */
export interface FloatingClone {
  readonly command: ShellCommand;
  readonly host: string | null;
  /** False when a checkout follows whose commit is a variable without a value here. */
  readonly certain: boolean;
}

/** The full name of a commit, SHA-1 or SHA-256. */
export const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/i;

const GIT = grammar('-C -c --git-dir --work-tree --namespace --exec-path', { strict: true });
const CLONE = grammar(
  '-b --branch --revision --depth -o --origin -u --upload-pack --reference -c --config --template -j --jobs --filter --shallow-since --separate-git-dir',
);

/** `git clone` that takes what a branch or tag happens to be. A commit that is checked out after it fixes the last clone. */
export function floatingClones({ script }: ScriptRun, lookup: Lookup): readonly FloatingClone[] {
  const open: FloatingClone[] = [];
  for (const command of script.commands) {
    if (command.name !== 'git') continue;
    const [verb, ...rest] = readArguments(command.words.slice(1), GIT).operands;
    if (verb?.shown === 'clone') {
      const read = readArguments(rest, CLONE);
      const revision = optionValue(read, '--revision');
      const address = read.operands[0];
      if (address === undefined || isLocal(spelled(address, lookup))) continue;
      if (revision !== null && COMMIT.test(expanded(revision, lookup) ?? '')) continue;
      open.push({ command, host: hostOf(spelled(address, lookup)), certain: true });
    } else if (verb !== undefined && FIXING.has(verb.shown)) {
      const values = rest.filter(({ shown }) => !shown.startsWith('-')).map((word) => expanded(word, lookup));
      if (values.some((value) => value !== null && COMMIT.test(value))) open.pop();
      else if (values.includes(null)) {
        const last = open.pop();
        if (last !== undefined) open.push({ ...last, certain: false });
      }
    }
  }
  return open;
}

const FIXING = new Set(['checkout', 'reset', 'switch', 'fetch', 'worktree']);

function isLocal(address: string): boolean {
  return /^(\.{0,2}\/|file:)/.test(address);
}
