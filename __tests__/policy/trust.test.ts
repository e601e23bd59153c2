import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SEVERITIES } from '../../src/model/severity.ts';
import type { PolicyImage } from '../../src/policy/file/policy-file.ts';
import { policyOf } from '../../src/policy/policy.ts';
import { basesOfChange, imagesOfChange } from '../../src/policy/trust/images.ts';
import { isInside, TRUST } from '../../src/policy/trust/table.ts';
import { tighten } from '../../src/policy/trust.ts';
import { RULES } from '../../src/rules/index.ts';
import { loadSettings, type RawSettings } from '../../src/settings/load.ts';
import { OPTION_KEYS, type OptionKey } from '../../src/settings/options.ts';
import { GATES, MODES, PROFILES, SCANNERS } from '../../src/settings/settings.ts';

const WHERE = { workspace: '/w', workingDirectory: '/w' };

function outcome(asked: RawSettings, base: RawSettings) {
  const given = OPTION_KEYS.filter((key) => asked[key] !== undefined);
  return tighten(loadSettings(asked), given, loadSettings(base), WHERE);
}

/** Whether an input of a change counts. */
function counts(key: OptionKey, asked: string, base: string | null): boolean {
  const { settings, ignored } = outcome({ [key]: [asked] }, base === null ? {} : { [key]: [base] });
  const isIgnored = ignored.some((one) => one.key === key);
  const wanted = loadSettings({ [key]: [asked] })[key];
  expect(settings[key]).toEqual(isIgnored ? loadSettings(base === null ? {} : { [key]: [base] })[key] : wanted);
  return !isIgnored;
}

describe('an input of a change against the base', () => {
  test.each<[OptionKey, string, string | null, boolean]>([
    ['failOn', 'low', 'high', true],
    ['failOn', 'unknown', 'high', true],
    ['failOn', 'high', 'high', true],
    ['failOn', 'critical', 'high', false],
    ['failOn', 'critical', null, false],
    ['failUnfixed', 'true', 'false', true],
    ['failUnfixed', 'false', 'true', false],
    ['mode', 'report', 'enforce', false],
    ['mode', 'enforce', 'report', true],
    ['gate', 'all', 'new', true],
    ['gate', 'all', 'auto', true],
    ['gate', 'auto', 'new', true],
    ['gate', 'new', 'all', false],
    ['gate', 'auto', 'all', false],
    ['gate', 'new', 'auto', true],
    ['profile', 'strict', 'mcp', true],
    ['profile', 'strict', 'container', true],
    ['profile', 'mcp', 'strict', false],
    ['profile', 'container', 'mcp', false],
    // Its grace is longer.
    ['profile', 'mcp', 'container', false],
    ['scanners', 'vuln,secret,license', null, true],
    ['scanners', 'vuln', null, false],
    ['scanners', 'none', null, false],
    ['scanners', 'vuln', 'none', true],
    ['transport', 'stdio', null, false],
    ['transport', 'http', 'stdio', false],
    ['allowBase', 'node:*-slim', null, true],
    ['allowBase', 'a', 'a\nb', true],
    ['allowBase', 'a\nc', 'a\nb', false],
    ['allowBase', '**', 'a', false],
    ['allowPort', '3000', null, true],
    ['allowPort', '8080', null, false],
    ['allowPort', '8080', '8000-8090', true],
    ['allowPort', '8080/udp', '8080', false],
    ['maxDbAge', '24h', '48h', true],
    ['maxDbAge', '72h', '48h', false],
    ['maxDbAge', 'none', '48h', false],
    ['maxDbAge', '900d', 'none', true],
    ['trivyMinAge', '30d', '7d', true],
    ['trivyMinAge', '1s', '7d', false],
    ['allowOldTrivy', 'true', 'false', false],
    ['allowOldTrivy', 'false', 'true', true],
    ['trivyVersion', '0.74.0', null, true],
    ['trivyVersion', '0.72.0', null, false],
    ['trivyPath', '/tmp/trivy', null, false],
    ['trivySha256', '0'.repeat(64), null, false],
    ['trivyDownloadUrl', 'https://evil.example', null, false],
    ['trivyTrustedRoot', 'root.json', null, false],
    ['dbRepository', 'evil.example/db', null, false],
    ['javaDbRepository', 'oci:db', null, false],
    ['skipDbUpdate', 'true', null, false],
    ['trivyCacheDir', 'cache', null, false],
    ['trivyCacheDir', '/w', null, false],
    ['trivyCacheDir', '/w/../w/cache', null, false],
    ['trivyCacheDir', '/tmp/cache', null, true],
    ['base', 'node:24=oci:x', null, false],
    ['resolveBases', 'registry', null, false],
    ['resolveBases', 'repository', null, false],
    ['policy', 'examples/loose.yml', null, false],
    ['baseline', 'evidence.json', null, false],
    ['baselineCommit', 'HEAD', null, false],
    ['baselineImage', 'mine:1', null, false],
    ['image', 'other:1', null, true],
    ['dockerfile', 'new/Dockerfile', null, true],
    ['platform', 'linux/arm64', null, true],
    ['reportDir', '/tmp/x', null, true],
    ['token', 'x', null, true],
    ['timeout', '1h', null, true],
    ['workingDirectory', 'sub', null, true],
  ])('%s %j against %j counts: %s', (key, asked, base, expected) => {
    expect(counts(key, asked, base)).toBe(expected);
  });

  test('the profile container allows any port, so any list is less', () => {
    expect(outcome({ allowPort: ['8080'] }, { profile: ['container'] }).ignored).toEqual([]);
  });
});

