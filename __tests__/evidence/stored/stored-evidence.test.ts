import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { ROOT } from '../../../scripts/lib/repository.ts';
import { withoutValues } from '../../../src/evidence/stored/conceal.ts';
import { decodeEvidence } from '../../../src/evidence/stored/decode.ts';
import { type EvidenceFacts, encodeEvidence, type JudgedImage } from '../../../src/evidence/stored/encode.ts';
import { instructionOf } from '../../../src/evidence/stored/instruction.ts';
import { packagesOf } from '../../../src/evidence/stored/packages.ts';
import { fault } from '../../support/cases.ts';
import { image, scan } from '../../support/evidence.ts';

const FACTS: EvidenceFacts = {
  createdAt: '2026-11-23T09:00:00.000Z',
  repository: 'acme/mcp',
  commit: 'a'.repeat(40),
  scanners: ['vuln', 'secret'],
};

const SBOM = JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.7', components: [] });

function judged(rest: Partial<JudgedImage> = {}): JudgedImage {
  return {
    subject: { name: 'server', image: 'app:ci', dockerfile: 'Dockerfile', platform: null },
    image: image({ env: ['PATH=/bin', 'API_TOKEN=hunter2hunter2'], exposedPorts: ['3000/tcp'] }),
    scan: scan({
      secrets: [
        {
          rule: 'github-pat',
          title: 'PAT',
          severity: 'critical',
          path: '/app/x',
          startLine: 1,
          endLine: 1,
          layer: null,
        },
      ],
      licenses: [{ name: 'AGPL', category: 'forbidden', severity: 'high', package: 'p', path: null }],
    }),
    faults: [fault({ id: 'user-non-root', kind: 'rule' }), fault({ id: 'CVE-2026-1' })],
    sbom: SBOM,
    ...rest,
  };
}

function encoded(images: readonly JudgedImage[]): string {
  const text = encodeEvidence(images, FACTS);
  if (text === null) throw new Error('not encoded');
  return text;
}

