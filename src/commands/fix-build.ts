import { DockerfileError, readDockerfile } from '../dockerfile/read.ts';
import type { BaseResolver, Chain } from '../evidence/bases/resolver.ts';
import type { DigestBook } from '../evidence/digests/digest-book.ts';
import { RejectedDockerfile } from '../evidence/read-dockerfile.ts';
import { type FixedSource, fixSource } from '../fix/fix-source.ts';
import type { DigestAnswer } from '../fix/fixer.ts';
import type { Host } from '../host/ports.ts';
import { ALL_PLATFORMS, machinePlatformText } from '../image/platform.ts';
import type { Check } from '../model/check.ts';
import type { DockerfileEvidence } from '../model/dockerfile.ts';
import type { Policy } from '../policy/policy.ts';
import { checkRules } from '../rules/check.ts';
import type { Planned } from './plan.ts';

/** What all Dockerfiles of a run share. */
export interface FixTools {
  readonly bases: BaseResolver;
  readonly digests: DigestBook;
  readonly policy: Policy;
}

/** What one edit makes possible is found in the next round: more of them nobody needs. */
const MOST_ROUNDS = 4;

/** The text of a Dockerfile with all that can be fixed in it, for one way to build it. Throws RejectedDockerfile. */
export async function fixBuild(
  text: string,
  file: string,
  build: Planned,
  unsafe: boolean,
  tools: FixTools,
  host: Host,
): Promise<FixedSource> {
  const fixed: FixedSource['fixed'][number][] = [];
  let source = text;
  for (let round = 1; ; round++) {
    const { evidence, checks, digests } = await judge(source, file, build, tools, host);
    const facts = { digest: (reference: string) => digests.get(reference) ?? { reason: 'it was not looked up' } };
    const next = fixSource(source, evidence, checks, facts, unsafe);
    fixed.push(...next.fixed);
    if (next.source === source || round === MOST_ROUNDS) return { ...next, fixed };
    source = next.source;
  }
}

async function judge(source: string, file: string, build: Planned, { bases, digests, policy }: FixTools, host: Host) {
  const { target, buildArgs } = build;
  // What an image is there for is not asked here.
  const wanted = build.platform === ALL_PLATFORMS ? null : build.platform;
  const platform = wanted ?? machinePlatformText(host.machine.arch);
  const chain = await evaluate({ source, file, target, buildArgs, platform }, bases);
  const evidence = { dockerfile: chain.evidence, image: null, scan: null, repository: null };
  const checks = checkRules(evidence, policy);
  return { evidence: chain.evidence, checks, digests: await digestsFor(chain.evidence, checks, digests) };
}

/** Nobody is asked for what no finding is about. */
async function digestsFor(
  { pulledImages }: DockerfileEvidence,
  checks: readonly Check[],
  digests: DigestBook,
): Promise<ReadonlyMap<string, DigestAnswer>> {
  const answers = new Map<string, DigestAnswer>();
  if (!checks.some(({ rule, answer }) => rule === 'base-digest' && answer === 'fail')) return answers;
  for (const { reference, written, builtBy } of pulledImages) {
    if (reference === null || reference !== written || reference.includes('@') || builtBy !== undefined) continue;
    answers.set(reference, await digests.find(reference));
  }
  return answers;
}

async function evaluate(
  {
    source,
    file,
    ...build
  }: Pick<Planned, 'target' | 'buildArgs'> & {
    readonly source: string;
    readonly file: string;
    readonly platform: string;
  },
  bases: BaseResolver,
): Promise<Chain> {
  try {
    return await bases.evaluate({ ...build, parsed: readDockerfile(source, file), assumeBuilds: true });
  } catch (error) {
    throw error instanceof DockerfileError ? new RejectedDockerfile(file, error) : error;
  }
}