test('no inputs of a change loosen what the base demands', () => {
  const raw = fc.record(
    {
      failOn: fc.constantFrom(...SEVERITIES).map((one) => [one]),
      failUnfixed: fc.constantFrom('true', 'false').map((one) => [one]),
      mode: fc.constantFrom(...MODES).map((one) => [one]),
      gate: fc.constantFrom(...GATES).map((one) => [one]),
      profile: fc.constantFrom(...PROFILES).map((one) => [one]),
      scanners: fc.subarray([...SCANNERS]).map((some) => [some.join(',') || 'none']),
      allowBase: fc.subarray(['a', 'b', '**']),
      allowPort: fc.subarray(['3000', '8080', '1-3']),
      maxDbAge: fc.constantFrom('1h', '48h', '9d', 'none').map((one) => [one]),
      skipDbUpdate: fc.constantFrom('true', 'false').map((one) => [one]),
      trivyPath: fc.constantFrom('/a', '/b').map((one) => [one]),
    },
    { requiredKeys: [] },
  );
  const check = (asked: RawSettings, baseRaw: RawSettings): void => {
    const base = loadSettings(baseRaw);
    const { settings } = outcome(asked, baseRaw);
    const [was, is] = [policyOf(base), policyOf(settings)];
    expect(SEVERITIES.indexOf(is.failOn)).toBeGreaterThanOrEqual(SEVERITIES.indexOf(was.failOn));
    expect(is.failUnfixed || !was.failUnfixed).toBe(true);
    expect(settings.mode === 'enforce' || base.mode === 'report').toBe(true);
    expect(settings.gate === 'all' || base.gate !== 'all').toBe(true);
    expect(base.scanners.every((one) => settings.scanners.includes(one))).toBe(true);
    expect(is.profile === 'strict' || is.profile === was.profile).toBe(true);
    for (const days of Object.entries(is.graceDays)) expect(Object.entries(was.graceDays)).toContainEqual(days);
    const { allowedPorts } = was;
    if (allowedPorts !== null) expect(is.allowedPorts?.every((port) => allowedPorts.includes(port))).toBe(true);
    if (was.allowedBases.length > 0) {
      expect(is.allowedBases.length).toBeGreaterThan(0);
      expect(is.allowedBases.every((one) => was.allowedBases.includes(one))).toBe(true);
    }
    expect(settings.maxDbAge ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
      base.maxDbAge ?? Number.POSITIVE_INFINITY,
    );
    expect([settings.skipDbUpdate, settings.trivyPath]).toEqual([base.skipDbUpdate, base.trivyPath]);
  };
  fc.assert(fc.property(raw, raw, check));
});

