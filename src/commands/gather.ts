import type { BaseResolver } from '../evidence/bases/resolver.ts';
import type { ImageRun } from '../evidence/image-run.ts';
import { type OpenedImage, openImage } from '../evidence/open-image.ts';
import { gatherDockerfile, repositoryPath } from '../evidence/read-dockerfile.ts';
import type { RepositoryReader } from '../evidence/read-repository.ts';
import { withServerJson } from '../evidence/repository-texts.ts';
import type { ReadableFiles } from '../evidence/repository-view.ts';
import type { Host } from '../host/ports.ts';
import { ALL_PLATFORMS, machinePlatformText } from '../image/platform.ts';
import type { ResolvedBase } from '../model/base-chain.ts';
import { detailOf, toProblem } from '../model/failure.ts';
import type { ImageEvidence } from '../model/image.ts';
import type { Evidence } from '../model/subject.ts';
import type { Problem } from '../model/verdict.ts';
import { WANTED_TEXTS, wantsHead } from '../rules/shared/wanted.ts';
import type { Settings, Transport } from '../settings/settings.ts';
import type { Planned } from './plan.ts';
import type { ScanQueue } from './scan-queue.ts';
import type { Scan } from './scanner.ts';

/** All that could be learnt of one pair, and what could not. */
export interface Gathered {
  /** The policy's; null: one is made. */
  readonly name: string | null;
  /** Null: as the settings say. */
  readonly transport: Transport | null;
  readonly image: string | null;
  readonly dockerfile: string | null;
  readonly repository: string | null;
  /** Like `linux/arm64`, where it is judged on several; null otherwise. */
  readonly platform: string | null;
  readonly evidence: Evidence;
  /** What Trivy finds in the image; it may still be on its way. Null without an image that could be read. */
  readonly scan: Promise<Scan | null> | null;
  readonly problems: readonly Problem[];
}

/** What the subjects of one run share: what several of them need is found and read once. */
export interface SharedEvidence {
  /** Of the work tree. */
  readonly files: ReadableFiles;
  readonly bases: BaseResolver;
  readonly images: ImageRun;
  readonly repository: RepositoryReader;
  readonly scans: ScanQueue;
}

/** Image and Dockerfile, each on its own: what fails for one hides nothing that the other shows. */
export async function gather(
  planned: Planned,
  settings: Settings,
  shared: SharedEvidence,
  host: Host,
): Promise<Gathered> {
  const problems: Problem[] = [];
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      host.log.debug(detailOf(error));
      problems.push(toProblem(error));
      return null;
    }
  };
  const { image, dockerfile: path, target, buildArgs } = planned;
  const { workingDirectory } = settings;
  const opened = image === null ? null : await attempt(() => open(image, planned, settings, shared, host));
  const asked = planned.platform === ALL_PLATFORMS ? null : planned.platform;
  const platform = opened?.image.platform ?? asked ?? machinePlatformText(host.machine.arch);
  const request = { workingDirectory, target, buildArgs, platform, assumeBuilds: true };
  const chain =
    path === null ? null : await attempt(() => gatherDockerfile({ ...request, path }, shared.bases, shared.files));
  if (opened === null) suggestBases(chain?.bases ?? [], host);
  const dockerfile = chain?.evidence ?? null;
  const inRepository = path === null ? null : pathOrAsNamed(path, workingDirectory);
  const around = await shared.repository(inRepository, planned.context);
  return {
    name: planned.name,
    transport: planned.transport,
    image,
    dockerfile: inRepository,
    repository: opened?.repository ?? null,
    platform: planned.manyPlatforms ? planned.platform : null,
    evidence: {
      dockerfile,
      image: opened?.image ?? null,
      scan: null,
      repository: await withServerJson(around, inRepository, workingDirectory, shared.files),
    },
    scan: opened?.scan ?? null,
    problems,
  };
}

/** A subject with all that is known of it. */
export interface Known extends Omit<Gathered, 'scan'> {
  /** What the scan has left for bills of materials; null when there was none. */
  readonly packagesFile: string | null;
}

/** The same once Trivy is done with the image. */
export async function withScan({ scan: pending, ...gathered }: Gathered, host: Host): Promise<Known> {
  const { image } = gathered.evidence;
  if (pending === null || image === null) return { ...gathered, packagesFile: null };
  const scan = await host.progress.phase(`Scanning ${image.reference}`, () => pending);
  return {
    ...gathered,
    evidence: { ...gathered.evidence, scan: scan?.evidence ?? null },
    packagesFile: scan?.packagesFile ?? null,
    problems: [...gathered.problems, ...(scan?.problems ?? [])],
  };
}

/** What would make more known is worth a line; that a public base is not at hand is not. */
function suggestBases(bases: readonly ResolvedBase[], { log }: Host): void {
  for (const { reference, resolvedBy, reason, from } of bases) {
    if (resolvedBy === 'none' && reason.includes('bases in the policy file')) {
      log.info(`${from.file}:${from.startLine}: what ${reference} brings along is not known: ${reason}.`);
    }
  }
}

type ScannerInput = Omit<OpenedImage, 'evidence'>;

interface Opened {
  readonly image: ImageEvidence;
  readonly repository: string | null;
  readonly scan: Promise<Scan | null>;
}

/** Trivy begins as soon as it can be given the image, while the image is still being read here. */
async function open(
  reference: string,
  { name, dockerfile, platform }: Planned,
  { workingDirectory }: Settings,
  { images, scans }: SharedEvidence,
  host: Host,
): Promise<Opened> {
  const known = Promise.withResolvers<string>();
  // Of an image that cannot be read the scan does not count, and neither does its failing.
  known.promise.catch(() => undefined);
  let scan: Promise<Scan | null> = Promise.resolve(null);
  const options = {
    platform,
    workingDirectory,
    texts: WANTED_TEXTS,
    files: true,
    heads: wantsHead,
    onFound: () => scans.start(),
    onPrepared: ({ trivyInput, complete, repository }: ScannerInput) => {
      const called = name ?? repository ?? dockerfile ?? 'image';
      scan = scans.add({ trivyInput, complete, name: called, platform: known.promise });
      scan.catch(() => undefined);
    },
  };
  try {
    const opened = await host.progress.phase(`Reading image ${reference}`, () =>
      openImage(reference, options, host, images),
    );
    known.resolve(opened.evidence.platform);
    return { image: opened.evidence, repository: opened.repository, scan };
  } catch (error) {
    known.reject(error);
    throw error;
  }
}

/** For a path outside the repository, which is a problem already, the name that the user knows. */
function pathOrAsNamed(path: string, workingDirectory: string): string {
  try {
    return repositoryPath(path, workingDirectory);
  } catch {
    return path;
  }
}