describe('what is stored', () => {
  test('comes back as it was, and fits the published schema', async () => {
    const text = encoded([
      judged(),
      judged({ subject: { name: 'other', image: 'b', dockerfile: null, platform: 'linux/arm64' } }),
    ]);
    const decoded = decodeEvidence(text);
    expect(decoded).toMatchObject({
      evidence: {
        schema: 'image-gate/evidence/1',
        commit: FACTS.commit,
        scanners: ['vuln', 'secret'],
        subjects: [
          {
            name: 'server',
            dockerfile: 'Dockerfile',
            faults: [{ id: 'user-non-root', fingerprint: 'f'.repeat(32) }],
            secrets: [{ rule: 'github-pat', path: '/app/x' }],
            licenses: [{ name: 'AGPL' }],
            image: { config: { environment: ['PATH', 'API_TOKEN'], exposedPorts: ['3000/tcp'] } },
          },
          { name: 'other', platform: 'linux/arm64' },
        ],
      },
    });
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    const schema = JSON.parse(await readFile(join(ROOT, 'schemas/evidence-1.schema.json'), 'utf8'));
    const validate = ajv.compile(schema);
    validate(JSON.parse(text));
    expect(validate.errors).toBeNull();
    expect(validate({ ...JSON.parse(text), commit: 'main' })).toBe(false);
  });

  test('too much of anything is not stored rather than not readable', () => {
    const faults = Array.from({ length: 20_001 }, () => fault({ kind: 'rule' }));
    expect(encodeEvidence([judged({ faults })], FACTS)).toBeNull();
    expect(encodeEvidence([judged({ sbom: '{}' })], FACTS)).toBeNull();
  });

  test('a long message is cut; an identity never is', () => {
    const [one] = JSON.parse(
      encoded([judged({ faults: [fault({ kind: 'rule', message: 'x'.repeat(9_000) })] })]),
    ).subjects;
    expect(one.faults[0].message).toHaveLength(4_000);
    const id = 'x'.repeat(9_000);
    expect(encodeEvidence([judged({ faults: [fault({ kind: 'rule', id })] })], FACTS)).toBeNull();
  });

  const marker = fc
    .string({ unit: fc.constantFrom(...'abcXYZ019_-/+='), minLength: 8, maxLength: 40 })
    .map((s) => `Zq${s}qZ`);

  test('no value of the environment, no text of a file and nothing that only the config holds is in it', () => {
    fc.assert(
      fc.property(marker, (secret) => {
        const text = encoded([
          judged({
            image: image(
              {
                env: ['PATH=/bin', `A=${secret}`, `B=prefix-${secret}`],
                user: `user-${secret}`,
                entrypoint: ['/server', `--token=${secret}`],
                cmd: [secret],
                labels: { [`x-${secret}`]: secret },
                workingDir: `/srv/${secret}`,
                volumes: [`/v/${secret}`],
                shell: [secret],
                healthcheck: {
                  test: ['CMD', secret],
                  interval: 0,
                  timeout: 0,
                  startPeriod: 0,
                  startInterval: 0,
                  retries: 0,
                },
                onBuild: [`RUN echo ${secret}`],
              },
              {
                texts: { '/etc/passwd': secret },
                files: { merged: [], hidden: [], heads: { '/app/key': secret } },
                history: [
                  { createdBy: `ENV A=${secret}`, comment: secret, emptyLayer: true },
                  { createdBy: `${secret} RUN`, comment: '', emptyLayer: false },
                  { createdBy: `|1 TOKEN=${secret} /bin/sh -c x`, comment: '', emptyLayer: false },
                ],
              },
            ),
            faults: [
              fault({
                kind: 'rule',
                message: `It runs curl -u ${secret}.`,
                title: secret,
                fix: `Remove ${secret}`,
                related: [{ location: { file: 'Dockerfile', startLine: 1, endLine: 1 }, message: secret }],
                edits: [{ file: 'Dockerfile', startLine: 1, startColumn: 1, endLine: 1, endColumn: 2, text: secret }],
              }),
            ],
          }),
        ]);
        expect(text).not.toContain(secret);
        expect(decodeEvidence(text)).toHaveProperty('evidence');
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is read', () => {
  test.each([
    ['', 'it is not whole JSON'],
    ['{"schema":', 'it is not whole JSON'],
    ['null', 'its schema is none, and this version reads image-gate/evidence/1'],
    ['[]', 'its schema is none, and this version reads image-gate/evidence/1'],
    [
      '{"schema":"image-gate/evidence/2"}',
      'its schema is image-gate/evidence/2, and this version reads image-gate/evidence/1',
    ],
    ['{"schema":"::error::x\\u001b"}', 'its schema is none, and this version reads image-gate/evidence/1'],
    ['{"schema":"image-gate/evidence/1"}', 'it does not have the expected form at tool'],
  ])('%s', (text, mistake) => {
    expect(decodeEvidence(text)).toEqual({ mistake });
  });

  test.each([
    ['a commit that is an option', { commit: '--output=/etc/passwd' }],
    ['a fingerprint of another form', { subjects: [{ faults: [{ fingerprint: 'x' }] }] }],
    ['a date that is none', { createdAt: 'yesterday' }],
    ['a scanner that is none', { scanners: ['all'] }],
    ['a negative line', { subjects: [{ secrets: [{ startLine: -1 }] }] }],
    ['another kind of bill of materials', { subjects: [{ sbom: { bomFormat: 'SPDX' } }] }],
    ['an image id that is a path', { subjects: [{ image: { imageId: '../../x' } }] }],
    ['a text without end', { subjects: [{ name: 'x'.repeat(5_000) }] }],
  ])('%s is refused', (_what, change) => {
    const good = JSON.parse(encoded([judged()]));
    expect(decodeEvidence(JSON.stringify(good))).toHaveProperty('evidence');
    expect(decodeEvidence(JSON.stringify(merged(good, change)))).toEqual({
      mistake: expect.stringMatching(/^it does not have the expected form at /),
    });
  });

  test('any JSON is an answer, and never a change of an object of this program', () => {
    fc.assert(fc.property(fc.json(), (text) => expect(decodeEvidence(text)).toHaveProperty('mistake')));
    const good = encoded([judged()]).replace('{"schema"', '{"__proto__":{"polluted":1},"schema"');
    expect(decodeEvidence(good)).toHaveProperty('evidence');
    expect({}).not.toHaveProperty('polluted');
  });

  test('fields of a newer version are left out', () => {
    const text = JSON.stringify({ ...JSON.parse(encoded([judged()])), more: 1 });
    expect(decodeEvidence(text)).not.toHaveProperty('evidence.more');
    expect(decodeEvidence(text)).toHaveProperty('evidence');
  });
});

test.each([
  ['RUN /bin/sh -c npm ci # buildkit', 'RUN'],
  ['/bin/sh -c #(nop)  ENV A=secret', 'ENV'],
  ['/bin/sh -c apt-get update', 'RUN'],
  ['|1 TOKEN=x /bin/sh -c y', ''],
  ['HUNTER2 is a password', ''],
  ['bazel build', ''],
  ['', ''],
])('history %p is told as %p', (createdBy, keyword) => {
  expect(instructionOf({ createdBy, comment: '', emptyLayer: false })).toBe(keyword);
});

test('values are concealed longest first; words are left alone', () => {
  const hide = withoutValues(['A=secret', 'B=secret-and-more', 'C=on', 'D', 'E=']);
  expect(hide('x secret-and-more secret on D E')).toBe('x *** *** on D E');
});

test('a package is known by its package URL and its place', () => {
  const property = (value: string): unknown => [{ name: 'aquasecurity:trivy:FilePath', value }];
  const had = packagesOf({
    components: [
      { purl: 'pkg:npm/a@1', properties: property('app/a/package.json') },
      { purl: 'pkg:deb/debian/b@2?arch=amd64' },
      { purl: 'pkg:npm/odd@1', properties: 'x' },
      { name: 'no purl' },
      null,
    ],
  });
  expect(had('pkg:npm/a@1', 'app/a/package.json')).toBe(true);
  expect(had('pkg:npm/a@1', 'other/a/package.json')).toBe(false);
  expect(had('pkg:npm/a@1', null)).toBe(false);
  expect(had('pkg:npm/a@2', 'app/a/package.json')).toBe(false);
  expect(had('pkg:deb/debian/b@2?arch=amd64', null)).toBe(true);
  expect(packagesOf({ components: 'x' })('pkg:npm/a@1', null)).toBe(false);
});

test('packages of a program are known at its path, whatever circles the document has', () => {
  const language = [{ name: 'aquasecurity:trivy:Class', value: 'lang-pkgs' }];
  const had = packagesOf({
    components: [
      { type: 'application', name: '/usr/bin/app', 'bom-ref': 'app', properties: language },
      { type: 'operating-system', name: 'alpine', 'bom-ref': 'os', properties: [{ ...language[0], value: 'os-pkgs' }] },
      { type: 'library', 'bom-ref': 'main', purl: 'pkg:golang/x/main' },
      { type: 'library', 'bom-ref': 'text', purl: 'pkg:golang/x/text@1' },
      { type: 'library', 'bom-ref': 'zlib', purl: 'pkg:apk/alpine/zlib@1' },
    ],
    dependencies: [
      { ref: 'app', dependsOn: ['main'] },
      { ref: 'main', dependsOn: ['text', 'gone'] },
      { ref: 'text', dependsOn: ['main', 'app'] },
      { ref: 'os', dependsOn: ['zlib'] },
      { ref: 'odd', dependsOn: 7 },
      7,
    ],
  });
  expect(had('pkg:golang/x/text@1', 'usr/bin/app')).toBe(true);
  expect(had('pkg:golang/x/text@1', null)).toBe(false);
  expect(had('pkg:golang/x/text@1', 'usr/bin/other')).toBe(false);
  expect(had('pkg:apk/alpine/zlib@1', null)).toBe(true);
});

/** `change` laid over a copy of `good`, through lists by their first elements. */
function merged(good: unknown, change: unknown): unknown {
  if (Array.isArray(good) && Array.isArray(change)) {
    return typeof change[0] === 'object' ? [merged(good[0], change[0]), ...good.slice(1)] : change;
  }
  if (typeof good !== 'object' || typeof change !== 'object' || good === null || change === null) return change;
  const entries = Object.entries(change).map(([key, value]) => [
    key,
    merged((good as Record<string, unknown>)[key], value),
  ]);
  return { ...good, ...Object.fromEntries(entries) };
}
