import { finalChain } from '../../dockerfile/stage-chain.ts';
import type { DockerfileEvidence, Stage } from '../../model/dockerfile.ts';
import { userNonRoot } from '../../rules/user-non-root.ts';
import { baseAccount } from '../accounts/base-accounts.ts';
import { type Account, createdAccounts } from '../accounts/created-accounts.ts';
import { rootNeeds } from '../accounts/root-needs.ts';
import { type Fixer, proposal, refuse } from '../fixer.ts';

/** What stands at the end of a stage and does not care who builds: USER goes before it. */
const ABOUT_RUNNING = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'STOPSIGNAL', 'EXPOSE', 'LABEL'];

/** High enough to be nobody's on the host. */
const NEW_UID = '10001';

/**
 * Selects a user at the end of the target stage: the one that the file creates and never selects, or the one that a
 * well-known base brings for it. Where there is none, a plain number, which is not safe: what the program writes to is
 * root's.
 */
export const fixUserNonRoot: Fixer = {
  rule: userNonRoot,
  propose(_violation, { dockerfile, source }) {
    const chain = finalChain(dockerfile);
    const stage = chain.at(-1);
    if (stage === undefined) return refuse('There is no stage to add USER to.');
    const written = chain.flatMap(({ instructions }) => instructions).findLast(({ keyword }) => keyword === 'USER');
    if (written !== undefined) {
      return refuse(
        `USER on line ${written.location.startLine} selects it on purpose; whether that is needed, only you know.`,
      );
    }
    const child = dockerfile.stages.find(({ parent }) => parent === stage.index);
    if (child !== undefined) {
      return refuse(`The stage on line ${child.location.startLine} builds on it, and its commands may need root.`);
    }
    const need = rootNeeds(dockerfile);
    if (need !== null) return refuse(`${need}, which may need root.`);
    const account = accountFor(dockerfile);
    if (typeof account === 'string') return refuse(account);
    const user = account === null ? NEW_UID : String(account.uid ?? account.name);
    const line = lastBuildLine(stage);
    const name = account === null || String(account.name) === user ? user : `${user} (${account.name})`;
    return proposal([insertion(dockerfile, source, line, user)], {
      isSafe: account !== null,
      note: `make sure that ${name} may write where the program writes`,
      config: { user },
    });
  },
};

/** Null: there is none. A text: why none can be chosen. */
function accountFor(dockerfile: DockerfileEvidence): Account | null | string {
  const { created, isOpen } = createdAccounts(dockerfile);
  if (isOpen) return 'Which accounts the image has is not certain.';
  if (created.length > 1) return `The file creates ${created.length} users: which of them it is, only you know.`;
  return created[0] ?? baseAccount(finalChain(dockerfile)[0]?.base ?? null);
}

/** The last line of what the build does: all behind it is about the container. */
function lastBuildLine({ instructions, location }: Stage): number {
  const last = instructions.findLast(({ keyword }) => !ABOUT_RUNNING.includes(keyword));
  return (last?.location ?? location).endLine;
}

/** A line of its own behind another one, which may be the last of a file that ends without a line end. */
function insertion(
  { file }: DockerfileEvidence,
  source: Parameters<Fixer['propose']>[1]['source'],
  line: number,
  user: string,
) {
  const at = source.startOf(line + 1);
  const lineEnd = source.lineEnd(line);
  const isEnded = source.line(line).endsWith('\n');
  return source.edit(file, { start: at, end: at }, isEnded ? `USER ${user}${lineEnd}` : `${lineEnd}USER ${user}`);
}
