import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../src/model/failure.ts';
import { refuseUnknownVariables } from '../../src/settings/from-environment.ts';
import { loadSettings, type RawSettings } from '../../src/settings/load.ts';

describe('defaults', () => {
  test('nothing given', () => {
    const settings = loadSettings({});
    expect(settings).toMatchObject({
      image: [],
      profile: 'mcp',
      transport: 'auto',
      scanners: ['vuln', 'secret'],
      failOn: 'high',
      failUnfixed: false,
      mode: 'enforce',
      maxDbAge: 48 * 3_600_000,
      timeout: 15 * 60_000,
      trivyVersion: '0.74.0',
      skipDbUpdate: false,
      reportDir: null,
    });
  });

  test.each([[['']], [['   ']], [[]], [['\r\n']]])('empty text %j means "not given"', (values) => {
    expect(loadSettings({ failOn: values, image: values, quiet: values })).toEqual(loadSettings({}));
  });
});

describe('values', () => {
  test.each<[RawSettings, object]>([
    [{ failOn: ['CRITICAL'] }, { failOn: 'critical' }],
    [{ failOn: ['low', 'medium'] }, { failOn: 'medium' }],
    [{ image: ['a:1\r\n b:2 \n\n', 'c:3'] }, { image: ['a:1', 'b:2', 'c:3'] }],
    [{ scanners: ['secret, vuln'] }, { scanners: ['vuln', 'secret'] }],
    [{ scanners: ['none'] }, { scanners: [] }],
    [{ allowPort: ['3000', '8000-8002/UDP'] }, { allowPort: ['3000/tcp', '8000/udp', '8001/udp', '8002/udp'] }],
    [{ buildArg: ['A=1', 'B=x=y', 'C='] }, { buildArg: { A: '1', B: 'x=y', C: '' } }],
    [{ maxDbAge: ['7d'] }, { maxDbAge: 7 * 86_400_000 }],
    [{ maxDbAge: ['none'] }, { maxDbAge: null }],
    [{ timeout: ['90s'] }, { timeout: 90_000 }],
    [{ trivyVersion: ['v0.73.0'] }, { trivyVersion: '0.73.0' }],
    [{ trivyDownloadUrl: ['http://127.0.0.1:8080/mirror/'] }, { trivyDownloadUrl: 'http://127.0.0.1:8080/mirror' }],
    [{ platform: ['linux/arm/v7', 'all'] }, { platform: ['linux/arm/v7', 'all'] }],
    [
      { base: ['node:24=oci:a=b', 'x.io/b@sha256:1=f.tar'] },
      { base: { 'node:24': 'oci:a=b', 'x.io/b@sha256:1': 'f.tar' } },
    ],
    [{ resolveBases: ['Registry'] }, { resolveBases: 'registry' }],
    [{ policy: ['p.yml'] }, { policy: 'p.yml' }],
  ])('%j', (raw, expected) => {
    expect(loadSettings(raw)).toMatchObject(expected);
  });

  test.each(['true', 'True', 'TRUE', 'yes', 'on', 'Y'])('%s is true', (word) => {
    expect(loadSettings({ skipDbUpdate: [word] }).skipDbUpdate).toBe(true);
  });

  test.each(['false', 'No', 'OFF', 'n'])('%s is false', (word) => {
    expect(loadSettings({ skipDbUpdate: [word] }).skipDbUpdate).toBe(false);
  });
});

describe('mistakes name the option, the value and what is allowed', () => {
  test.each<[RawSettings, string]>([
    [{ failOn: ['hgih'] }, 'fail-on is "hgih"; allowed: critical, high, medium, low, unknown'],
    [{ skipDbUpdate: ['maybe'] }, 'skip-db-update is "maybe"; allowed: true, false (or yes, no, on, off)'],
    [{ failOn: ['high\nlow'] }, 'fail-on is "high low"; allowed: one value, on one line'],
    [
      { scanners: ['vuln,misconfig'] },
      'scanners is "vuln,misconfig"; allowed: vuln, secret, license (comma-separated), or none',
    ],
    [{ allowPort: ['3000', '70000'] }, 'allow-port is "70000"; write a port from 1 to 65535'],
    [{ buildArg: ['NO_VALUE'] }, 'build-arg is "NO_VALUE…"; write NAME=value'],
    [{ maxDbAge: ['2 days'] }, 'max-db-age is "2 days"; write a number and a unit (48h, 7d), or none'],
    [{ timeout: ['0s'] }, 'timeout is "0s"; write a number and a unit'],
    [
      { trivyVersion: ['newest'] },
      'trivy-version is "newest"; write an exact version such as 0.74.0, a range such as ~0.74.0, or latest',
    ],
    [{ trivyVersion: ['0.74.0/../../x'] }, 'write an exact version'],
    [{ trivySha256: ['abc'] }, 'trivy-sha256 is "abc"; write the 64 hexadecimal digits'],
    [{ trivyDownloadUrl: ['file:///x'] }, 'write an http:// or https:// address'],
    [{ trivyDownloadUrl: ['https://u:p@host/x'] }, 'credentials do not belong in an address'],
    [{ base: ['node:24'] }, 'base is "node:24"; write REF=SOURCE'],
    [{ resolveBases: ['all'] }, 'resolve-bases is "all"; allowed: repository, local, registry'],
    [{ platform: ['arm64'] }, 'platform is "arm64"; write os/architecture'],
    [{ sarifCategory: ['a/'] }, 'sarif-category is "a/"'],
    [{ image: ['a\u0007b'] }, 'control characters are not allowed'],
  ])('%j', (raw, message) => {
    expect(() => loadSettings(raw)).toThrow(UsageError);
    expect(() => loadSettings(raw)).toThrow(message);
  });

  test('all mistakes at once', () => {
    expect(() => loadSettings({ failOn: ['x'], profile: ['y'] })).toThrow(/profile is "y".*fail-on is "x"/);
  });

  test('a token is never shown', () => {
    expect(() => loadSettings({ token: ['ghp_secret\u0001'] })).toThrow('token is not usable');
  });
});

test('credentials in an address are not repeated', () => {
  expect(() => loadSettings({ trivyDownloadUrl: ['https://user:hunter2@host/x'] })).toThrow(
    'trivy-download-url is "https://…@host/x"; credentials do not belong',
  );
});

describe('variables that nobody reads', () => {
  test('are refused by their names, because they would leave the gate looser than their user believes', () => {
    const names = (...set: readonly string[]) => set;
    expect(() => refuseUnknownVariables(() => names('IMAGE_GATE_FAIL_ON', 'IMAGE_GATE_FAILON'))).toThrow(
      'No option is set by IMAGE_GATE_FAILON.',
    );
    expect(() => refuseUnknownVariables(() => names('IMAGE_GATE_FAIL_ON', 'IMAGE_GATE_DEBUG'))).not.toThrow();
  });
});
