import { describe, expect, test } from '@jest/globals';
import { evaluateDockerfile } from '../../src/dockerfile/evaluate.ts';
import { readDockerfile } from '../../src/dockerfile/read.ts';
import type { Violation } from '../../src/model/check.ts';
import type { DockerfileEvidence } from '../../src/model/dockerfile.ts';
import type { Advisory, SecretHit } from '../../src/model/scan.ts';
import type { Severity } from '../../src/model/severity.ts';
import { faultsOf } from '../../src/policy/faults.ts';
import { check } from '../support/cases.ts';
import { dockerfile, evidence, image, scan } from '../support/evidence.ts';

const SUBJECT = { name: 'app', image: 'app:ci', dockerfile: 'Dockerfile', platform: null };
const CONTEXT = { aliases: new Map([['user-non-root', ['DL3002']]]), named: null };
const WORKFLOW = { file: '.github/workflows/ci.yml', startLine: 1, endLine: 1 };

const ADVISORY: Advisory = {
  id: 'CVE-2026-1',
  aliases: [],
  title: 'Bad parsing',
  severity: 'high',
  severitySource: 'nvd',
  package: 'zlib',
  purl: 'pkg:apk/alpine/zlib@1.3-r0?arch=x86_64',
  installed: '1.3-r0',
  fixed: '1.3.1-r0',
  status: 'fixed',
  kind: 'os',
  path: null,
  layer: 'sha256:base',
  url: null,
  published: null,
  cwes: [],
};

const HISTORY = [
  { createdBy: '/bin/sh -c #(nop) ADD file:abc in / ', comment: '', emptyLayer: false },
  { createdBy: 'WORKDIR /app', comment: 'buildkit.dockerfile.v0', emptyLayer: false },
  { createdBy: 'COPY package.json ./ # buildkit', comment: 'buildkit.dockerfile.v0', emptyLayer: false },
  { createdBy: 'RUN /bin/sh -c npm ci   --omit=dev # buildkit', comment: 'buildkit.dockerfile.v0', emptyLayer: false },
  { createdBy: 'USER node', comment: 'buildkit.dockerfile.v0', emptyLayer: true },
];
const LAYERS = ['base', 'workdir', 'copy', 'npm'].map((name) => ({ diffId: `sha256:${name}`, size: 1 }));
const TEXT =
  'FROM node:24-slim\nWORKDIR /app\nCOPY package.json ./\nRUN npm ci \\\n  --omit=dev\nUSER node\nCMD ["x"]\n';

