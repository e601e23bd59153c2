import { join, resolve } from 'node:path';
import { ImageRun } from '../evidence/image-run.ts';
import { repositoryReader } from '../evidence/read-repository.ts';
import { readLockFiles } from '../evidence/repository-texts.ts';
import type { ReadableFiles } from '../evidence/repository-view.ts';
import { workTreeFiles } from '../evidence/work-tree-files.ts';
import type { Host } from '../host/ports.ts';
import type { Location } from '../model/location.ts';
import type { Notice } from '../model/notice.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Case } from '../policy/decide.ts';
import { policyOf } from '../policy/policy.ts';
import { mayKeep } from '../rules/shared/may-keep.ts';
import type { SbomKind } from '../trivy/sbom.ts';
import { createBaseResolver } from './base-resolver.ts';
import type { BaselineTools, Before, Comparison } from './baseline.ts';
import { type Gathered, gather, type Known, withScan } from './gather.ts';
import { type Planned, planSubjects } from './plan.ts';
import { expandPlatforms } from './plan-platforms.ts';
import type { Asked } from './policy-file.ts';
import { ScanQueue } from './scan-queue.ts';
import type { Sboms } from './scanner.ts';
import { gatherWaivers } from './waivers.ts';

export interface Surroundings {
  /** Where Trivy's databases are kept unless the settings name a folder. */
  readonly cacheFolder: string;
  /** The workflow file that names what is judged: where findings without a Dockerfile belong. */
  readonly workflow: Location | null;
  /** What to compare with; null: all that is found counts. */
  readonly before: Before | null;
  /** The text of a file of waivers, by its path from the working directory; null: there is none. */
  readonly readWaivers: (path: string) => Promise<string | null>;
  /** What was learnt on the way here. */
  readonly notices: readonly Notice[];
  /** Whether somebody will be shown how to fix findings in their files. */
  readonly wantsEdits: boolean;
  /** The bills of materials that will be asked for when all is judged. */
  readonly sbomKinds: readonly SbomKind[];
  /** Loads what will be needed of the verdict. */
  readonly preload: () => Promise<unknown>;
}

export interface Outcome {
  readonly verdict: Verdict;
  /** What the verdict is made from. */
  readonly cases: readonly Case[];
  /** In the order of the cases: what each scan has left for bills of materials. */
  readonly packagesFiles: readonly (string | null)[];
  /** Null when there was no scanner. */
  readonly sboms: Sboms | null;
}

/**
 * The whole story: what to judge → what is known of it → what the rules say → the verdict.
 * What fails on the way becomes an error of the verdict; what was found all the same stays in it.
 * @throws UsageError when it is not clear what to judge, or what to compare with.
 */
