import type { BaseResolver, Chain } from '../evidence/bases/resolver.ts';
import { openImage } from '../evidence/open-image.ts';
import { gatherDockerfile, RejectedDockerfile } from '../evidence/read-dockerfile.ts';
import { workTreeFiles } from '../evidence/work-tree-files.ts';
import type { Host } from '../host/ports.ts';
import { machinePlatformText } from '../image/platform.ts';
import { detailOf, toProblem } from '../model/failure.ts';
import type { ImageEvidence } from '../model/image.ts';
import { attributeConfig } from '../report/explain/attribute.ts';
import type { Explained, Explanation, Unexplained } from '../report/explain/explanation.ts';
import { createBaseResolver } from './base-resolver.ts';
import { type Planned, planSubjects } from './plan.ts';
import type { Asked } from './policy-file.ts';
import { redactConfig } from './redact-config.ts';

export interface Explanations {
  readonly explanations: readonly Explanation[];
  /** Whether one alone was named: it is shown as itself, not as a list. */
  readonly single: boolean;
  /** 0: everything is explained; 2: something is rejected or not there; 3: something could not be read. */
  readonly exitCode: 0 | 2 | 3;
}

/**
 * Effective configs and where each value comes from. What cannot be explained has its reason in its place.
 * @throws UsageError when it is not clear what to explain.
 */
export async function explain(asked: Asked, cacheFolder: string, host: Host): Promise<Explanations> {
  const bases = createBaseResolver(asked, cacheFolder, host);
  const planned = await planSubjects(asked, host);
  const explanations: Explanation[] = [];
  const kinds = new Set<'usage' | 'verify'>();
  for (const one of planned) {
    try {
      explanations.push(await explainOne(one, asked, bases, host));
    } catch (error) {
      const { entry, kind } = failed(error, one, host);
      explanations.push(entry);
      kinds.add(kind);
    }
  }
  const { settings } = asked;
  const single = planned.length === 1 && settings.image.length + settings.dockerfile.length > 0;
  // A wrong input comes before what could not be read.
  return { explanations, single, exitCode: kinds.has('usage') ? 2 : kinds.has('verify') ? 3 : 0 };
}

async function explainOne(planned: Planned, asked: Asked, bases: BaseResolver, host: Host): Promise<Explained> {
  const { workingDirectory } = asked.settings;
  const { dockerfile: path, target, buildArgs } = planned;
  const image =
    planned.image === null ? null : await readImage(planned.image, planned.platform, workingDirectory, host);
  const platform = image?.platform ?? planned.platform ?? machinePlatformText(host.machine.arch);
  // What an image was built from did build.
  const request = { workingDirectory, target, buildArgs, platform, assumeBuilds: image !== null };
  const chain =
    path === null
      ? null
      : await gatherDockerfile({ ...request, path }, bases, workTreeFiles(workingDirectory, host.files));
  const config =
    image === null ? chain?.evidence.config : attributeConfig(image.config, chain?.evidence.config ?? null);
  if (config === undefined) throw new Error('a subject without image and Dockerfile');
  return {
    dockerfile: chain?.evidence.file ?? null,
    image: image === null ? null : { reference: image.reference, imageId: image.imageId },
    platform,
    ...stagesOf(chain),
    bases: chain?.bases ?? [],
    config: redactConfig(config),
  };
}

function stagesOf(chain: Chain | null): Pick<Explained, 'target' | 'stages'> {
  if (chain === null) return { target: null, stages: [] };
  const { stages, target } = chain.evidence;
  const built = stages.find(({ index }) => index === target);
  return {
    target: built?.name ?? String(target),
    stages: stages.map(({ name, from, base, location }) => ({ name, from, base, line: location.startLine })),
  };
}

async function readImage(
  reference: string,
  platform: string | null,
  workingDirectory: string,
  host: Host,
): Promise<ImageEvidence> {
  const wanted = { platform, workingDirectory, texts: [], files: false, heads: () => false };
  return (await openImage(reference, wanted, host)).evidence;
}

function failed(
  error: unknown,
  { dockerfile, image }: Planned,
  { log }: Host,
): { readonly entry: Unexplained; readonly kind: 'usage' | 'verify' } {
  log.debug(detailOf(error));
  if (error instanceof RejectedDockerfile) {
    const { file, line, reason } = error;
    return { entry: { dockerfile: file, image, error: { line, message: reason } }, kind: 'usage' };
  }
  const { message, kind } = toProblem(error);
  return { entry: { dockerfile, image, error: { line: null, message } }, kind };
}
