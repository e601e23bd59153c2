import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../../src/model/finding.ts';
import type { Waiver } from '../../../src/model/waiver.ts';
import type { KnownSubject } from '../../../src/policy/waivers/image.ts';
import { acceptanceOf } from '../../../src/policy/waivers/match.ts';
import { fault } from '../../support/cases.ts';
import { waiver } from '../../support/waivers.ts';

const TODAY = '2026-06-01';
const APP: KnownSubject = { name: 'acme/app', image: 'ghcr.io/acme/app:ci', dockerfile: 'Dockerfile', platform: null };
const OF_PACKAGE = fault({
  image: {
    layer: null,
    path: 'app/node_modules/lodash/package.json',
    package: 'lodash',
    purl: 'pkg:npm/lodash@4.17.20',
    installed: '4.17.20',
    fixed: null,
  },
  location: { file: 'services/app/package-lock.json', startLine: 1, endLine: 1 },
  origin: 'app',
});

function isWaived(one: Fault, rest: Partial<Waiver>, subject = APP): boolean {
  return acceptanceOf(one, subject, [waiver(rest)], TODAY).waiver !== null;
}

describe('ids', () => {
  const rule = fault({ id: 'user-non-root', kind: 'rule', aliases: ['DL3002', 'DS-0002', 'CIS 4.1'] });

  test.each(['user-non-root', 'USER-NON-ROOT', 'dl3002', 'DS-0002', 'AVD-DS-0002', 'DS002', 'ds0002', 'CIS 4.1'])(
    '%s means the rule',
    (id) => {
      expect(isWaived(rule, { ids: ['other', id] })).toBe(true);
      expect(isWaived(rule, { ids: [id], source: 'trivyignore' })).toBe(true);
    },
  );

  test.each(['user', 'DS-0003', 'DS-00021', 'DS02', ''])('%s does not', (id) => {
    expect(isWaived(rule, { ids: [id] })).toBe(false);
  });

  test('of advisories: a policy means aliases and any case, files of other tools the very id', () => {
    const advisory = fault({ id: 'CVE-2026-1', aliases: ['DSA-1-1'] });
    expect(isWaived(advisory, { ids: ['dsa-1-1'] })).toBe(true);
    expect(isWaived(advisory, { ids: ['DSA-1-1'], source: 'trivyignore' })).toBe(false);
    expect(isWaived(advisory, { ids: ['cve-2026-1'], source: 'openvex' })).toBe(false);
  });

  test('of licences: with and without the prefix', () => {
    const license = fault({ id: 'license-GPL-3.0', kind: 'license' });
    expect(isWaived(license, { ids: ['gpl-3.0'] })).toBe(true);
    expect(isWaived(license, { ids: ['license-GPL-3.0'] })).toBe(true);
    expect(isWaived(license, { ids: ['GPL-3.0'], source: 'trivyignore' })).toBe(true);
    expect(isWaived(fault({ id: 'license-x' }), { ids: ['x'] })).toBe(false);
  });

  test('of one kind alone', () => {
    expect(isWaived(fault(), { kinds: ['advisory'] })).toBe(true);
    expect(isWaived(fault(), { kinds: ['secret'] })).toBe(false);
  });
});

test('paths of Trivy’s ignore file are those in the image, where the finding is one of Trivy', () => {
  const lockFile = { paths: ['services/app/package-lock.json'] };
  expect(isWaived(OF_PACKAGE, lockFile)).toBe(true);
  expect(isWaived(OF_PACKAGE, { ...lockFile, source: 'trivyignore' })).toBe(false);
  expect(isWaived(OF_PACKAGE, { paths: ['app/**'], source: 'trivyignore' })).toBe(true);
  const ofSystem = fault({ image: null, location: { file: 'Dockerfile', startLine: 1, endLine: 1 } });
  expect(isWaived(ofSystem, { paths: ['Dockerfile'], source: 'trivyignore' })).toBe(false);
  const rule = { ...ofSystem, kind: 'rule' as const };
  expect(isWaived(rule, { paths: ['Dockerfile'], source: 'trivyignore' })).toBe(true);
});

