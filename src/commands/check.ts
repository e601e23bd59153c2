import { findDockerfiles } from '../evidence/find-dockerfiles.ts';
import { pairUp } from '../evidence/plan-subjects.ts';
import { nameSubjects } from '../evidence/subject-name.ts';
import type { Host } from '../host/ports.ts';
import type { Location } from '../model/location.ts';
import type { Verdict } from '../model/verdict.ts';
import { type Case, decide } from '../policy/decide.ts';
import { faultsOf } from '../policy/faults.ts';
import { type Policy, policyOf } from '../policy/policy.ts';
import { checkRules } from '../rules/check.ts';
import { RULES } from '../rules/index.ts';
import type { Settings } from '../settings/settings.ts';
import { addScan, type Gathered, gather } from './gather.ts';
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
export async function check(settings: Settings, surroundings: Surroundings, host: Host): Promise<Verdict> {
  const startedAt = host.clock.now().toISOString();
  const policy = policyOf(settings);
  const gathered: Gathered[] = [];
  for (const pair of await planned(settings, host)) gathered.push(await gather(pair, settings, host));
  // Nothing is downloaded for images that are not there.
  const hasImages = gathered.some(({ trivyInput }) => trivyInput !== null);
  const scanner = await prepareScanner(settings, hasImages, surroundings.cacheFolder, host);
  if (scanner.scan !== null) {
    for (const [index, one] of gathered.entries()) gathered[index] = await addScan(one, scanner.scan, host);
  }
  const cases = judgeAll(gathered, surroundings.workflow, policy);
  return decide(cases, { startedAt, scanner: scanner.facts, problems: scanner.problems }, policy);
}

async function planned(settings: Settings, host: Host): Promise<ReturnType<typeof pairUp>> {
  const isOpen = settings.image.length === 0 && settings.dockerfile.length === 0;
  return pairUp({
    images: settings.image,
    dockerfiles: isOpen ? await findDockerfiles(settings.workingDirectory, host) : settings.dockerfile,
    hasBuildOptions: settings.target !== null || Object.keys(settings.buildArg).length > 0,
  });
}

const ALIASES = new Map(RULES.map(({ id, aliases }) => [id, aliases]));

function judgeAll(gathered: readonly Gathered[], workflow: Location | null, policy: Policy): readonly Case[] {
  const subjects = nameSubjects(gathered);
  return gathered.flatMap(({ evidence, problems }, index) => {
    const subject = subjects[index];
    if (subject === undefined) return [];
    const checks = evidence.dockerfile === null && evidence.image === null ? [] : checkRules(evidence, policy);
    return [
      {
        subject,
        evidence,
        checks,
        faults: faultsOf(subject, evidence, checks, { aliases: ALIASES, named: workflow }),
        problems,
      },
    ];
  });
}
