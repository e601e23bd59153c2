import { expandAt } from '../../dockerfile/expand-at.ts';
import type { DockerfileEvidence, Instruction, Stage } from '../../model/dockerfile.ts';

/** A place where the builder turns a name into a number. */
export interface OwnerUse {
  readonly kind: 'user' | 'group';
  readonly name: string;
  /** As written, for messages: `COPY --chown=app:app`. */
  readonly written: string;
  readonly instruction: Instruction;
}

export interface OwnerUses {
  readonly uses: readonly OwnerUse[];
  /** `--chown=user:`: the group is left out behind the colon. */
  readonly emptyGroup: boolean;
  /** A variable without a value keeps the names open. */
  readonly open: boolean;
}

const NONE: OwnerUses = { uses: [], emptyGroup: false, open: false };

/** Names in `--chown` of COPY and ADD, and the USER that a new WORKDIR belongs to. */
export function ownerUses(
  dockerfile: DockerfileEvidence,
  stage: Stage,
  instruction: Instruction,
  user: string | null,
): OwnerUses {
  const { keyword } = instruction;
  if (keyword === 'WORKDIR' && user !== null) {
    const [name = ''] = user.split(':', 1);
    return {
      ...NONE,
      uses: isName(name) ? [{ kind: 'user', name, written: `WORKDIR after USER ${user}`, instruction }] : [],
    };
  }
  if (keyword !== 'COPY' && keyword !== 'ADD') return NONE;
  const flag = instruction.flags.find(({ name }) => name === 'chown')?.value ?? '';
  const owner = flag === '' ? '' : expandAt(dockerfile, stage, instruction, flag);
  if (owner === null) return { ...NONE, open: true };
  const colon = owner.indexOf(':');
  const names = { user: colon < 0 ? owner : owner.slice(0, colon), group: colon < 0 ? '' : owner.slice(colon + 1) };
  const written = `${keyword} --chown=${owner.slice(0, 100)}`;
  const uses = (['user', 'group'] as const).flatMap((kind): OwnerUse[] =>
    isName(names[kind]) ? [{ kind, name: names[kind], written, instruction }] : [],
  );
  return { uses, emptyGroup: colon > 0 && names.group === '', open: false };
}

/** BuildKit looks up all but `root` and numbers of 32 bits (client/llb, parseUID). */
function isName(part: string): boolean {
  return part !== '' && part !== 'root' && !(/^[+-]?\d{1,12}$/.test(part) && Math.abs(Number(part)) < 2 ** 31);
}