describe('conditions', () => {
  test.each<[Partial<Waiver>, boolean]>([
    [{ images: ['acme/*'] }, true],
    [{ images: ['other', 'acme/app'] }, true],
    [{ images: ['*'] }, false],
    [{ images: ['app'] }, false],
    [{ images: ['[acme/app'] }, false],
    [{ packages: ['pkg:npm/lodash'] }, true],
    [{ packages: ['pkg:npm/other', 'pkg:npm/lodash@4.17.20'] }, true],
    [{ packages: ['pkg:npm/lodash@4.17.21'] }, false],
    [{ packages: ['lodash'] }, false],
    [{ paths: ['app/**'] }, true],
    [{ paths: ['/app/**'] }, true],
    [{ paths: ['services/*/package-lock.json'] }, true],
    [{ paths: ['lib/**', '['] }, false],
    [{ origin: 'app' }, true],
    [{ origin: 'base' }, false],
    [{ images: ['acme/app'], packages: ['pkg:npm/lodash'], paths: ['app/**'], origin: 'app' }, true],
    [{ images: ['acme/app'], packages: ['pkg:npm/lodash'], paths: ['lib/**'], origin: 'app' }, false],
  ])('%j: %s', (rest, expected) => {
    expect(isWaived(OF_PACKAGE, rest)).toBe(expected);
  });

  test('a finding without package, path or origin meets none of them', () => {
    const bare = fault();
    for (const rest of [{ packages: ['pkg:npm/*'] }, { paths: ['**'] }, { origin: 'app' as const }]) {
      expect(isWaived(bare, rest)).toBe(false);
    }
  });

  test('the name with its platform is a name too', () => {
    const arm = { ...APP, platform: 'linux/arm64' };
    expect(isWaived(fault(), { images: ['acme/app (linux/arm64)'] }, arm)).toBe(true);
    expect(isWaived(fault(), { images: ['acme/app (linux/amd64)'] }, arm)).toBe(false);
  });

  const DIGEST = `sha256:${'a'.repeat(64)}`;
  test.each([
    ['pkg:oci/app', true],
    ['pkg:oci/App', true],
    ['pkg:oci/acme', false],
    ['pkg:oci/acme/app', false],
    ['pkg:docker/app', false],
    ['pkg:oci/app?repository_url=ghcr.io/acme/app', true],
    ['pkg:oci/app?repository_url=https://ghcr.io/acme/app', true],
    ['pkg:oci/app?repository_url=ghcr.io/other/app', false],
    ['pkg:oci/app?repository_url=%20', false],
    ['pkg:oci/app?tag=ci', true],
    ['pkg:oci/app?tag=1', false],
    ['pkg:oci/app?arch=amd64', true],
    ['pkg:oci/app?arch=arm64', false],
    ['pkg:oci/app?os=linux', false],
    [`pkg:oci/app@${encodeURIComponent(DIGEST)}`, true],
    [`pkg:oci/app@${encodeURIComponent(DIGEST.replaceAll('a', 'b'))}`, false],
  ] as const)('image %s: %s', (image, expected) => {
    const built = { digest: DIGEST, platform: 'linux/amd64' };
    expect(isWaived(fault(), { images: [image] }, { ...APP, built })).toBe(expected);
  });

  test('what is not known of an image is not met', () => {
    const archive = { ...APP, image: 'docker-archive:app.tar' };
    expect(isWaived(fault(), { images: ['pkg:oci/app'] }, archive)).toBe(true);
    for (const more of [
      '@sha256%3Aaa',
      '?tag=app.tar',
      '?arch=amd64',
      '?repository_url=docker.io/library/docker-archive',
    ]) {
      expect(isWaived(fault(), { images: [`pkg:oci/app${more}`] }, archive)).toBe(false);
      expect(isWaived(fault(), { images: [`pkg:oci/app${more}`] }, { ...APP, image: null })).toBe(false);
    }
    expect(isWaived(fault(), { images: ['pkg:oci/docker-archive'] }, archive)).toBe(false);
  });

  test('what a later statement takes back is not accepted', () => {
    const taken = (packages: string[]) => ({ unless: [{ ids: ['CVE-2026-1'], images: [], packages }] });
    expect(isWaived(OF_PACKAGE, taken([]))).toBe(false);
    expect(isWaived(OF_PACKAGE, taken(['pkg:npm/lodash']))).toBe(false);
    expect(isWaived(OF_PACKAGE, taken(['pkg:npm/other']))).toBe(true);
    expect(isWaived(OF_PACKAGE, { unless: [{ ids: ['CVE-2026-2'], images: [], packages: [] }] })).toBe(true);
  });
});

describe('terms', () => {
  test('a waiver counts on its last day and not after it', () => {
    const ends = waiver({ expires: TODAY });
    expect(acceptanceOf(fault(), APP, [ends], TODAY)).toEqual({ waiver: ends, expired: null });
    expect(acceptanceOf(fault(), APP, [ends], '2026-06-02')).toEqual({ waiver: null, expired: ends });
  });

  test('of several the one that lasts longest, in whatever order they come', () => {
    const all = [
      waiver({ expires: '2026-05-01' }),
      waiver({ expires: '2026-05-02', reason: 'b' }),
      waiver({ expires: '2026-07-01', source: 'openvex' }),
      waiver({ expires: '2026-07-01', location: { file: 'b', startLine: 1, endLine: 1 } }),
      waiver({ expires: '2026-07-01', location: { file: 'a', startLine: 2, endLine: 2 } }),
      waiver({ expires: '2026-07-01', location: { file: 'a', startLine: 1, endLine: 1 }, reason: 'z' }),
      waiver({ expires: '2026-07-01', location: { file: 'a', startLine: 1, endLine: 1 }, reason: 'a' }),
    ];
    const expected = { waiver: all[6], expired: all[1] };
    expect(acceptanceOf(fault(), APP, all, TODAY)).toEqual(expected);
    expect(acceptanceOf(fault(), APP, all.toReversed(), TODAY)).toEqual(expected);
    const endings = [waiver({ expires: null, reason: 'b' }), waiver({ expires: null, reason: 'a' })];
    expect(acceptanceOf(fault(), APP, [...all, ...endings], TODAY).waiver).toBe(endings[1]);
    const endless = waiver({ expires: null, source: 'trivyignore' });
    expect(acceptanceOf(fault(), APP, [...all, endless], TODAY).waiver).toBe(endless);
  });
});

test('the time grows with findings, not with findings times waivers', () => {
  const timeFor = (waiverCount: number): number => {
    const waivers = Array.from({ length: waiverCount }, (_, index) =>
      waiver({ ids: [`CVE-1-${index}`], packages: ['pkg:npm/a'] }),
    );
    const faults = Array.from({ length: 20_000 }, (_, index) => fault({ id: `CVE-2-${index}` }));
    const started = performance.now();
    for (const one of faults) acceptanceOf(one, APP, waivers, TODAY);
    return performance.now() - started;
  };
  timeFor(10);
  expect(timeFor(5000)).toBeLessThan(10 * Math.max(timeFor(50), 20));
});
