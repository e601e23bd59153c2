import { type OpenedImage, openImage } from '../evidence/open-image.ts';
import type { Pair } from '../evidence/plan-subjects.ts';
import { gatherDockerfile, repositoryPath } from '../evidence/read-dockerfile.ts';
import type { Host } from '../host/ports.ts';
import { detailOf, toProblem } from '../model/failure.ts';
import type { Evidence } from '../model/subject.ts';
import type { Problem } from '../model/verdict.ts';
import type { Settings } from '../settings/settings.ts';
import type { Scanner } from './scanner.ts';

/** All that could be learnt of one pair, and what could not. */
export interface Gathered {
  readonly image: string | null;
  readonly dockerfile: string | null;
  readonly repository: string | null;
  readonly evidence: Evidence;
  /** What Trivy is to be given; null without an image that could be read. */
  readonly trivyInput: string | null;
  readonly problems: readonly Problem[];
}

/** Files of the image that rules read: they turn the name of a user into numbers. */
const TEXTS = ['/etc/passwd', '/etc/group'];

/** Image and Dockerfile, each on its own: what fails for one hides nothing that the other shows. */
export async function gather(pair: Pair, settings: Settings, host: Host): Promise<Gathered> {
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
  const { image, dockerfile: path } = pair;
  const opened = image === null ? null : await attempt(() => open(image, settings, host));
  const platform = opened?.evidence.platform ?? settings.platform ?? `linux/${architecture(host)}`;
  const { workingDirectory, target, buildArg: buildArgs } = settings;
  const dockerfile =
    path === null
      ? null
      : await attempt(() => gatherDockerfile({ path, workingDirectory, target, buildArgs, platform }, host.files));
  return {
    image,
    dockerfile: path === null ? null : pathOrAsNamed(path, workingDirectory),
    repository: opened?.repository ?? null,
    evidence: { dockerfile, image: opened?.evidence ?? null, scan: null },
    trivyInput: opened?.trivyInput ?? null,
    problems,
  };
}

/** The same with what Trivy finds in the image. */
export async function addScan(gathered: Gathered, scan: NonNullable<Scanner['scan']>, host: Host): Promise<Gathered> {
  const { evidence, trivyInput } = gathered;
  const { image } = evidence;
  if (image === null || trivyInput === null) return gathered;
  const found = await host.progress.phase(`Scanning ${image.reference}`, () => scan(trivyInput, image.platform));
  return {
    ...gathered,
    evidence: { ...evidence, scan: found.evidence },
    problems: [...gathered.problems, ...found.problems],
  };
}

function open(reference: string, settings: Settings, host: Host): Promise<OpenedImage> {
  return host.progress.phase(`Reading image ${reference}`, () =>
    openImage(
      reference,
      { platform: settings.platform, texts: TEXTS, workingDirectory: settings.workingDirectory },
      host,
    ),
  );
}

/** Go's name of the machine's architecture, as images write it. */
function architecture({ machine }: Host): string {
  return machine.arch === 'x64' ? 'amd64' : machine.arch;
}

/** For a path outside the repository, which is a problem already, the name that the user knows. */
function pathOrAsNamed(path: string, workingDirectory: string): string {
  try {
    return repositoryPath(path, workingDirectory);
  } catch {
    return path;
  }
}
