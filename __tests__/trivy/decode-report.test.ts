import { describe, expect, test } from '@jest/globals';
import { decodeTrivyReport, parseReport } from '../../src/trivy/decode-report.ts';
import { toScanEvidence } from '../../src/trivy/to-scan-evidence.ts';

function report(results: unknown, metadata: object = {}): string {
  return JSON.stringify({
    SchemaVersion: 2,
    Trivy: { Version: '0.74.0' },
    ArtifactName: '/tmp/x/layout',
    ArtifactType: 'container_image',
    Metadata: { ImageConfig: { os: 'linux', architecture: 'amd64' }, ...metadata },
    Results: results,
  });
}

const decoded = (text: string, source: string) => decodeTrivyReport(parseReport(text, source), source);

const evidence = (results: unknown, metadata?: object) => toScanEvidence(decoded(report(results, metadata), 'r'));

const FOUND = { VulnerabilityID: 'CVE-1', PkgName: 'a', InstalledVersion: '1' };

describe("decoding Trivy's report", () => {
  test('an image in which there is nothing', () => {
    expect(evidence(undefined)).toEqual({
      trivyVersion: '0.74.0',
      os: null,
      platform: 'linux/amd64',
      osPackages: 0,
      languagePackages: 0,
      advisories: [],
      secrets: [],
      licenses: [],
    });
    expect(evidence(null).advisories).toEqual([]);
  });

  test('one advisory keeps the severity that it has for each package', () => {
    const results = [
      {
        Target: 'x',
        Class: 'os-pkgs',
        Vulnerabilities: [
          { ...FOUND, Severity: 'LOW', SeveritySource: 'debian' },
          { ...FOUND, PkgName: 'b', Severity: 'CRITICAL', FixedVersion: '2', VendorIDs: ['DSA-1'], CweIDs: ['CWE-1'] },
          { ...FOUND, PkgName: 'c' },
        ],
      },
    ];
    expect(evidence(results).advisories.map((found) => [found.package, found.severity, found.fixed])).toEqual([
      ['a', 'low', null],
      ['b', 'critical', '2'],
      ['c', 'unknown', null],
    ]);
    expect(evidence(results).advisories[1]).toMatchObject({ aliases: ['DSA-1'], cwes: ['CWE-1'], status: 'unknown' });
  });

  test('fields that nobody knows yet are tolerated and dropped', () => {
    const results = [{ Target: 'x', Class: 'os-pkgs', New: 1, Vulnerabilities: [{ ...FOUND, New: { deep: [] } }] }];
    expect(evidence(results, { New: true }).advisories).toHaveLength(1);
  });

  test('what a secret looks like is dropped', () => {
    const results = [
      {
        Target: '/tmp/x/layout',
        Class: 'secret',
        Secrets: [{ RuleID: 'r', Severity: 'HIGH', Match: 'hunter2', Code: { Lines: [{ Content: 'hunter2' }] } }],
      },
    ];
    const kept = decoded(
      report(results, {
        ImageConfig: { os: 'linux', architecture: 'arm', variant: 'v7', config: { Env: ['P=hunter2'] } },
      }),
      'r',
    );
    expect(JSON.stringify(kept)).not.toContain('hunter2');
    expect(toScanEvidence(kept)).toMatchObject({
      platform: 'linux/arm/v7',
      secrets: [{ rule: 'r', path: null, severity: 'high', title: '' }],
    });
  });

  test.each([
    [
      'a path of its own',
      { Type: 'node-pkg', Target: 'Node.js' },
      { PkgPath: '/app/a/package.json' },
      'app/a/package.json',
    ],
    ['the program that holds it', { Type: 'gobinary', Target: '/usr/bin/app' }, {}, 'usr/bin/app'],
    ['no path, only a title', { Type: 'jar', Target: 'Java' }, {}, null],
    ['a program with the name of a title', { Type: 'rustbinary', Target: 'Java' }, {}, 'Java'],
    ['no path at all', { Type: 'gobinary', Target: '' }, {}, null],
    ['a package of the distribution', { Type: 'alpine', Target: 'x (alpine 3.23)', Class: 'os-pkgs' }, {}, null],
  ])('where a package lies: %s', (_what, result, found, path) => {
    const results = [{ Class: 'lang-pkgs', ...result, Vulnerabilities: [{ ...FOUND, ...found }] }];
    expect(evidence(results).advisories.map((one) => one.path)).toEqual([path]);
  });

  test('harmless licences are left out', () => {
    const licence = (Category: string) => ({ Name: Category, Category, Severity: 'LOW', PkgName: 'p', FilePath: '' });
    const results = [
      { Target: 'x', Class: 'license', Licenses: ['forbidden', 'notice', 'permissive', 'unknown'].map(licence) },
    ];
    expect(evidence(results).licenses.map(({ name }) => name)).toEqual(['forbidden', 'unknown']);
  });

  test.each([
    ['trivy-report-json', ''],
    ['trivy-report-json', '{"SchemaVersion": 2, "Resul'],
    ['trivy-report-schema', '[]'],
    ['trivy-report-schema', 'null'],
    ['trivy-report-schema', '{"SchemaVersion":3}'],
    ['trivy-report-schema', '{"SchemaVersion":"2"}'],
    ['trivy-report-shape', '{"SchemaVersion":2}'],
    ['trivy-report-shape', report([{ Target: 'x', Vulnerabilities: [{ ...FOUND, Severity: 'AWFUL' }] }])],
    ['trivy-report-shape', report([{ Target: 'x', Vulnerabilities: [{ PkgName: 'a' }] }])],
    ['trivy-report-shape', report({})],
    ['trivy-report-shape', report([]).replace('container_image', 'filesystem')],
  ])('%s: %s', (code, text) => {
    expect(() => decoded(text, 'the report')).toThrow(
      expect.objectContaining({ code, kind: 'verify', message: expect.stringMatching(/^the report: /) }),
    );
  });

  test('the message says where, and quotes nothing', () => {
    const text = report([{ Target: 'x', Vulnerabilities: [{ ...FOUND, Severity: 'hunter2' }] }]);
    expect(() => decoded(text, 'r')).toThrow(/at Results\.0\.Vulnerabilities\.0\.Severity$/);
    expect(() => decoded('{"password": "hunter2', 'r')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });
});
