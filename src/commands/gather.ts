import type { BaseResolver } from '../evidence/bases/resolver.ts';
import type { ImageRun } from '../evidence/image-run.ts';
import { type OpenedImage, openImage } from '../evidence/open-image.ts';
import { gatherDockerfile, repositoryPath } from '../evidence/read-dockerfile.ts';
import type { RepositoryReader } from '../evidence/read-repository.ts';
import { withServerJson } from '../evidence/repository-texts.ts';
import type { Host } from '../host/ports.ts';
import { formatPlatform, machinePlatform } from '../image/platform.ts';
import type { ResolvedBase } from '../model/base-chain.ts';
import { detailOf, toProblem } from '../model/failure.ts';
import type { Evidence } from '../model/subject.ts';
import type { Problem } from '../model/verdict.ts';
import { WANTED_TEXTS, wantsHead } from '../rules/shared/wanted.ts';
import type { Settings, Transport } from '../settings/settings.ts';
import type { Planned } from './plan.ts';
import type { Scanner } from './scanner.ts';

/** All that could be learnt of one pair, and what could not. */
export interface Gathered {
  /** The policy's; null: one is made. */
  readonly name: string | null;
  /** Null: as the settings say. */
  readonly transport: Transport | null;
  readonly image: string | null;
  readonly dockerfile: string | null;
  readonly repository: string | null;
  readonly evidence: Evidence;
  /** What Trivy is to be given; null without an image that could be read. */
  readonly trivyInput: string | null;
  /** See `OpenedImage`. */
  readonly complete: OpenedImage['complete'];
  readonly problems: readonly Problem[];
}

/** What the subjects of one run share: what several of them need is found and read once. */
export interface SharedEvidence {
  readonly bases: BaseResolver;
  readonly images: ImageRun;
  readonly repository: RepositoryReader;
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
  const opened =
    image === null ? null : await attempt(() => open(image, planned.platform, settings, shared.images, host));
  const platform = opened?.evidence.platform ?? planned.platform ?? formatPlatform(machinePlatform(host.machine.arch));
  const request = { workingDirectory, target, buildArgs, platform, assumeBuilds: true };
  const chain =
    path === null ? null : await attempt(() => gatherDockerfile({ ...request, path }, shared.bases, host.files));
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
    evidence: {
      dockerfile,
      image: opened?.evidence ?? null,
      scan: null,
      repository: await withServerJson(around, inRepository, workingDirectory, host.files),
    },
    trivyInput: opened?.trivyInput ?? null,
    complete: opened?.complete ?? null,
    problems,
  };
}

/** The same with what Trivy finds in the image. */
export async function addScan(gathered: Gathered, scan: NonNullable<Scanner['scan']>, host: Host): Promise<Gathered> {
  const { evidence, trivyInput, complete } = gathered;
  const { image } = evidence;
  if (image === null || trivyInput === null) return gathered;
  const found = await host.progress.phase(`Scanning ${image.reference}`, async () => {
    const first = await scan(trivyInput, image.platform);
    // A scanner that has not seen the layers before cannot do without them.
    if (first.evidence !== null || complete === null) return first;
    try {
      return await scan(await complete(), image.platform);
    } catch (error) {
      host.log.debug(detailOf(error));
      return { evidence: null, problems: [toProblem(error)] };
    }
  });
  return {
    ...gathered,
    evidence: { ...evidence, scan: found.evidence },
    problems: [...gathered.problems, ...found.problems],
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

function open(
  reference: string,
  platform: string | null,
  { workingDirectory }: Settings,
  images: ImageRun,
  host: Host,
): Promise<OpenedImage> {
  const options = { platform, workingDirectory, texts: WANTED_TEXTS, files: true, heads: wantsHead };
  return host.progress.phase(`Reading image ${reference}`, () => openImage(reference, options, host, images));
}

/** For a path outside the repository, which is a problem already, the name that the user knows. */
function pathOrAsNamed(path: string, workingDirectory: string): string {
  try {
    return repositoryPath(path, workingDirectory);
  } catch {
    return path;
  }
}