describe('where a fault belongs', () => {
  const parts = (layer: string | null, text = TEXT) =>
    evidence({
      dockerfile: dockerfile(text),
      image: image({}, { history: HISTORY, layers: LAYERS }),
      scan: scan({ advisories: [{ ...ADVISORY, layer, kind: layer === 'sha256:npm' ? 'language' : 'os' }] }),
    });

  test.each([
    ['sha256:base', 1, 1, 'base'],
    ['sha256:copy', 3, 3, 'build'],
    ['sha256:npm', 4, 5, 'app'],
  ])('layer %s: lines %d–%d, origin %s', (layer, startLine, endLine, origin) => {
    expect(faultsOf(SUBJECT, parts(layer), [], CONTEXT)).toMatchObject([
      { origin, location: { file: 'Dockerfile', startLine, endLine } },
    ]);
  });

  test('an unknown layer: FROM, and no origin', () => {
    expect(faultsOf(SUBJECT, parts('sha256:else'), [], CONTEXT)).toMatchObject([
      { origin: null, location: { startLine: 1 } },
    ]);
  });

  test('a Dockerfile that did not build this image attributes nothing', () => {
    const other = parts('sha256:npm', 'FROM node:24-slim\nRUN something else\nCMD ["x"]\n');
    expect(faultsOf(SUBJECT, other, [], CONTEXT)).toMatchObject([{ origin: null, location: { startLine: 1 } }]);
  });

  const locked = (layer: string, path: string, installed = '6.2.1') => {
    const advisory = { ...ADVISORY, package: 'tar', purl: `pkg:npm/tar@${installed}`, installed, layer, path };
    const lock = '{"packages": {\n"node_modules/tar": {\n"version": "6.2.1"}}}';
    const lockFiles = new Map([['package-lock.json', lock]]);
    const all = { ...parts(layer), scan: scan({ advisories: [{ ...advisory, kind: 'language' as const }] }) };
    return faultsOf(SUBJECT, all, [], { ...CONTEXT, lockFiles });
  };

  test('a package of a lock file: its line there, and the instruction that brought it', () => {
    expect(locked('sha256:npm', 'app/node_modules/tar/package.json')).toMatchObject([
      {
        origin: 'app',
        location: { file: 'package-lock.json', startLine: 3 },
        related: [{ location: { file: 'Dockerfile', startLine: 4 }, message: 'This RUN brings it into the image.' }],
      },
    ]);
  });

  test.each([
    ['of another version', 'sha256:npm', 'app/node_modules/tar/package.json', '6.2.0', 4],
    ['of the base', 'sha256:base', 'app/node_modules/tar/package.json', '6.2.1', 1],
    ['of npm itself', 'sha256:npm', 'usr/local/lib/node_modules/npm/node_modules/tar/package.json', '6.2.1', 4],
  ])('not a package %s', (_what, layer, path, installed, startLine) => {
    expect(locked(layer, path, installed)).toMatchObject([
      { location: { file: 'Dockerfile', startLine }, related: [] },
    ]);
  });

  test('what the base brings along with its package manager has its own remedy', () => {
    expect(locked('sha256:base', 'usr/local/lib/node_modules/npm/node_modules/tar/package.json')).toMatchObject([
      { origin: 'base', fix: expect.stringMatching(/^tar belongs to npm, which the base image brings along/) },
    ]);
  });

  test('what is copied from another stage names that stage', () => {
    const text = 'FROM node:24 AS build\nRUN npm ci\nFROM node:24-slim\nCOPY --from=build /app /app\n';
    const history = [HISTORY[0], { createdBy: 'COPY /app /app # buildkit', comment: '', emptyLayer: false }];
    const built = evidence({
      dockerfile: dockerfile(text),
      image: image({}, { history: history.filter((entry) => entry !== undefined), layers: LAYERS.slice(0, 2) }),
      scan: scan({ advisories: [{ ...ADVISORY, layer: 'sha256:workdir' }] }),
    });
    expect(faultsOf(SUBJECT, built, [], CONTEXT)).toMatchObject([
      {
        location: { startLine: 4 },
        related: [{ location: { startLine: 1 }, message: 'It is copied from this stage.' }],
      },
    ]);
  });

  test('without a Dockerfile: the workflow that names the image', () => {
    const alone = evidence({ image: image(), scan: scan({ advisories: [ADVISORY] }) });
    expect(faultsOf(SUBJECT, alone, [], { ...CONTEXT, named: WORKFLOW })).toMatchObject([{ location: WORKFLOW }]);
    expect(faultsOf(SUBJECT, alone, [], CONTEXT)).toMatchObject([{ location: null }]);
  });
});

test('the same package found twice is one fault; two versions are two', () => {
  const advisories = [ADVISORY, ADVISORY, { ...ADVISORY, installed: '1.2-r0' }];
  const faults = faultsOf(SUBJECT, evidence({ scan: scan({ advisories }) }), [], CONTEXT);
  expect(faults.map((fault) => fault.image?.installed)).toEqual(['1.3-r0', '1.2-r0']);
});

test('of a package that is told twice the worse counts, then the one that can be fixed, in any order', () => {
  const told = [
    { ...ADVISORY, severity: 'low' as const },
    { ...ADVISORY, fixed: null },
    ADVISORY,
    { ...ADVISORY, severity: 'medium' as const },
  ];
  for (const advisories of [told, told.toReversed()]) {
    const faults = faultsOf(SUBJECT, evidence({ scan: scan({ advisories }) }), [], CONTEXT);
    expect(faults).toMatchObject([{ severity: 'high', fixable: true }]);
  }
});

