import type { Baseline } from '../../src/model/baseline.ts';
import type { Check } from '../../src/model/check.ts';
import type { Fault } from '../../src/model/finding.ts';
import type { Problem } from '../../src/model/verdict.ts';
import type { Waiver } from '../../src/model/waiver.ts';
import type { Case, Judgement, Run } from '../../src/policy/decide.ts';
import type { Policy } from '../../src/policy/policy.ts';

/** Building blocks for tests of the judgement. */

export const POLICY: Policy = {
  profile: 'mcp',
  transport: 'auto',
  failOn: 'high',
  failOnByOrigin: {},
  failUnfixed: false,
  unratedAs: 'unknown',
  ruleSeverity: {},
  graceDays: {},
  gate: 'all',
  withoutBaseline: 'gate',
  allowedBases: [],
  allowedPorts: null,
  requiredLabels: [],
  strictUnknown: false,
};

export const RUN: Run = { startedAt: '2026-01-01T00:00:00.000Z', scanner: null, problems: [] };

export const JUDGEMENT: Judgement = { waivers: [], baseline: null, now: RUN.startedAt, notices: [] };

export const PROBLEM: Problem = { kind: 'verify', code: 'x', message: 'It broke.', advice: 'Mend it.' };

export function fault(rest: Partial<Fault> = {}): Fault {
  return {
    id: 'CVE-2026-1',
    kind: 'advisory',
    severity: 'high',
    title: 't',
    message: 'm',
    fix: 'f',
    location: null,
    related: [],
    image: null,
    origin: null,
    aliases: [],
    url: null,
    fingerprint: 'f'.repeat(32),
    fixable: true,
    published: null,
    cwes: [],
    edits: [],
    ...rest,
  };
}

export function check(rest: Partial<Check> = {}): Check {
  return {
    rule: 'some-rule',
    title: 'Some rule',
    answer: 'pass',
    severity: 'high',
    reason: 'Because.',
    violations: [],
    ...rest,
  };
}

export function aCase(rest: Partial<Case> = {}): Case {
  return {
    subject: { name: 'app', image: 'app:ci', dockerfile: null, platform: null },
    evidence: { dockerfile: null, image: null, scan: null, repository: null },
    checks: [],
    faults: [],
    problems: [],
    ...rest,
  };
}

/** A waiver of nothing, until it is told of what. */
export function aWaiver(rest: Partial<Waiver> = {}): Waiver {
  return {
    ids: [],
    images: [],
    packages: [],
    paths: [],
    origin: null,
    reason: 'not reachable here',
    owner: null,
    expires: '2099-12-31',
    source: 'policy',
    location: { file: '.github/image-gate.yml', startLine: 1, endLine: 1 },
    ...rest,
  };
}

/** What the subject of `aCase` had before the change. */
export function knownBaseline(
  faults: readonly Fault[],
  covers: { readonly dockerfile: boolean; readonly image: boolean } = { dockerfile: true, image: true },
): Baseline {
  return {
    description: 'commit 1a2b3c4 of main',
    commit: '1a2b3c4'.padEnd(40, '0'),
    subjects: new Map([['app', { kind: 'known', faults, covers }]]),
  };
}
