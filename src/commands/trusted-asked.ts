import { posix, resolve } from 'node:path';
import type { GitHubContext } from '../github/event.ts';
import type { Host } from '../host/ports.ts';
import { UsageError } from '../model/failure.ts';
import type { Location } from '../model/location.ts';
import type { Notice } from '../model/notice.ts';
import { compareSeverity, type Severity } from '../model/severity.ts';
import type { PolicyFile } from '../policy/file/policy-file.ts';
import { basesOfChange, type Exists, imagesOfChange } from '../policy/trust/images.ts';
import { TRUST, vouchedPaths } from '../policy/trust/table.ts';
import { tighten } from '../policy/trust.ts';
import type { RawSettings } from '../settings/load.ts';
import { OPTION_KEYS, type OptionKey } from '../settings/options.ts';
import { givenBy } from '../settings/precedence.ts';
import type { Settings } from '../settings/settings.ts';
import type { ChangeContext } from './change-context.ts';
import { type Asked, DEFAULT_POLICY, loadAsked, readPolicyText } from './policy-file.ts';
import { changedPaths } from './trust/changed-paths.ts';
import { demandedInputs, stepsOfAction, writtenThreshold } from './trust/demanded-inputs.ts';
import { ignoredNotice, leftOutNotice } from './trust/ignored-notice.ts';
import { keptInputs } from './trust/kept-inputs.ts';
import { policyChanges, readHead } from './trust/policy-changes.ts';
import { readAtBase } from './trust/read-at-base.ts';
import { vouchedInputs } from './trust/vouched-inputs.ts';
import { readWorkflow, type WorkflowStep } from './trust/workflow-inputs.ts';
import { agreed } from './trust/written-by.ts';

/** What counts, and what was asked for without counting. */
export interface TrustedAsked {
  readonly asked: Asked;
  /** The same as the base commit alone has it, for what is gathered there. */
  readonly atBase: Asked;
  readonly notices: readonly Notice[];
}

/**
 * What is asked of a run, as far as it may be: of a change, the policy file of the base commit with the inputs that the
 * base's own workflow gives too; all other inputs may only ask for more than both.
 * @param change null: a run about a state of a branch, or by hand, where everything counts as it is given
 * @throws UsageError `bad-option`, `no-policy`, `bad-policy` (also for the change's own policy file, which would break
 *   every run once it is merged), `policy-elsewhere`
 * @throws VerifyError when the base commit cannot be read
 */
export async function trustedAsked(
  raw: RawSettings,
  { workflowPath, job }: Pick<GitHubContext, 'workflowPath' | 'job'>,
  change: ChangeContext | null,
  host: Host,
): Promise<TrustedAsked> {
  if (change === null) {
    const asked = await loadAsked(raw, host);
    return { asked, atBase: asked, notices: [] };
  }
  const given = givenBy(raw, (name) => host.env.get(name));
  const wanted = given.load();
  const folder = resolve(wanted.workingDirectory);
  const isChanged = await changedPaths(change, folder, host);
  const place = { workflowPath: change.trustedWorkflow ? null : workflowPath, job };
  const atBase = await readWorkflow(place, change.files);
  const vouched = change.trustedWorkflow ? new Set(OPTION_KEYS) : vouchedInputs(given.raw, atBase.written);
  const isUnchanged = (key: OptionKey): boolean => vouchedPaths(key, wanted[key]).every((path) => !isChanged(path));
  const counting = OPTION_KEYS.filter(
    (key) => given.has(key) && (isFree(key) || (vouched.has(key) && isUnchanged(key))),
  );
  const action = host.env.get('GITHUB_ACTION_REPOSITORY')?.trim() ?? '';
  const steps = await stepsOfAction(action, atBase, () => readWorkflow({ ...place, job: '' }, change.files));
  const kept = keptInputs(steps, counting, isChanged);
  const loaded = await loadBase({ ...pick(given.raw, counting), ...kept }, change, host);
  await refuseOtherPlace(loaded, vouched, steps, change);
  const keptKeys = OPTION_KEYS.filter((key) => kept[key] !== undefined);
  const demanded = demandedInputs({ steps, except: [...counting, ...keptKeys] }, loaded.settings);
  const base = { ...loaded, settings: demanded.settings };
  const others = OPTION_KEYS.filter((key) => given.has(key) && !counting.includes(key));
  const leftOut = [...keptKeys, ...demanded.keys].filter((key) => !given.has(key));
  const where = { workspace: change.root, workingDirectory: folder };
  const { settings, ignored } = tighten(wanted, others, base.settings, where);
  const workflow: Location | null = workflowPath === null ? null : { file: workflowPath, startLine: 1, endLine: 1 };
  const head = await headPolicy(base.settings, host);
  const notices = [
    ...ignored.map((one) => ignoredNotice(one, given.raw, workflow)),
    ...leftOut.map((key) => leftOutNotice(key, settings[key], workflow)),
    ...(await policyChanges(base, change, host)),
  ];
  const floor = counting.includes('failOn')
    ? []
    : [writtenThreshold(steps), given.has('failOn') ? settings.failOn : null];
  const held = base.policyFile === null ? null : heldTo(floor, base.policyFile);
  const policyFile = await together(held, head, folder, change, host);
  return { asked: { settings, policyFile }, atBase: { settings, policyFile: held }, notices };
}