test('the nearest version that fixes is named, the others are kept', () => {
  const advisory = { ...ADVISORY, package: 'minimist', installed: '1.2.5', fixed: '0.2.4, 1.2.6' };
  const [fault] = faultsOf(SUBJECT, evidence({ scan: scan({ advisories: [advisory] }) }), [], CONTEXT);
  expect(fault).toMatchObject({ fix: 'Update minimist to 1.2.6.', image: { fixed: '0.2.4, 1.2.6' } });
});

describe('a base that this repository builds', () => {
  const BASE = 'FROM node:24-slim\nWORKDIR /app\nCOPY package.json ./\nRUN npm ci --omit=dev\n';
  const base = evaluateDockerfile(readDockerfile(BASE, 'base/Dockerfile'), {
    target: null,
    buildArgs: {},
    platform: 'linux/amd64',
    baseConfig: () => null,
    assumeBuilds: true,
  });
  const child = dockerfile('FROM ghcr.io/acme/base:1\nCOPY app /app\n');
  const history = [
    ...HISTORY.slice(0, 3),
    { ...HISTORY[3], createdBy: 'RUN /bin/sh -c npm ci --omit=dev # buildkit', comment: '', emptyLayer: false },
    { createdBy: 'COPY app /app # buildkit', comment: 'buildkit.dockerfile.v0', emptyLayer: false },
  ];
  const layers = [...LAYERS, { diffId: 'sha256:app', size: 1 }];
  const found = (advisory: Partial<Advisory>, bases?: readonly DockerfileEvidence[]) => {
    const parts = evidence({
      dockerfile: bases === undefined ? child : { ...child, bases },
      image: image({}, { history, layers }),
      scan: scan({ advisories: [{ ...ADVISORY, ...advisory }] }),
    });
    const lock = '{"packages": {\n"node_modules/tar": {\n"version": "6.2.1"}}}';
    return faultsOf(SUBJECT, parts, [], { ...CONTEXT, lockFiles: new Map([['base/package-lock.json', lock]]) });
  };

  test('is named at its line, and how to mend it there', () => {
    expect(found({ layer: 'sha256:npm' }, [base])).toMatchObject([
      {
        origin: 'base',
        location: { file: 'base/Dockerfile', startLine: 4 },
        fix: 'Update zlib to 1.3.1-r0 where this repository builds the base image (base/Dockerfile).',
      },
    ]);
  });

  test('its lock file is the place for a package that stands there', () => {
    const tar = {
      package: 'tar',
      purl: 'pkg:npm/tar@6.2.1',
      installed: '6.2.1',
      kind: 'language',
      layer: 'sha256:npm',
      path: 'app/node_modules/tar/package.json',
    } as const;
    expect(found(tar, [base])).toMatchObject([
      {
        origin: 'base',
        location: { file: 'base/package-lock.json', startLine: 3 },
        related: [{ location: { file: 'base/Dockerfile', startLine: 4 } }],
      },
    ]);
  });

  test('what lies below it belongs to the FROM of its Dockerfile, what lies above to the own one', () => {
    expect(found({ layer: 'sha256:base' }, [base])).toMatchObject([
      {
        origin: 'base',
        location: { file: 'base/Dockerfile', startLine: 1 },
        fix: expect.stringMatching(/^Take a newer base/),
      },
    ]);
    expect(found({ layer: 'sha256:app' }, [base])).toMatchObject([
      { origin: 'build', location: { file: 'Dockerfile', startLine: 2 } },
    ]);
  });

  test('one that is not known, or was changed since, leaves it to the own FROM', () => {
    for (const bases of [undefined, [], [dockerfile('FROM node:24-slim\nRUN something else\n')]]) {
      expect(found({ layer: 'sha256:npm' }, bases)).toMatchObject([
        { origin: 'base', location: { file: 'Dockerfile', startLine: 1 } },
      ]);
    }
  });
});

