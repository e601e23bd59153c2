import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../../src/model/failure.ts';
import { readPolicyFile } from '../../../src/policy/file/read.ts';
import { BROKEN } from './broken.ts';

const SURROUNDINGS = { today: '2026-11-23', ruleIds: ['user-non-root', 'expose-policy'] };
const read = (text: string): ReturnType<typeof readPolicyFile> => readPolicyFile(text, 'policy.yml', SURROUNDINGS);

function mistakes(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UsageError && error.code === 'bad-policy') return error.message;
    throw error;
  }
  return 'nothing wrong';
}

const WHOLE = `
profile: strict
transport: http
fail-on: { base: critical, app: never, default: medium }
fail-unfixed: true
unrated-as: medium
rules:
  user-non-root: critical
  expose-policy: off
scanners: [vuln, license]
allowed-bases: ["node:*-slim", ghcr.io/acme/**]
allowed-ports: [3000, 8000-8001/udp]
required-labels: [org.opencontainers.image.source]
gate: new
without-baseline: report
grace: { critical: 7d, high: none }
ignore-files: [.trivyignore]
vex: [vex.json]
limits: { max-db-age: none, timeout: 5m }
bases:
  ghcr.io/acme/base: base/Dockerfile
  ghcr.io/acme/slim:
    dockerfile: base/Dockerfile
    target: slim
    build-args: { NODE_VERSION: 24.10, DEBUG: yes, EMPTY: "" }
images:
  - name: time
    image: ghcr.io/acme/time:ci
    dockerfile: servers/time/Dockerfile
    target: final
    build-args: { TAG: 010 }
    platform: linux/arm64
    transport: stdio
    context: servers
  - image: ghcr.io/acme/git:ci
waiver-term: 30d
waivers:
  - id: CVE-2026-1
    reason: not reachable
    expires: 2026-12-01
    owner: acme/platform
    image: time
    package: pkg:npm/lodash
    path: /app/**
    origin: app
  - ids: [setuid-files, CVE-2026-2]
    reason: |-
      the sandbox needs it
    expires: "2026-12-23"
    images: [time, "git*"]
`;

