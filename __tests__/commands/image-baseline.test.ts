import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { evidenceOfCommit, imageBaseline, readBaselineFile } from '../../src/commands/image-baseline.ts';
import type { Sboms } from '../../src/commands/scanner.ts';
import { evidenceText } from '../../src/commands/store-baseline.ts';
import { decodeEvidence } from '../../src/evidence/stored/decode.ts';
import type { StoredEvidence } from '../../src/evidence/stored/schema.ts';
import type { SubjectBaseline } from '../../src/model/baseline.ts';
import { VerifyError } from '../../src/model/failure.ts';
import type { Fault } from '../../src/model/finding.ts';
import type { Advisory, ScanEvidence } from '../../src/model/scan.ts';
import { subjectKey } from '../../src/model/subject.ts';
import { compareWith } from '../../src/policy/change.ts';
import type { Case } from '../../src/policy/decide.ts';
import { faultsOf } from '../../src/policy/faults.ts';
import { sbomOf } from '../../src/trivy/sbom.ts';
import { scanImage } from '../../src/trivy/scan.ts';
import { scanSbom } from '../../src/trivy/scan-sbom.ts';
import { aCase, check, fault } from '../support/cases.ts';
import { evidence, image, scan } from '../support/evidence.ts';
import type { ImageSpec } from '../support/image-builder/index.ts';
import { testHost } from '../support/test-host.ts';
import { CARELESS, OPENSSL, osRelease, realTrivy, scanRequest } from '../trivy/fixtures.ts';

const SCANNERS: StoredEvidence['scanners'] = ['vuln', 'secret', 'license'];
const FACTS = {
  createdAt: '2026-11-23T09:00:00.000Z',
  repository: 'acme/mcp',
  commit: 'a'.repeat(40),
  scanners: SCANNERS,
};

function advisory(rest: Partial<Advisory> = {}): Advisory {
  return {
    id: 'CVE-2026-1',
    aliases: [],
    title: '',
    severity: 'high',
    severitySource: null,
    package: 'left',
    purl: 'pkg:npm/left@1.0.0',
    installed: '1.0.0',
    fixed: '2.0.0',
    status: 'fixed',
    kind: 'language',
    path: 'app/left/package.json',
    layer: null,
    url: null,
    published: null,
    cwes: [],
    ...rest,
  };
}

/** A subject as it stands after judging: with the faults of its scan and of a rule. */
function judged(found: Partial<ScanEvidence>, rules: readonly string[] = [], name = 'app'): Case {
  const subject = { name, image: 'app:ci', dockerfile: null, platform: null };
  const known = evidence({ image: image(), scan: scan(found) });
  const ruleFaults = rules.map(
    (id, index): Fault => fault({ id, kind: 'rule', fingerprint: String(index).repeat(32) }),
  );
  const faults = [...ruleFaults, ...faultsOf(subject, known, [], { named: null, aliases: new Map() })];
  const checks = ['user-non-root', 'secret-in-env'].map((rule) =>
    check({ rule, answer: rules.includes(rule) ? 'fail' : 'pass' }),
  );
  return aCase({ subject, evidence: known, checks, faults });
}

async function storedOf(cases: readonly Case[], components: readonly unknown[] = []): Promise<StoredEvidence> {
  const sboms: Sboms = {
    make: async () => JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.7', components }),
    scan: null,
  };
  const files = new Map(cases.map(({ subject }) => [subjectKey(subject), '/packages']));
  const decoded = decodeEvidence((await evidenceText(cases, files, sboms, FACTS)) ?? '');
  if ('mistake' in decoded) throw new Error(decoded.mistake);
  return decoded.evidence;
}

const finds =
  (...advisories: Advisory[]): Sboms['scan'] =>
  async (_sbom, platform) =>
    scan({ platform, advisories });

