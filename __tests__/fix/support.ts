import { baseFromImageConfig } from '../../src/dockerfile/base-config.ts';
import { evaluateDockerfile } from '../../src/dockerfile/evaluate.ts';
import { readDockerfile } from '../../src/dockerfile/read.ts';
import { type FixedSource, fixSource } from '../../src/fix/fix-source.ts';
import type { DigestAnswer } from '../../src/fix/fixer.ts';
import { FIXERS } from '../../src/fix/rules/index.ts';
import type { DockerfileEvidence } from '../../src/model/dockerfile.ts';
import { checkRules } from '../../src/rules/check.ts';
import { evidence } from '../support/evidence.ts';

export interface Setting {
  /** Rules whose findings are fixed; all that can be when left out. */
  readonly rules?: readonly string[];
  readonly unsafe?: boolean;
  readonly target?: string;
  /** By reference as written. */
  readonly digests?: Readonly<Record<string, string>>;
  /** Config of every base image; not known when left out. */
  readonly base?: { readonly User?: string; readonly WorkingDir?: string; readonly Entrypoint?: readonly string[] };
}

export const DIGEST = `sha256:${'ab12'.repeat(16)}`;

export function evaluated(source: string, { target, base }: Setting = {}): DockerfileEvidence {
  return evaluateDockerfile(readDockerfile(source, 'Dockerfile'), {
    target: target ?? null,
    buildArgs: {},
    platform: 'linux/amd64',
    baseConfig: () => (base === undefined ? null : baseFromImageConfig({ os: 'linux', config: base })),
    assumeBuilds: true,
  });
}

/** One round of fixes. */
export function fixed(source: string, setting: Setting = {}): FixedSource {
  const rules = setting.rules ?? FIXERS.map(({ rule }) => rule.id);
  const dockerfile = evaluated(source, setting);
  const options = { profile: 'strict', transport: 'auto', allowedBases: [], allowedPorts: null } as const;
  const checks = checkRules(evidence({ dockerfile }), options).filter(({ rule }) => rules.includes(rule));
  const digest = (reference: string): DigestAnswer => {
    const known = setting.digests?.[reference];
    return known === undefined ? { reason: 'nobody knows it' } : { digest: known, source: 'the test' };
  };
  return fixSource(source, dockerfile, checks, { digest }, setting.unsafe ?? false);
}

/** The reasons why nothing is done, in the order of the lines. */
export function reasons(source: string, setting: Setting = {}): readonly string[] {
  const result = fixed(source, setting);
  if (result.source !== source) throw new Error(`it was changed to ${JSON.stringify(result.source)}`);
  return result.unfixed.map(({ reason }) => reason);
}

/** Fixes until nothing is left to do, and says by which rules. */
export function settled(
  text: string,
  setting: Setting,
): { readonly source: string; readonly rules: ReadonlySet<string> } {
  let source = text;
  const rules = new Set<string>();
  for (let round = 0; round < 4; round++) {
    const result = fixed(source, setting);
    if (result.source === source) break;
    for (const { rule } of result.fixed) rules.add(rule);
    source = result.source;
  }
  return { source, rules };
}

/** For every image. */
export const DIGESTS = new Proxy<Record<string, string>>({}, { get: () => DIGEST });