export async function check(asked: Asked, surroundings: Surroundings, host: Host): Promise<Outcome> {
  const startedAt = host.clock.now().toISOString();
  const { settings, policyFile } = asked;
  const { cacheFolder, before, sbomKinds } = surroundings;
  const policy = policyOf(settings, policyFile, before !== null);
  const named = await planSubjects(asked, host);
  const waivers = await gatherWaivers(policyFile, surroundings.readWaivers);
  const memory = settings.imageCache ? { folder: join(cacheFolder, 'images'), mayStore: mayKeep } : null;
  const images = new ImageRun(
    named.flatMap(({ image }) => image ?? []),
    host,
    memory,
  );
  // What only images need is not loaded for Dockerfiles alone. Whatever ends this run, no scan outlives it.
  await using scans = new ScanQueue(
    async () => (await import('./scanner.ts')).prepareScanner(settings, true, cacheFolder, host, sbomKinds),
    host,
  );
  const shared = {
    files: workTreeFiles(settings.workingDirectory, host.files),
    bases: createBaseResolver(asked, cacheFolder, host),
    images,
    repository: repositoryReader(settings.workingDirectory, host),
    scans,
  };
  const planned = await expandPlatforms(named, settings.workingDirectory, images, host);
  // What comes later is loaded while git and the engines do what they are asked for; a turn lets them be asked first.
  const underway = images.underway.then(async () => {
    if (planned.some(({ dockerfile }) => dockerfile !== null)) shared.bases.begin();
    await host.clock.sleep(0);
  });
  const [gathered, { decide, judgeAll, RULE_ALIASES }] = await Promise.all([
    gatherAll(planned, (one) => gather(one, settings, shared, host)),
    underway.then(() => import('./judge.ts')),
    underway.then(() => surroundings.preload()),
  ]);
  const known: Known[] = [];
  for (const one of gathered) known.push(await withScan(one, host));
  const hasImages = known.some(({ evidence }) => evidence.image !== null);
  const scanner = hasImages ? await scans.scanner() : null;
  const tracked = known[0]?.evidence.repository?.files ?? null;
  const lockFiles = hasImages ? await readLockFiles(tracked, settings.workingDirectory, shared.files) : new Map();
  const dated = { ...policy, today: startedAt.slice(0, 10) };
  const judged = judgeAll(known, { named: surroundings.workflow, lockFiles }, dated);
  const cases = surroundings.wantsEdits ? await editsFor(judged, settings.workingDirectory, shared.files) : judged;
  const sboms = scanner?.sboms ?? null;
  const tools = { shared, policy: dated, sboms, cacheFolder };
  const { baseline, notices } = await compare(before, { planned, known, cases }, tools, host);
  const run = { startedAt, scanner: scanner?.facts ?? null, problems: scanner?.problems ?? [] };
  const verdict = decide(cases, run, policy, {
    waivers,
    baseline,
    now: startedAt,
    notices: [...surroundings.notices, ...notices],
    ruleAliases: RULE_ALIASES,
  });
  return { verdict, cases, packagesFiles: known.map(({ packagesFile }) => packagesFile), sboms };
}

/** Images one after the other, because they share exports and layers; Dockerfiles alone side by side. */
const SIDE_BY_SIDE = 512;

async function gatherAll(
  planned: readonly Planned[],
  gatherOne: (one: Planned) => Promise<Gathered>,
): Promise<Gathered[]> {
  const width = planned.some(({ image }) => image !== null) ? 1 : SIDE_BY_SIDE;
  const gathered: Gathered[] = [];
  for (let start = 0; start < planned.length; start += width) {
    gathered.push(...(await Promise.all(planned.slice(start, start + width).map(gatherOne))));
  }
  return gathered;
}

/** The same cases, with the edits that fix findings in Dockerfiles. */
async function editsFor(
  cases: readonly Case[],
  workingDirectory: string,
  files: ReadableFiles,
): Promise<readonly Case[]> {
  const { withEdits } = await import('../fix/with-edits.ts');
  const edited: Case[] = [];
  for (const one of cases) {
    const { dockerfile } = one.evidence;
    const text = dockerfile === null ? null : await textOf(resolve(workingDirectory, dockerfile.file), files);
    const faults = dockerfile === null || text === null ? null : withEdits(one.faults, one.checks, dockerfile, text);
    edited.push(faults === null ? one : { ...one, faults });
  }
  return edited;
}

/** As it is, mark of byte order included; null when it has gone meanwhile: nothing is proposed then. */
async function textOf(path: string, files: ReadableFiles): Promise<string | null> {
  const bytes = await files.readBytes(path, LARGEST_EDITED).catch(() => null);
  return bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

const LARGEST_EDITED = 1024 * 1024;

interface Found {
  readonly planned: readonly Planned[];
  readonly known: readonly Known[];
  readonly cases: readonly Case[];
}

async function compare(
  before: Before | null,
  { planned, known, cases }: Found,
  tools: BaselineTools,
  host: Host,
): Promise<Comparison> {
  if (before === null) return { baseline: null, notices: [] };
  const { gatherBaseline } = await import('./baseline.ts');
  const all = planned.flatMap((one, index) => {
    const [gathered, judged] = [known[index], cases[index]];
    return gathered === undefined || judged === undefined ? [] : [{ planned: one, known: gathered, judged }];
  });
  return gatherBaseline(all, before, tools, host);
}