function isFree(key: OptionKey): boolean {
  return TRUST[key].kind === 'free';
}

function pick(raw: RawSettings, keys: readonly OptionKey[]): RawSettings {
  return Object.fromEntries(Object.entries(raw).filter(([key]) => keys.some((one) => one === key)));
}

/** A threshold that is given for everything holds for each origin, too, whatever the file says of that origin. */
function heldTo(given: readonly (Severity | null)[], policyFile: PolicyFile): PolicyFile {
  const floors = given.filter((one) => one !== null);
  const strictest = floors.toSorted(compareSeverity).at(-1);
  if (strictest === undefined || policyFile.failOnByOrigin === null) return policyFile;
  const stricter = (own: Severity | 'never'): Severity =>
    own === 'never' || compareSeverity(own, strictest) < 0 ? strictest : own;
  const failOnByOrigin = Object.fromEntries(
    Object.entries(policyFile.failOnByOrigin).map(([origin, own]) => [origin, stricter(own)]),
  );
  return { ...policyFile, failOnByOrigin };
}

/** Without the environment: what of it counts is in `raw` already. */
async function loadBase(raw: RawSettings, change: ChangeContext, host: Host): Promise<Asked> {
  const env = { get: () => undefined, pick: host.env.pick, names: () => [] };
  try {
    return await loadAsked(raw, { ...host, env }, { readPolicy: readAtBase(change) });
  } catch (error) {
    if (!(error instanceof UsageError) || error.code === 'bad-option') throw error;
    const advice = `It is the policy of ${change.description} that counts for this change. ${error.advice}`;
    throw new UsageError(error.code, error.message, advice);
  }
}

/** Another working directory than the base's own must not leave a policy behind: the repository's, or that folder's. */
async function refuseOtherPlace(
  { settings, policyFile }: Asked,
  vouched: ReadonlySet<OptionKey>,
  steps: readonly WorkflowStep[],
  { prefix, files, description }: ChangeContext,
): Promise<void> {
  if (vouched.has('workingDirectory')) return;
  const own = agreed(steps, 'workingDirectory')?.value ?? null;
  const left = [...(own === null ? [] : [folderPath(own)]), ...(policyFile === null ? [''] : [])];
  for (const folder of left.filter((one) => one !== folderPath(prefix))) {
    const path = posix.join(folder, DEFAULT_POLICY);
    if ((await files.kindOf(path)) !== 'file') continue;
    throw new UsageError(
      'policy-elsewhere',
      `The working directory ${settings.workingDirectory} leaves a policy file behind (${path} in ${description}).`,
      'Keep working-directory as the workflow of the base branch has it, or give the folder a policy file of its own on the base branch.',
    );
  }
}

/** `./a/`, `a/.` and `a` are the same folder; the root is ''. */
function folderPath(path: string): string {
  return posix.relative('/', posix.join('/', path));
}

/** The policy file that the change would have. Its mistakes stop the run: merged, it would stop every run. */
async function headPolicy(settings: Settings, host: Host): Promise<PolicyFile | null> {
  const name = settings.policy ?? DEFAULT_POLICY;
  const text = await readHead(resolve(settings.workingDirectory, name), host.files);
  return text === null ? null : readPolicyText(text, name, host);
}

async function together(
  base: PolicyFile | null,
  head: PolicyFile | null,
  folder: string,
  { files, prefix }: ChangeContext,
  host: Host,
): Promise<PolicyFile | null> {
  if (base === null) return null;
  const exists = await known(dockerfilesOf(base), async (path) => {
    return (await host.files.stat(resolve(folder, path)))?.kind === 'file';
  });
  const existed = await known(head === null ? [] : dockerfilesOf(head), async (path) => {
    return (await files.kindOf(posix.normalize(posix.join(prefix, path)))) !== null;
  });
  return {
    ...base,
    // Without a list everything is judged: a first list would leave something out.
    images: base.images.length === 0 ? [] : imagesOfChange(base.images, head?.images ?? [], exists, existed),
    bases: basesOfChange(base.bases, head?.bases ?? {}, exists),
  };
}

function dockerfilesOf({ images, bases }: PolicyFile): readonly string[] {
  return [...images, ...Object.values(bases)].flatMap(({ dockerfile }) => dockerfile ?? []);
}

/** Asks for each path once, and answers at once afterwards. */
async function known(paths: readonly string[], ask: (path: string) => Promise<boolean>): Promise<Exists> {
  const there = new Set<string>();
  for (const path of new Set(paths)) if (await ask(path)) there.add(path);
  return (path) => there.has(path);
}
