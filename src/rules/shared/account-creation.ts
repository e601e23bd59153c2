import { copyDestination } from '../../dockerfile/copy-sources.ts';
import { expandAt } from '../../dockerfile/expand-at.ts';
import { cleanPath } from '../../dockerfile/paths.ts';
import type { DockerfileEvidence, Instruction, Stage } from '../../model/dockerfile.ts';

/** What one instruction does to the accounts of the image. */
export interface AccountChange {
  /** Names after `useradd`, `adduser`, `groupadd` or `addgroup`, also those of options: whatever may be an account now. */
  readonly names: readonly string[];
  /** Of those, what this instruction certainly creates, as `user:app` or `group:app`: it was not there before. */
  readonly creates: readonly string[];
  /** Accounts may come about that do not stand there: a script, a package, a variable, a copied file. */
  readonly open: boolean;
}

const NOTHING: AccountChange = { names: [], creates: [], open: false };
const CREATORS: Readonly<Record<string, 'user' | 'group'>> = {
  useradd: 'user',
  adduser: 'user',
  groupadd: 'group',
  addgroup: 'group',
};
/** `adduser app docker` only adds a member; with these it creates. */
const CREATES = /^(-[DSH]+|--system|--disabled-(password|login))$/;
/** Under a condition, or where a failure does not stop the build, a creation proves nothing about before. */
const GUARD = /\|\||\b(if|id|getent|case|grep)\b/;
/** Longer commands are not read to their end; what they do stays open anyway. */
const LONGEST = 65_536;

/** Any RUN may create accounts (a package does); one that creates them by name is told apart. */
export function accountChange(dockerfile: DockerfileEvidence, stage: Stage, instruction: Instruction): AccountChange {
  if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
    const destination = expandAt(dockerfile, stage, instruction, copyDestination(instruction));
    const path = destination === null ? null : cleanPath(`/${destination}`);
    return { ...NOTHING, open: path === null || path === '/' || path === '/etc' || path.startsWith('/etc/') };
  }
  if (instruction.keyword !== 'RUN') return NOTHING;
  const text = [instruction.json?.join(' ') ?? instruction.text, ...instruction.heredocs.map(({ content }) => content)]
    .join('\n')
    .slice(0, LONGEST);
  const value = (word: string): string => expandAt(dockerfile, stage, instruction, word) ?? '';
  const commands = text.split(/[;&|\n(){}]+/).flatMap((command) => readCreation(command) ?? []);
  const guarded = GUARD.test(text);
  return {
    names: commands.flatMap(({ words }) => words.flatMap((word) => value(word).split(/[,:=]/))),
    creates: guarded ? [] : commands.flatMap(({ kind, last }) => (last === null ? [] : `${kind}:${value(last)}`)),
    open: true,
  };
}

interface Creation {
  readonly kind: 'user' | 'group';
  /** All words behind the program. */
  readonly words: readonly string[];
  /** The word that is certainly a new account; null when the form does not tell. */
  readonly last: string | null;
}

function readCreation(command: string): Creation | null {
  const all = command.split(/\s+/).filter((word) => word !== '');
  const at = all.findIndex((word) => Object.hasOwn(CREATORS, baseName(word)));
  const program = baseName(all[at] ?? '');
  const kind = CREATORS[program];
  if (at < 0 || kind === undefined) return null;
  const words = all.slice(at + 1);
  const last = words.at(-1) ?? '-';
  const creates = program.endsWith('add') || words.length === 1 || words.some((word) => CREATES.test(word));
  return { kind, words, last: creates && !last.startsWith('-') ? last : null };
}

function baseName(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1);
}
