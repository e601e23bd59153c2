import { expandAt } from '../dockerfile/expand-at.ts';
import { finalChain } from '../dockerfile/stage-chain.ts';
import { groupLines, passwdLines } from '../image/accounts.ts';
import type { DockerfileEvidence, Instruction } from '../model/dockerfile.ts';
import type { ImageEvidence } from '../model/image.ts';
import { type Fault, fail, pass, type Rule, unknown } from './rule.ts';
import { accountChange } from './shared/account-creation.ts';
import { certainlyHas, certainlyLacks } from './shared/known-accounts.ts';
import { type LayerOwners, layerOwners } from './shared/layer-owners.ts';
import { type OwnerUse, ownerUses } from './shared/owner-uses.ts';

const FIX =
  'Create the account before it is used (`RUN useradd --uid 10001 app`), or give numbers: `--chown=10001:10001`.';

export const chownUnknownUser: Rule = {
  id: 'chown-unknown-user',
  title: 'Files are given to accounts that exist',
  severity: { mcp: 'medium', container: 'medium', strict: 'medium' },
  why: 'BuildKit takes a name that it does not find for root, without an error: the files then belong to root although the Dockerfile says otherwise, and the server cannot write them.',
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      { title: 'numbers', dockerfile: 'FROM scratch\nCOPY --chown=10001:10001 server /server\n' },
      { title: 'root', dockerfile: 'FROM scratch\nCOPY --chown=root:root server /server\n' },
      {
        title: 'an account that is created first',
        dockerfile: 'FROM node:24-slim\nRUN useradd --uid 10001 app\nCOPY --chown=app:app . /app\n',
      },
      { title: 'an account of the base', dockerfile: 'FROM node:24-slim\nCOPY --chown=node:node . /app\n' },
      {
        title: 'in a builder: COPY --from resets owners',
        dockerfile: 'FROM scratch AS build\nCOPY --chown=app x /x\nFROM scratch\nCOPY --from=build /x /x\n',
      },
    ],
    bad: [
      { title: 'nobody creates it', dockerfile: 'FROM python:3.14-slim\nCOPY --chown=app:app . /app\n' },
      { title: 'no accounts at all', dockerfile: 'FROM scratch\nADD --chown=app server /server\n' },
      {
        title: 'created only afterwards',
        dockerfile: 'FROM alpine:3.22\nCOPY --chown=app . /app\nRUN adduser -D app\n',
      },
      { title: 'a WORKDIR for a user that is not there', dockerfile: 'FROM scratch\nUSER app\nWORKDIR /app\n' },
    ],
  },
  judge(evidence) {
    const { dockerfile, image } = evidence;
    if (dockerfile === null) return unknown('Without the Dockerfile nothing tells whom files were meant for.');
    const { uses, emptyGroups, open } = collect(dockerfile);
    const owners = uses.length === 0 ? new Map<Instruction, LayerOwners>() : layerOwners(evidence);
    const judged = uses.map((use) => ({
      use,
      state: image === null ? stateOf(use) : builtState(use, image, owners.get(use.instruction) ?? null),
    }));
    const faults = [
      ...byName(
        judged.flatMap(({ use, state }) => (state === 'exists' || state === 'open' ? [] : [fault(use, state)])),
      ),
      ...emptyGroups,
    ];
    if (faults.length > 0) return fail(faults);
    const left = judged.find(({ state }) => state === 'open');
    if (left !== undefined)
      return unknown(
        `Whether ${left.use.name.slice(0, 100)} exists when ${left.use.written} runs, only the built image can tell.`,
      );
    if (open !== null) return unknown(`${open} names its owner by a variable without a value here.`);
    return pass(
      uses.length === 0 ? 'No file is given to an account by name.' : 'All accounts that files are given to exist.',
    );
  },
};

/** `late`: it is created after it was used. `lost`: root got the files all the same. `open`: this evidence does not tell. */
type State = 'exists' | 'missing' | 'late' | 'lost' | 'open';

interface PlacedUse extends OwnerUse {
  readonly created: 'before' | 'after' | 'no';
  /** Instructions before it may have created accounts that do not stand there by name. */
  readonly unclear: boolean;
  readonly lackedByBase: boolean;
}

interface Collected {
  readonly uses: readonly PlacedUse[];
  readonly emptyGroups: readonly Fault[];
  readonly open: string | null;
}