describe('a policy file', () => {
  test('with everything in it', () => {
    const nothing = { target: null, buildArgs: {} };
    expect(read(WHOLE)).toEqual({
      file: 'policy.yml',
      profile: 'strict',
      options: {
        profile: ['strict'],
        transport: ['http'],
        failOn: ['medium'],
        failUnfixed: ['true'],
        scanners: ['vuln,license'],
        gate: ['new'],
        allowBase: ['node:*-slim', 'ghcr.io/acme/**'],
        allowPort: ['3000', '8000-8001/udp'],
        maxDbAge: ['none'],
        timeout: ['5m'],
      },
      failOnByOrigin: { base: 'critical', app: 'never' },
      unratedAs: 'medium',
      ruleSeverity: { 'user-non-root': 'critical', 'expose-policy': 'off' },
      graceDays: { critical: 7 },
      withoutBaseline: 'report',
      requiredLabels: ['org.opencontainers.image.source'],
      waiverDays: 30,
      ignoreFiles: ['.trivyignore'],
      vexFiles: ['vex.json'],
      bases: {
        'ghcr.io/acme/base': { ...nothing, dockerfile: 'base/Dockerfile', line: 21 },
        'ghcr.io/acme/slim': {
          dockerfile: 'base/Dockerfile',
          target: 'slim',
          buildArgs: { NODE_VERSION: '24.10', DEBUG: 'yes', EMPTY: '' },
          line: 22,
        },
      },
      images: [
        {
          name: 'time',
          image: 'ghcr.io/acme/time:ci',
          dockerfile: 'servers/time/Dockerfile',
          target: 'final',
          buildArgs: { TAG: '010' },
          platform: 'linux/arm64',
          transport: 'stdio',
          context: 'servers',
        },
        {
          ...nothing,
          name: null,
          image: 'ghcr.io/acme/git:ci',
          dockerfile: null,
          platform: null,
          transport: null,
          context: null,
        },
      ],
      waivers: [
        {
          ids: ['CVE-2026-1'],
          images: ['time'],
          packages: ['pkg:npm/lodash'],
          paths: ['app/**'],
          origin: 'app',
          reason: 'not reachable',
          owner: 'acme/platform',
          expires: '2026-12-01',
          source: 'policy',
          location: { file: 'policy.yml', startLine: 38, endLine: 45 },
        },
        {
          ids: ['setuid-files', 'CVE-2026-2'],
          images: ['time', 'git*'],
          packages: [],
          paths: [],
          origin: null,
          reason: 'the sandbox needs it',
          owner: null,
          expires: '2026-12-23',
          source: 'policy',
          location: { file: 'policy.yml', startLine: 46, endLine: 50 },
        },
      ],
    });
  });

  test('in JSON, with tabs', () => {
    const text = '{\n\t"profile": "strict",\n\t"images": [{ "image": "a", "build-args": { "V": 1.10 } }]\n}\n';
    expect(read(text)).toMatchObject({ profile: 'strict', images: [{ image: 'a', buildArgs: { V: '1.10' } }] });
  });

  test('with a byte order mark and the line ends of Windows', () => {
    const text = '\uFEFFprofile: strict\r\nwaivers:\r\n  - id: A\r\n    reason: r\r\n    expires: 2026-12-01\r\n';
    const { profile, waivers } = read(text);
    expect([profile, waivers[0]?.location]).toEqual(['strict', { file: 'policy.yml', startLine: 3, endLine: 5 }]);
    expect(mistakes(text.replace('strict', 'strct'))).toMatch(/^policy\.yml:1:[12]: profile: /);
  });

  test.each([[''], ['# nothing yet\n'], ['{}'], ['---\n...\n']])('%j says nothing', (text) => {
    expect(read(text)).toEqual({
      file: 'policy.yml',
      profile: null,
      bases: {},
      images: [],
      options: {},
      failOnByOrigin: null,
      unratedAs: null,
      ruleSeverity: null,
      graceDays: null,
      withoutBaseline: null,
      requiredLabels: null,
      waivers: [],
      waiverDays: 90,
      ignoreFiles: null,
      vexFiles: null,
    });
  });

  test.each([
    ['fail-on: low', { options: { failOn: ['low'] }, failOnByOrigin: null }],
    ['fail-on: {build: low}', { options: {}, failOnByOrigin: { build: 'low' } }],
    ['grace: none', { graceDays: {} }],
    ['scanners: none', { options: { scanners: ['none'] } }],
    ['fail-unfixed: false', { options: { failUnfixed: ['false'] } }],
    ['allowed-ports: []', { options: {} }],
    ['images: [&a {image: a}, *a]', { images: [{ image: 'a' }, { image: 'a' }] }],
  ])('%j', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  test.each([
    ['the last day that the term allows', 'waivers: [{id: A, reason: r, expires: 2027-02-21}]', '2027-02-21'],
    [
      'a day that is over: the waiver no longer counts',
      'waivers: [{id: A, reason: r, expires: 2020-01-01}]',
      '2020-01-01',
    ],
    ['a timestamp of YAML', 'waivers: [{id: A, reason: r, expires: !!timestamp 2026-12-01}]', '2026-12-01'],
    ['a date of YAML 1.1', '%YAML 1.1\n---\nwaivers: [{id: A, reason: r, expires: 2026-12-01}]', '2026-12-01'],
    ['a longer term', 'waiver-term: 400d\nwaivers: [{id: A, reason: r, expires: 2027-12-01}]', '2027-12-01'],
  ])('a waiver may name %s', (_what, text, expires) => {
    expect(read(text).waivers).toMatchObject([{ ids: ['A'], expires }]);
  });
});

describe('mistakes have a line and a column, all at once, in the order of the file', () => {
  test.each(BROKEN)('$text', ({ text, says }) => {
    expect(mistakes(text).split('; policy.yml:').join('\npolicy.yml:').split('\n')).toEqual(
      says.map((message) => `policy.yml:${message}`),
    );
  });

  test('more than anybody reads are counted', () => {
    const text = Array.from({ length: 30 }, (_, index) => `key${index}: 1`).join('\n');
    expect(mistakes(text)).toMatch(/ \(and 10 more\)$/);
  });
});

describe('a file made to harm is refused, fast', () => {
  test('deep', () => {
    const message = mistakes(`images: ${'['.repeat(100_000)}`);
    expect(message).toMatch(/^policy\.yml:1:\d+: /);
    expect(message.length).toBeLessThan(5000);
  });

  test('growing', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghij'.split('').map((name, index) => {
        const before = 'abcdefghij'[index];
        return `${name}: &${name} [${`*${before},`.repeat(9)}]`;
      }),
    ].join('\n');
    expect(mistakes(bomb)).toContain('policy.yml:1:1: Excessive alias count');
  });

  test('long', () => {
    expect(mistakes(`# ${'x'.repeat(512 * 1024)}`)).toBe('policy.yml:1:1: a policy has at most 512 KiB');
  });

  test.each([
    ['unknown keys', (index: number) => `k${index}: 1\n`],
    ['the same key', () => 'profile: mcp\n'],
    ['unknown rules', (index: number) => `${index === 0 ? 'rules:\n' : ''}  r${index}: off\n`],
    ['bases without end', (index: number) => `${index === 0 ? 'bases:\n' : ''}  b${index}: d\n`],
  ])(
    '%s',
    (_what, line) => {
      let text = '';
      for (let index = 0; text.length < 256 * 1024; index++) text += line(index);
      const started = performance.now();
      expect(mistakes(text)).toMatch(/^policy\.yml:/);
      // A second on a machine of its own; every pair of keys compared would take many times as long.
      expect(performance.now() - started).toBeLessThan(20_000);
    },
    60_000,
  );
});
