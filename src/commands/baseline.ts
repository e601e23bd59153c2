import { resolve } from 'node:path';
import type { StoredEvidence } from '../evidence/stored/schema.ts';
import type { Host } from '../host/ports.ts';
import type { Baseline, SubjectBaseline } from '../model/baseline.ts';
import { UsageError } from '../model/failure.ts';
import type { Notice } from '../model/notice.ts';
import { type Subject, subjectKey } from '../model/subject.ts';
import type { Case } from '../policy/decide.ts';
import type { BaseCommit } from './base-commit.ts';
import { type AtCommit, gatherAtCommit } from './base-commit-cases.ts';
import { gather, type Known, type SharedEvidence, withScan } from './gather.ts';
import { imageBaseline, readBaselineFile } from './image-baseline.ts';
import { joinBaselines } from './join-baselines.ts';
import { type DatedPolicy, judgeOne } from './judge.ts';
import type { Planned } from './plan.ts';
import type { Asked } from './policy-file.ts';
import type { Sboms } from './scanner.ts';

/** Evidence of images that an earlier run has stored, or the reason why there is none, as a part of a sentence. */
export type FoundStored =
  | { readonly kind: 'found'; readonly evidence: StoredEvidence; readonly commit: string }
  | { readonly kind: 'none'; readonly reason: string };

/** Where to look for what was there before. */
export interface Before {
  /** Null: no commit is named to compare with. */
  readonly commit: BaseCommit | null;
  /** What was asked for, with the policy file of that commit. */
  readonly asked: Asked;
  /** Looks for stored evidence of images; null: nobody keeps any for this run. */
  readonly findStored: (() => Promise<FoundStored>) | null;
}

/** A subject of the run, with all that led to it. */
export interface Now {
  readonly planned: Planned;
  readonly known: Known;
  readonly judged: Case;
}

export interface BaselineTools {
  readonly shared: SharedEvidence;
  readonly policy: DatedPolicy;
  readonly sboms: Sboms | null;
  readonly cacheFolder: string;
}

export interface Comparison {
  /** Null: there is nothing to compare with. */
  readonly baseline: Baseline | null;
  readonly notices: readonly Notice[];
}

/**
 * What was wrong before the change: Dockerfiles as the base commit has them, images as they were stored or as they are given
 * for it, all judged by the rules, the policy and the database of this run.
 * @throws UsageError when what was named to compare with is not there
 */
export async function gatherBaseline(
  all: readonly Now[],
  before: Before,
  tools: BaselineTools,
  host: Host,
): Promise<Comparison> {
  const { settings } = before.asked;
  const planned = all.map(({ planned: one, known }) => ({
    ...one,
    // Both sides on the same platform.
    platform: known.evidence.image?.platform ?? one.platform,
  }));
  const files =
    before.commit === null ? null : await gatherAtCommit(planned, before.asked, before.commit, tools.cacheFolder, host);
  const given = await givenImages(all, before.asked, tools, host);
  const stored = await storedImages(all, given, before, tools, host);
  const subjects = new Map<string, SubjectBaseline>();
  for (const [index, now] of all.entries()) {
    const { subject } = now.judged;
    const there = files?.[index] ?? null;
    const image = given[index] ?? null;
    const known =
      image === null
        ? joinBaselines(dockerfileBaseline(now, there, tools), stored.known.get(subjectKey(subject)) ?? null)
        : imageThen(now, there, image, tools);
    if (known !== null) subjects.set(subjectKey(subject), known);
  }
  const words = [before.commit?.description, settings.baselineImage.join(', '), stored.words].filter(Boolean);
  if (subjects.size === 0) return { baseline: null, notices: stored.reason === null ? [] : [missing(stored.reason)] };
  const baseline = { description: words.join('; '), commit: before.commit?.baseCommit ?? null, subjects };
  return { baseline, notices: [] };
}

function missing(reason: string): Notice {
  return { kind: 'no-baseline', message: `There is no baseline to compare with: ${reason}.`, location: null };
}

/** The Dockerfile of a subject alone; null where there is no commit, or no Dockerfile. */
function dockerfileBaseline(now: Now, there: AtCommit | null, tools: BaselineTools): SubjectBaseline | null {
  const { subject } = now.judged;
  if (there === null || subject.dockerfile === null) return null;
  if (there.kind !== 'known') return there;
  const { faults } = judgeThen(now, subject, there, null, tools);
  return { kind: 'known', faults, covers: { dockerfile: true, image: false } };
}

