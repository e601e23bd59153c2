import { join } from 'node:path';
import { ImageRun } from '../evidence/image-run.ts';
import { repositoryReader } from '../evidence/read-repository.ts';
import { readLockFiles } from '../evidence/repository-texts.ts';
import { nameSubjects } from '../evidence/subject-name.ts';
import type { Host } from '../host/ports.ts';
import type { Location } from '../model/location.ts';
import type { Verdict } from '../model/verdict.ts';
import { type Case, decide } from '../policy/decide.ts';
import { type FaultContext, faultsOf } from '../policy/faults.ts';
import { type Policy, policyOf } from '../policy/policy.ts';
import { checkRules } from '../rules/check.ts';
import { RULES } from '../rules/index.ts';
import { mayKeep } from '../rules/shared/may-keep.ts';
import type { Transport } from '../settings/settings.ts';
import { createBaseResolver } from './base-resolver.ts';
import { addScan, type Gathered, gather } from './gather.ts';
import { type Planned, planSubjects } from './plan.ts';
import type { Asked } from './policy-file.ts';
import { prepareScanner } from './scanner.ts';

export interface Surroundings {
  /** Where Trivy's databases are kept unless the settings name a folder. */
  readonly cacheFolder: string;
  /** The workflow file that names what is judged: where findings without a Dockerfile belong. */
  readonly workflow: Location | null;
}

/**
 * The whole story: what to judge → what is known of it → what the rules say → the verdict.
 * What fails on the way becomes an error of the verdict; what was found all the same stays in it.
 * @throws UsageError when it is not clear what to judge.
 */
export async function check(asked: Asked, surroundings: Surroundings, host: Host): Promise<Verdict> {
  const startedAt = host.clock.now().toISOString();
  const { settings } = asked;
  const policy = policyOf(settings, asked.policyFile);
  const planned = await planSubjects(asked, host);
  const shared = {
    bases: createBaseResolver(asked, surroundings.cacheFolder, host),
    images: new ImageRun(
      planned.flatMap(({ image }) => image ?? []),
      host,
      { folder: join(surroundings.cacheFolder, 'images'), mayStore: mayKeep },
    ),
    repository: repositoryReader(settings.workingDirectory, host),
  };
  const gathered = await gatherAll(planned, (one) => gather(one, settings, shared, host));
  // Nothing is downloaded for images that are not there.
  const hasImages = gathered.some(({ trivyInput }) => trivyInput !== null);
  const scanner = await prepareScanner(settings, hasImages, surroundings.cacheFolder, host);
  if (scanner.scan !== null) {
    for (const [index, one] of gathered.entries()) gathered[index] = await addScan(one, scanner.scan, host);
  }
  const tracked = gathered[0]?.evidence.repository?.files ?? null;
  const lockFiles = hasImages ? await readLockFiles(tracked, settings.workingDirectory, host.files) : new Map();
  const cases = judgeAll(
    gathered,
    { named: surroundings.workflow, lockFiles },
    { ...policy, today: startedAt.slice(0, 10) },
  );
  return decide(cases, { startedAt, scanner: scanner.facts, problems: scanner.problems }, policy, {
    waivers: asked.policyFile?.waivers ?? [],
    baseline: null,
    now: startedAt,
    notices: [],
  });
}

/** Images one after the other, because they share exports and layers; Dockerfiles alone side by side. */
const SIDE_BY_SIDE = 16;

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

const ALIASES = new Map(RULES.map(({ id, aliases }) => [id, aliases]));

function judgeAll(
  gathered: readonly Gathered[],
  places: Omit<FaultContext, 'aliases'>,
  policy: Policy & { readonly today: string },
): readonly Case[] {
  const subjects = nameSubjects(gathered);
  return gathered.flatMap(({ evidence, problems, transport }, index) => {
    const subject = subjects[index];
    if (subject === undefined) return [];
    const checks =
      evidence.dockerfile === null && evidence.image === null ? [] : checkRules(evidence, policyFor(policy, transport));
    return [
      {
        subject,
        evidence,
        checks,
        faults: faultsOf(subject, evidence, checks, { ...places, aliases: ALIASES }),
        problems,
      },
    ];
  });
}

/** `auto` asks: the policy file's word on one image is the answer. */
function policyFor<P extends Policy>(policy: P, transport: Transport | null): P {
  return policy.transport === 'auto' && transport !== null ? { ...policy, transport } : policy;
}