/** One pass over the stages that the final image is made of. */
function collect(dockerfile: DockerfileEvidence): Collected {
  const chain = finalChain(dockerfile);
  const base = chain[0]?.base ?? null;
  const steps = chain.flatMap((stage) => stage.instructions.map((instruction) => ({ stage, instruction })));
  const changes = steps.map(({ stage, instruction }) => accountChange(dockerfile, stage, instruction));
  const created = new Set(changes.flatMap(({ creates }) => creates));
  const mentioned = new Set<string>();
  const uses: PlacedUse[] = [];
  const emptyGroups = new Map<string, Fault>();
  let open: string | null = null;
  let unclear = false;
  let user: string | null = null;
  steps.forEach(({ stage, instruction }, at) => {
    if (instruction.keyword === 'USER') user = expandAt(dockerfile, stage, instruction, instruction.text);
    const found = ownerUses(dockerfile, stage, instruction, user);
    if (found.open) open ??= instruction.keyword;
    for (const use of found.uses) {
      const after = created.has(`${use.kind}:${use.name}`) ? 'after' : 'no';
      uses.push({
        ...use,
        created: mentioned.has(use.name) || certainlyHas(base, use.name) ? 'before' : after,
        unclear,
        lackedByBase: certainlyLacks(base, use.name),
      });
    }
    if (found.emptyGroup && !emptyGroups.has('owner:empty-group'))
      emptyGroups.set('owner:empty-group', emptyGroup(instruction.location));
    for (const name of changes[at]?.names ?? []) mentioned.add(name);
    unclear ||= changes[at]?.open === true;
  });
  return { uses, emptyGroups: [...emptyGroups.values()], open };
}

function stateOf({ created, unclear, lackedByBase }: PlacedUse): State {
  if (created === 'before') return 'exists';
  // An account cannot be created twice, so it was not there before, not in the base either.
  if (created === 'after') return 'late';
  return lackedByBase && !unclear ? 'missing' : 'open';
}

/**
 * The owners of the files are the proof. Without them (a folder, a history that does not tell) the accounts decide: what
 * the finished image lacks was not there before either, as builds seldom delete accounts.
 */
function builtState(use: PlacedUse, { texts }: ImageEvidence, owners: LayerOwners | null): State {
  const text = texts[use.kind === 'user' ? '/etc/passwd' : '/etc/group'];
  const lines = use.kind === 'user' ? passwdLines(text ?? '') : groupLines(text ?? '');
  const account = lines?.find(({ name }) => name === use.name);
  const ids = owners?.[use.kind];
  if (ids !== undefined && !ids.has(0)) return 'exists';
  // Another name of root gives files to root, as it was meant.
  const isRoots = ids?.size === 1 && account?.id !== 0;
  if (use.created === 'after') return 'late';
  if (isRoots && account !== undefined) return 'lost';
  if (text === undefined) return stateOf(use);
  if (lines === null) return 'open';
  return account === undefined ? 'missing' : 'exists';
}

const WHY = {
  late: 'is created only after it, so root gets the files, without an error',
  missing: 'does not exist, so root gets the files, without an error',
  lost: 'was not found when it ran: the files in the image belong to root',
} as const;

function fault({ kind, name, written, instruction }: PlacedUse, state: keyof typeof WHY): Fault {
  const shown = name.slice(0, 100);
  return {
    message: `${written}: the ${kind} ${shown} ${WHY[state]}.`,
    fix: FIX,
    location: instruction.location,
    place: `owner:${kind}:${shown}`,
  };
}

function emptyGroup(location: Fault['location']): Fault {
  return {
    message: '--chown ends with a colon: which group that means differs between releases of BuildKit, root among them.',
    fix: 'Leave the colon out, or name the group.',
    location,
    place: 'owner:empty-group',
    severity: 'low',
  };
}

/** One violation an account; the other places are related. */
function byName(faults: readonly Fault[]): Fault[] {
  const merged = new Map<string, Fault>();
  for (const fault of faults) {
    const known = merged.get(fault.place ?? '');
    const related = known?.related ?? [];
    if (known === undefined) merged.set(fault.place ?? '', fault);
    else if (fault.location !== null && related.length < 20) {
      const more = { location: fault.location, message: 'the same account here' };
      merged.set(fault.place ?? '', { ...known, related: [...related, more] });
    }
  }
  return [...merged.values()];
}