/** `id: change` of each fault of the head, and what is fixed. */
function compared(head: Case, baseline: SubjectBaseline | undefined): readonly string[] {
  const { changeOf } = compareWith(head.subject, baseline ?? null);
  const now = new Set(head.faults.map(({ fingerprint }) => fingerprint));
  const gone = baseline?.kind === 'known' ? baseline.faults.filter(({ fingerprint }) => !now.has(fingerprint)) : [];
  return [...head.faults.map((one) => `${one.id}: ${changeOf(one)}`), ...gone.map(({ id }) => `${id}: fixed`)].sort();
}

describe('what a change is blamed for', () => {
  test('what it brings, and not what was there or was published since', async () => {
    const stored = await storedOf([judged({ advisories: [advisory()] }, ['user-non-root', 'secret-in-env'])]);
    const head = judged(
      {
        advisories: [
          advisory(),
          advisory({ id: 'CVE-2026-2' }),
          advisory({ id: 'CVE-2026-3', package: 'right', purl: 'pkg:npm/right@1' }),
        ],
      },
      ['user-non-root'],
    );
    const baseline = await imageBaseline([head], {
      stored,
      scanners: SCANNERS,
      // The database of today knows more of the packages of then.
      scanSbom: finds(advisory(), advisory({ id: 'CVE-2026-2' }), advisory({ id: 'CVE-2026-4' })),
    });
    expect(compared(head, baseline.get('app'))).toEqual([
      'CVE-2026-1: unchanged',
      'CVE-2026-2: unchanged',
      'CVE-2026-3: new',
      'CVE-2026-4: fixed',
      'secret-in-env: fixed',
      'user-non-root: unchanged',
    ]);
  });

  test('secrets and licences are told apart by their places', async () => {
    const hit = { rule: 'github-pat', title: '', severity: 'critical', startLine: 1, endLine: 1, layer: null } as const;
    const owner = { name: 'AGPL', category: 'forbidden', severity: 'high', path: null } as const;
    const stored = await storedOf([
      judged({ secrets: [{ ...hit, path: '/a' }], licenses: [{ ...owner, package: 'p' }] }),
    ]);
    const head = judged({
      secrets: [
        { ...hit, path: '/a', startLine: 9 },
        { ...hit, path: '/b' },
      ],
      licenses: [
        { ...owner, package: 'p' },
        { ...owner, package: 'q' },
      ],
    });
    const baseline = await imageBaseline([head], { stored, scanners: SCANNERS, scanSbom: finds() });
    expect(compared(head, baseline.get('app'))).toEqual([
      'github-pat: new',
      'github-pat: unchanged',
      'license-AGPL: new',
      'license-AGPL: unchanged',
    ]);
  });

  test('another credential in a file that had one is new; one that moved, or is gone, is not', async () => {
    const hit = { rule: 'github-pat', title: '', severity: 'critical', endLine: 1, layer: null } as const;
    const at = (path: string | null, ...lines: number[]) => lines.map((startLine) => ({ ...hit, path, startLine }));
    const stored = await storedOf([judged({ secrets: [...at('/a', 1), ...at('/b', 1, 2), ...at(null, 0)] })]);
    const head = judged({ secrets: [...at('/a', 1, 5), ...at('/b', 7), ...at(null, 0, 0)] });
    const baseline = await imageBaseline([head], { stored, scanners: SCANNERS, scanSbom: finds() });
    const { changeOf } = compareWith(head.subject, baseline.get('app') ?? null);
    expect(head.faults.map((one) => [one.image?.path, changeOf(one)])).toEqual([
      ['/a', 'new'],
      ['/b', 'unchanged'],
      [null, 'unchanged'],
    ]);
  });

  test('an advisory of a package that was there in the same version is old, even where the look-up does not find it', async () => {
    const properties = [{ name: 'aquasecurity:trivy:FilePath', value: 'app/left/package.json' }];
    const stored = await storedOf([judged({})], [{ purl: 'pkg:npm/left@1.0.0', properties }]);
    const head = judged({ advisories: [advisory(), advisory({ path: 'other/left/package.json' })] });
    const baseline = await imageBaseline([head], { stored, scanners: SCANNERS, scanSbom: finds() });
    expect(compared(head, baseline.get('app'))).toEqual(['CVE-2026-1: new', 'CVE-2026-1: unchanged']);
  });

  test('an image that was not there is new; evidence of other images says nothing', async () => {
    const stored = await storedOf([judged({})]);
    const both = [judged({}), judged({}, [], 'second')];
    const comparison = { stored, scanners: SCANNERS, scanSbom: finds() };
    expect((await imageBaseline(both, comparison)).get('second')).toEqual({ kind: 'absent' });
    const other = await imageBaseline([judged({}, [], 'second')], comparison);
    expect(other.get('second')).toMatchObject({
      kind: 'unavailable',
      reason: 'the stored evidence is of other images',
    });
    expect(
      (
        await imageBaseline(
          [aCase({ subject: { name: 'app', image: null, dockerfile: 'Dockerfile', platform: null } })],
          comparison,
        )
      ).size,
    ).toBe(0);
  });
});

