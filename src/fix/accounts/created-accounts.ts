import { copyDestination } from '../../dockerfile/copy-sources.ts';
import { expandAt } from '../../dockerfile/expand-at.ts';
import { cleanPath, joinPath } from '../../dockerfile/paths.ts';
import { runsOf } from '../../dockerfile/shell/runs.ts';
import type { ShellCommand, ShellWord } from '../../dockerfile/shell/script.ts';
import { finalChain } from '../../dockerfile/stage-chain.ts';
import type { DockerfileEvidence } from '../../model/dockerfile.ts';
import { accountChange } from '../../rules/shared/account-creation.ts';

export interface Account {
  readonly name: string;
  /** Null when the system chooses it, or a variable does. */
  readonly uid: number | null;
}

/** The accounts that the instructions of the target's own stages certainly create. */
export interface Accounts {
  readonly created: readonly Account[];
  /** Whether something else may change accounts: `usermod`, a copied `/etc`, a RUN that cannot be read. */
  readonly isOpen: boolean;
}

const CREATORS = ['useradd', 'adduser'];
const CHANGERS = /\b(usermod|userdel|deluser|vipw|vigr|newusers|pwconv)\b|\/etc\/(passwd|shadow)/;
/** The largest that every system takes. */
const LARGEST_UID = 2 ** 31 - 1;

export function createdAccounts(dockerfile: DockerfileEvidence): Accounts {
  const runs = new Map(runsOf(dockerfile).map((run) => [run.instruction, run.script]));
  const created: Account[] = [];
  let isOpen = false;
  let folder: string | null = null;
  for (const stage of finalChain(dockerfile)) {
    for (const instruction of stage.instructions) {
      const { creates, open } = accountChange(dockerfile, stage, instruction);
      if (instruction.keyword === 'WORKDIR')
        folder = workdir(folder, expandAt(dockerfile, stage, instruction, instruction.text));
      if (instruction.keyword !== 'RUN') {
        isOpen ||= open && !staysIn(folder, expandAt(dockerfile, stage, instruction, copyDestination(instruction)));
        continue;
      }
      const script = runs.get(instruction) ?? null;
      const text = [instruction.text, ...instruction.heredocs.map(({ content }) => content)].join('\n');
      isOpen ||= script === null || !script.complete || CHANGERS.test(text);
      for (const command of script?.commands ?? []) {
        if (!CREATORS.includes(command.name ?? '')) continue;
        const name = command.words.at(-1)?.value ?? null;
        if (name === null || !creates.includes(`user:${name}`)) isOpen = true;
        else created.push({ name, uid: uidOf(command) });
      }
    }
  }
  return { created, isOpen };
}

/** Where WORKDIR leads; null when a base or a variable decides. */
function workdir(folder: string | null, path: string | null): string | null {
  if (path === null) return null;
  if (path.startsWith('/')) return path;
  return folder === null ? null : joinPath(folder, path);
}

/** Whether a copy ends up below a folder of the application: `COPY . .` after `WORKDIR /app`. */
function staysIn(folder: string | null, destination: string | null): boolean {
  if (folder === null || destination === null || destination.startsWith('/')) return false;
  return !/^\/(etc(\/|$)|$)/.test(cleanPath(joinPath(folder, destination)));
}

/** `-u 10001`, `-Du 10001`, `-u10001`, `--uid=10001`; null without one, and for an id that several accounts may share. */
function uidOf({ words }: ShellCommand): number | null {
  const given = words.flatMap((word, index) => uidWord(word, words[index + 1]));
  if (words.some(({ shown }) => /^(-\w*o\w*|--non-unique)$/.test(shown)) || given.length !== 1) return null;
  const [text = ''] = given;
  const uid = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return uid > 0 && uid <= LARGEST_UID ? uid : null;
}

function uidWord({ shown, value }: ShellWord, next: ShellWord | undefined): readonly string[] {
  if (shown === '--uid' || /^-[a-zA-Z]*u$/.test(shown)) return [next?.value ?? ''];
  const glued = /^(?:--uid=|-u)(.+)$/.exec(shown);
  return glued === null ? [] : [value === null ? '' : (glued[1] ?? '')];
}