test('every rule demands of strict at least what it demands of the other profiles', () => {
  const order = [...SEVERITIES].reverse();
  for (const { id, severity } of RULES) {
    const rank = (profile: 'mcp' | 'container' | 'strict'): number =>
      severity[profile] === 'off' ? -1 : order.indexOf(severity[profile]);
    expect([id, rank('strict') >= rank('mcp'), rank('strict') >= rank('container')]).toEqual([id, true, true]);
  }
});

test('each option has its say', () => {
  expect(Object.keys(TRUST).sort()).toEqual([...OPTION_KEYS].sort());
});

test.each([
  ['/w/a', true],
  ['/w', true],
  ['/w/..a', true],
  ['/', false],
  ['/wa', false],
  ['/w/../x', false],
])('%s is inside of /w: %s', (path, expected) => {
  expect(isInside(path, '/w')).toBe(expected);
});

const IMAGE: PolicyImage = {
  name: null,
  image: null,
  dockerfile: null,
  target: null,
  buildArgs: {},
  platform: null,
  transport: null,
  context: null,
};
const image = (some: Partial<PolicyImage>): PolicyImage => ({ ...IMAGE, ...some });

describe('the images of a change', () => {
  const time = image({ name: 'time', dockerfile: 'time/Dockerfile', transport: 'http' });
  const here =
    (...paths: readonly string[]) =>
    (path: string) =>
      paths.includes(path);

  test('are all that the base lists as it lists them, and those that are new', () => {
    const clock = image({ name: 'clock', dockerfile: 'clock/Dockerfile', transport: 'stdio' });
    const lied = image({ name: 'time', dockerfile: 'harmless/Dockerfile', transport: 'stdio' });
    const exists = here('time/Dockerfile', 'harmless/Dockerfile', 'clock/Dockerfile');
    expect(imagesOfChange([time], [lied, clock], exists, here())).toEqual([time, clock]);
    expect(imagesOfChange([time], [], exists, here())).toEqual([time]);
  });

  test('that are new with a Dockerfile that is not are reached as the image itself says', () => {
    const late = image({ name: 'late', dockerfile: 'late/Dockerfile', transport: 'stdio' });
    const alone = image({ name: 'alone', image: 'alone:ci', transport: 'stdio' });
    const found = imagesOfChange([time], [late, alone], here('time/Dockerfile'), here('late/Dockerfile'));
    expect(found).toEqual([time, { ...late, transport: null }, { ...alone, transport: null }]);
  });

  test('follow a Dockerfile that moves, and nothing else of what the change says', () => {
    const moved = image({ name: 'time', dockerfile: 'clock/Dockerfile', context: 'clock', transport: 'stdio' });
    const followed = { ...time, dockerfile: 'clock/Dockerfile', context: 'clock' };
    expect(imagesOfChange([time], [moved], here('clock/Dockerfile'), here())).toEqual([followed]);
    const unnamed = image({ image: 'time:ci', dockerfile: 'time/Dockerfile' });
    const other = image({ image: 'time:ci', dockerfile: 'clock/Dockerfile' });
    expect(imagesOfChange([unnamed], [other], here('clock/Dockerfile'), here())).toEqual([other]);
  });

  test('that are deleted with their Dockerfiles are gone, and only those', () => {
    expect(imagesOfChange([time], [], here(), here())).toEqual([]);
    expect(imagesOfChange([time], [time], here(), here())).toEqual([time]);
    const alone = image({ image: 'time:ci' });
    expect(imagesOfChange([alone], [], here(), here())).toEqual([alone]);
  });

  test('bases of the change wait for the merge, unless their Dockerfiles move', () => {
    const build = (dockerfile: string) => ({ dockerfile, target: null, buildArgs: {}, line: 1 });
    const base = { 'x.io/a': build('a/Dockerfile'), 'x.io/b': build('b/Dockerfile'), 'x.io/c': build('c/Dockerfile') };
    const head = {
      'x.io/a': build('lie/Dockerfile'),
      'x.io/b': build('d/Dockerfile'),
      'x.io/new': build('e/Dockerfile'),
    };
    expect(basesOfChange(base, head, here('a/Dockerfile', 'd/Dockerfile'))).toEqual({
      'x.io/a': build('a/Dockerfile'),
      'x.io/b': build('d/Dockerfile'),
    });
  });
});