test('an image that is judged on one more platform, or one less, is still known on the others', async () => {
  const on = (platform: string | null): Case => {
    const one = judged({ advisories: [advisory()] });
    return { ...one, subject: { ...one.subject, platform } };
  };
  const changes = async (before: string | null, now: readonly (string | null)[]): Promise<readonly unknown[]> => {
    const comparison = { stored: await storedOf([on(before)]), scanners: SCANNERS, scanSbom: finds(advisory()) };
    const baseline = await imageBaseline(now.map(on), comparison);
    return [...baseline].map(([key, { kind }]) => `${key} ${kind}`);
  };
  expect(await changes(null, ['linux/amd64', 'linux/arm64'])).toEqual([
    'app (linux/amd64) known',
    'app (linux/arm64) absent',
  ]);
  expect(await changes('linux/amd64', [null])).toEqual(['app known']);
  expect(await changes('linux/arm64', [null])).toEqual(['app unavailable']);
});

describe('what was not looked at cannot be called new', () => {
  test.each([
    ['another version of the gate', { tool: { version: '0.0.1' } }],
    ['a run without secrets', { scanners: ['vuln', 'license'] }],
  ] as const)('%s', async (_what, change) => {
    const stored = { ...(await storedOf([judged({}, ['user-non-root'])])), ...change } as StoredEvidence;
    const head = judged({ advisories: [advisory()] }, ['user-non-root']);
    const baseline = await imageBaseline([head], { stored, scanners: SCANNERS, scanSbom: finds() });
    expect(compared(head, baseline.get('app'))).toEqual(['CVE-2026-1: null', 'user-non-root: unchanged']);
  });

  test('what this run does not look for is not fixed', async () => {
    const hit = {
      rule: 'github-pat',
      title: '',
      severity: 'critical',
      startLine: 1,
      endLine: 1,
      layer: null,
      path: '/a',
    } as const;
    const stored = await storedOf([judged({ secrets: [hit] })]);
    const baseline = await imageBaseline([judged({})], { stored, scanners: ['vuln'], scanSbom: finds() });
    expect(compared(judged({}), baseline.get('app'))).toEqual([]);
  });

  test('a look-up that fails, or no database, leaves no baseline', async () => {
    const stored = await storedOf([judged({})]);
    const failing = async () => Promise.reject(new VerifyError('trivy-crash', 'Trivy crashed', ''));
    const reasons = await Promise.all(
      [failing, null].map(async (scanSbom) =>
        (await imageBaseline([judged({})], { stored, scanners: SCANNERS, scanSbom })).get('app'),
      ),
    );
    expect(reasons).toEqual([
      { kind: 'unavailable', reason: 'the stored packages cannot be looked up: Trivy crashed' },
      { kind: 'unavailable', reason: 'there is no advisory database' },
    ]);
    const bug = async () => Promise.reject(new TypeError('x'));
    await expect(imageBaseline([judged({})], { stored, scanners: SCANNERS, scanSbom: bug })).rejects.toThrow(TypeError);
  });
});