/** A subject of which the image before is given. One that cannot be used leaves what is known of the Dockerfile. */
function imageThen(now: Now, there: AtCommit | null, image: Known, tools: BaselineTools): SubjectBaseline | null {
  const [problem] = image.problems;
  if (image.evidence.image === null || problem !== undefined) {
    const reason = `the image to compare with cannot be used: ${problem?.message.replace(/\.$/, '') ?? 'it was not read'}`;
    return joinBaselines(dockerfileBaseline(now, there, tools), { kind: 'unavailable', reason });
  }
  const dockerfile = there?.kind === 'known' ? there : null;
  const { faults } = judgeThen(now, now.judged.subject, dockerfile, image, tools);
  return { kind: 'known', faults, covers: { dockerfile: dockerfile !== null, image: true } };
}

function judgeThen(
  { planned }: Now,
  subject: Subject,
  there: (AtCommit & { readonly kind: 'known' }) | null,
  image: Known | null,
  { policy }: BaselineTools,
): Pick<Case, 'checks' | 'faults'> {
  const evidence = {
    dockerfile: there?.evidence.dockerfile ?? null,
    image: image?.evidence.image ?? null,
    scan: image?.evidence.scan ?? null,
    repository: there?.evidence.repository ?? null,
  };
  return judgeOne(subject, evidence, planned.transport, { named: null }, policy);
}

/** The images that `baseline-image` names, in the order of the subjects that have one; one serves all platforms of an image. */
async function givenImages(
  all: readonly Now[],
  { settings }: Asked,
  { shared }: BaselineTools,
  host: Host,
): Promise<readonly (Known | null)[]> {
  const references = pairImages(all, settings.baselineImage);
  shared.images.expect(references.filter((image) => image !== null).length);
  const given: (Known | null)[] = [];
  for (const [index, { planned, known }] of all.entries()) {
    const image = references[index] ?? null;
    if (image === null) {
      given.push(null);
      continue;
    }
    const platform = known.evidence.image?.platform ?? planned.platform;
    const alone = { ...planned, image, dockerfile: null, platform };
    given.push(await withScan(await gather(alone, settings, shared, host), host));
  }
  return given;
}

/** For each subject the image to compare it with; null: none. */
function pairImages(all: readonly Now[], references: readonly string[]): readonly (string | null)[] {
  if (references.length === 0) return all.map(() => null);
  const withImage = all.filter(({ judged }) => judged.subject.image !== null);
  const names = [...new Set(withImage.map(({ judged }) => judged.subject.name))];
  if (references.length === withImage.length) {
    return all.map((one) => references[withImage.indexOf(one)] ?? null);
  }
  if (references.length === names.length) {
    return all.map(({ judged: { subject } }) =>
      subject.image === null ? null : (references[names.indexOf(subject.name)] ?? null),
    );
  }
  throw new UsageError(
    'baseline-image',
    `baseline-image names ${references.length} images to compare ${names.length} with.`,
    'Name one for each image, in their order.',
  );
}

interface Stored {
  readonly known: ReadonlyMap<string, SubjectBaseline>;
  /** What was compared with, in words; null: nothing. */
  readonly words: string | null;
  /** Why there is nothing; null where there is something, or nothing was looked for. */
  readonly reason: string | null;
}

async function storedImages(
  all: readonly Now[],
  given: readonly (Known | null)[],
  { asked, findStored }: Before,
  { sboms }: BaselineTools,
  host: Host,
): Promise<Stored> {
  const wanted = all.filter(({ judged }, index) => judged.subject.image !== null && (given[index] ?? null) === null);
  const { settings } = asked;
  const file = settings.baseline;
  const isAsked = wanted.length > 0 && (file !== null || findStored !== null);
  if (!isAsked) return { known: unavailable(wanted, 'no image is given to compare with'), words: null, reason: null };
  const found: FoundStored | null =
    file === null
      ? ((await host.progress.phase('Looking for the images before the change', async () => findStored?.())) ?? null)
      : {
          kind: 'found',
          evidence: await readBaselineFile(resolve(settings.workingDirectory, file), host.files),
          commit: '',
        };
  if (found === null || found.kind === 'none') {
    const reason = found?.reason ?? 'nobody keeps evidence of images for it';
    return { known: unavailable(wanted, reason), words: null, reason };
  }
  const comparison = { stored: found.evidence, scanners: settings.scanners, scanSbom: sboms?.scan ?? null };
  const known = await host.progress.phase('Scanning the packages before the change', () =>
    imageBaseline(
      wanted.map(({ judged }) => judged),
      comparison,
    ),
  );
  const words = file === null ? `images of commit ${found.commit.slice(0, 7)}` : `images of ${file}`;
  return { known, words, reason: null };
}

function unavailable(all: readonly Now[], reason: string): ReadonlyMap<string, SubjectBaseline> {
  return new Map(all.map(({ judged }) => [subjectKey(judged.subject), { kind: 'unavailable', reason }]));
}
