import type { Severity } from '../../model/severity.ts';
import type { RawSettings } from '../../settings/load.ts';
import { waiverDays } from './cross-checks.ts';
import type { DeclaredBuild, PolicyFile, PolicyImage } from './policy-file.ts';
import { DAYS } from './schema/values.ts';
import type { DecodedPolicy } from './schema.ts';
import { toWaiver } from './to-waiver.ts';

/** Where things stand in the file: lines counted from 1, both ends included. */
export type LinesOf = (path: readonly (string | number)[]) => { readonly start: number; readonly end: number };

/** A policy without mistakes, in the terms of the judgement. */
export function toPolicyFile(policy: DecodedPolicy, file: string, linesOf: LinesOf): PolicyFile {
  return {
    file,
    profile: policy.profile ?? null,
    bases: Object.fromEntries(
      Object.entries(policy.bases ?? {}).map(([name, build]) => [name, toBuild(build, linesOf(['bases', name]).start)]),
    ),
    images: (policy.images ?? []).map(toImage),
    options: toOptions(policy),
    failOnByOrigin: byOrigin(policy['fail-on']),
    unratedAs: policy['unrated-as'] ?? null,
    ruleSeverity: policy.rules ?? null,
    graceDays: toGraceDays(policy.grace),
    withoutBaseline: policy['without-baseline'] ?? null,
    requiredLabels: policy['required-labels'] ?? null,
    waivers: (policy.waivers ?? []).map((waiver, index) => {
      const { start, end } = linesOf(['waivers', index]);
      return toWaiver(waiver, { file, startLine: start, endLine: end });
    }),
    waiverDays: waiverDays(policy['waiver-term']),
    ignoreFiles: policy['ignore-files'] ?? null,
    vexFiles: policy.vex ?? null,
  };
}

function toBuild(build: NonNullable<DecodedPolicy['bases']>[string], line: number): DeclaredBuild {
  if (typeof build === 'string') return { dockerfile: build, target: null, buildArgs: {}, line };
  return { dockerfile: build.dockerfile, target: build.target ?? null, buildArgs: build['build-args'] ?? {}, line };
}

function toImage(image: NonNullable<DecodedPolicy['images']>[number]): PolicyImage {
  return {
    name: image.name ?? null,
    image: image.image ?? null,
    dockerfile: image.dockerfile ?? null,
    target: image.target ?? null,
    buildArgs: image['build-args'] ?? {},
    platform: image.platform ?? null,
    transport: image.transport ?? null,
    context: image.context ?? null,
  };
}

/** As text: inputs, environment, file and defaults go through one decoder. */
function toOptions(policy: DecodedPolicy): RawSettings {
  const { scanners, limits, 'fail-on': failOn, 'fail-unfixed': failUnfixed } = policy;
  const texts: Readonly<Record<string, readonly (string | number | boolean | undefined)[] | undefined>> = {
    profile: [policy.profile],
    transport: [policy.transport],
    failOn: [typeof failOn === 'string' ? failOn : failOn?.default],
    failUnfixed: [failUnfixed],
    scanners: [typeof scanners === 'string' ? scanners : scanners?.join(',')],
    gate: [policy.gate],
    allowBase: policy['allowed-bases'],
    allowPort: policy['allowed-ports'],
    maxDbAge: [limits?.['max-db-age']],
    timeout: [limits?.timeout],
  };
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, values = []]) => {
      const given = values.filter((value) => value !== undefined).map(String);
      return given.length === 0 ? [] : [[key, given]];
    }),
  );
}

function byOrigin(failOn: DecodedPolicy['fail-on']): PolicyFile['failOnByOrigin'] {
  if (failOn === undefined || typeof failOn === 'string') return null;
  const { base, build, app, config } = failOn;
  return {
    ...(base === undefined ? {} : { base }),
    ...(build === undefined ? {} : { build }),
    ...(app === undefined ? {} : { app }),
    ...(config === undefined ? {} : { config }),
  };
}

function toGraceDays(grace: DecodedPolicy['grace']): PolicyFile['graceDays'] {
  if (grace === undefined) return null;
  const days: Partial<Record<Severity, number>> = {};
  for (const severity of ['critical', 'high', 'medium', 'low', 'unknown'] as const) {
    const term = grace === 'none' ? undefined : DAYS.exec(grace[severity] ?? '')?.[1];
    if (term !== undefined) days[severity] = Number(term);
  }
  return days;
}