test('with the real Trivy: an unrelated rebuild has nothing new, a new package has, an update shows as fixed', async () => {
  await using t = await testHost();
  const trivy = await realTrivy();
  let number = 0;
  const scanned = async (spec: ImageSpec): Promise<{ readonly one: Case; readonly file: string }> => {
    number += 1;
    const packages = { file: join(t.folder, `packages-${number}.json`), name: 'app:ci' };
    const request = await scanRequest(join(t.folder, String(number)), spec, { packages, scanners: SCANNERS });
    return { one: judged(await scanImage(trivy, request, t.host)), file: packages.file };
  };
  const before = await scanned(CARELESS);
  const cacheDir = join(t.folder, '1', 'cache');
  const sboms: Sboms = {
    make: (file, kind) => sbomOf(trivy, file, kind, 60_000, t.host),
    scan: (sbom, platform) => scanSbom(trivy, { sbom, platform, cacheDir, timeoutMs: 60_000 }, t.host),
  };
  const text = await evidenceText([before.one], new Map([['app', before.file]]), sboms, FACTS);
  const decoded = decodeEvidence(text ?? '');
  if ('mistake' in decoded) throw new Error(decoded.mistake);
  const comparison = { stored: decoded.evidence, scanners: SCANNERS, scanSbom: sboms.scan };
  const changes = async (spec: ImageSpec): Promise<readonly string[]> => {
    const { one } = await scanned(spec);
    const all = compared(one, (await imageBaseline([one], comparison)).get('app'));
    return [...new Set(all)].filter((line) => !line.endsWith('unchanged'));
  };
  const [base, app] = CARELESS.steps;
  if (base === undefined || app === undefined) throw new Error('no steps');
  const readme = { path: 'app/README.md', content: 'unrelated' };
  expect(await changes({ ...CARELESS, steps: [base, { ...app, files: [...(app.files ?? []), readme] }] })).toEqual([]);
  const minimist = { path: 'app/node_modules/minimist/package.json', content: '{"name":"minimist","version":"1.2.5"}' };
  expect(await changes({ ...CARELESS, steps: [base, { ...app, files: [...(app.files ?? []), minimist] }] })).toEqual([
    'CVE-2021-44906: new',
  ]);
  const clean = {
    createdBy: 'ADD base',
    files: [
      ...osRelease('3.23.0'),
      { ...OPENSSL, content: OPENSSL.content?.toString().replace('3.5.0-r0', '3.9.0-r0') ?? '' },
    ],
  };
  const fixed = await changes({ ...CARELESS, steps: [clean, app] });
  expect(fixed).toContain('CVE-2025-15467: fixed');
  expect(fixed.filter((line) => line.endsWith('new'))).toEqual([]);
}, 60_000);

describe('a file as baseline', () => {
  test('is read, and what is wrong with it is told', async () => {
    await using t = await testHost();
    const path = join(t.folder, 'evidence.json');
    await expect(readBaselineFile(path, t.host.files)).rejects.toMatchObject({
      kind: 'usage',
      code: 'no-baseline-file',
    });
    await t.host.files.writeText(path, '{}');
    await expect(readBaselineFile(path, t.host.files)).rejects.toMatchObject({
      kind: 'usage',
      code: 'bad-baseline-file',
    });
    await t.host.files.writeText(path, JSON.stringify(await storedOf([judged({})])));
    expect(await readBaselineFile(path, t.host.files)).toMatchObject({ repository: 'acme/mcp' });
  });

  test('that of an artifact must be of the commit and repository of its run', async () => {
    const text = JSON.stringify(await storedOf([judged({})]));
    expect(evidenceOfCommit(text, 'Acme/MCP', 'a'.repeat(40))).toHaveProperty('evidence');
    expect(evidenceOfCommit(text, 'acme/mcp', 'b'.repeat(40))).toHaveProperty('mistake');
    expect(evidenceOfCommit(text, 'evil/mcp', 'a'.repeat(40))).toHaveProperty('mistake');
    expect(evidenceOfCommit('{', 'acme/mcp', 'a'.repeat(40))).toEqual({ mistake: 'it is not whole JSON' });
  });
});