describe('one credential in ENV that our rule and the scanner find', () => {
  const TOKEN = 'ghp_NotARealTokenItIsOnlyForTheTest00000';
  const hit = (path: string | null): SecretHit => ({
    rule: 'github-pat',
    title: 'GitHub Personal Access Token',
    severity: 'critical',
    path,
    startLine: 1,
    endLine: 1,
    layer: null,
  });
  const violation = (severity: Severity, place = 'env:API_TOKEN') => ({
    message: 'ENV API_TOKEN holds a GitHub token.',
    fix: 'f',
    location: { file: 'Dockerfile', startLine: 4, endLine: 4 },
    related: [],
    place,
    severity,
  });
  const told = (violations: readonly Violation[], hits: readonly SecretHit[], env = [`API_TOKEN=${TOKEN}`]) =>
    faultsOf(
      SUBJECT,
      evidence({ image: image({ env }), scan: scan({ secrets: hits }) }),
      [check({ rule: 'secret-in-env', answer: 'fail', violations })],
      CONTEXT,
    ).map(({ id, message }) => [id, message]);

  test('is reported once, at its line, with the name that the scanner gives it', () => {
    expect(told([violation('critical')], [hit(null)])).toEqual([
      ['secret-in-env', 'ENV API_TOKEN holds a GitHub token. The scanner reports it as github-pat.'],
    ]);
  });

  test.each<[string, readonly Violation[], readonly SecretHit[], readonly string[]]>([
    ['the policy takes the rule lightly', [violation('low')], [hit(null)], ['secret-in-env', 'github-pat']],
    ['the rule is off', [], [hit(null)], ['github-pat']],
    ['the rule means another variable', [violation('critical', 'env:B')], [hit(null)], ['secret-in-env', 'github-pat']],
    [
      'the scanner found more of them',
      [violation('critical')],
      [hit(null), hit(null)],
      ['secret-in-env', 'github-pat'],
    ],
    [
      'it stands in a file as well',
      [violation('critical')],
      [hit(null), hit('/app/.env')],
      ['secret-in-env', 'github-pat'],
    ],
    ['it stands in a file only', [violation('critical')], [hit('/app/.env')], ['secret-in-env', 'github-pat']],
  ])('is not left out where %s', (_what, violations, hits, ids) => {
    expect(told(violations, hits).map(([id]) => id)).toEqual(ids);
  });
});

test('packages without a package URL keep their own identity', () => {
  const advisories = ['a', 'b'].map((name) => ({ ...ADVISORY, package: name, purl: null }));
  const faults = faultsOf(SUBJECT, evidence({ scan: scan({ advisories }) }), [], CONTEXT);
  expect(new Set(faults.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test('an advisory without a fix cannot be fixed by an update', () => {
  const [fault] = faultsOf(
    SUBJECT,
    evidence({ scan: scan({ advisories: [{ ...ADVISORY, fixed: null }] }) }),
    [],
    CONTEXT,
  );
  expect(fault).toMatchObject({ fixable: false, fix: expect.stringContaining('No version of zlib fixes it yet') });
});

test('rules, secrets and licences become faults with their own kinds', () => {
  const violation = { message: 'm', fix: 'f', location: null, related: [], place: '', severity: null };
  const checks = [check({ rule: 'user-non-root', answer: 'fail', violations: [violation] })];
  const parts = evidence({
    scan: scan({
      secrets: [
        {
          rule: 'github-pat',
          title: 'GitHub token',
          severity: 'critical',
          path: '/app/.env',
          startLine: 3,
          endLine: 3,
          layer: null,
        },
      ],
      licenses: [{ name: 'AGPL-3.0', category: 'forbidden', severity: 'critical', package: 'x', path: null }],
    }),
  });
  const faults = faultsOf(SUBJECT, parts, checks, CONTEXT);
  expect(faults.map(({ kind, id }) => [kind, id])).toEqual([
    ['rule', 'user-non-root'],
    ['secret', 'github-pat'],
    ['license', 'license-AGPL-3.0'],
  ]);
  expect(faults[0]?.aliases).toEqual(['DL3002']);
});
