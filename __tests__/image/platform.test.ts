import { describe, expect, test } from '@jest/globals';
import { type Candidate, chooseManifest, hasTag, isAttestation } from '../../src/image/choose-manifest.ts';
import type { Descriptor } from '../../src/image/manifest.ts';
import { formatPlatform, machinePlatform, matchesPlatform, parsePlatform } from '../../src/image/platform.ts';

describe('platforms', () => {
  test.each([
    ['linux/amd64', 'linux/amd64'],
    ['linux/x86_64', 'linux/amd64'],
    ['Linux/AMD64', 'linux/amd64'],
    ['linux/arm64/v8', 'linux/arm64'],
    ['linux/aarch64', 'linux/arm64'],
    ['linux/arm/v7', 'linux/arm/v7'],
    ['linux/amd64/v3', 'linux/amd64/v3'],
    ['windows/amd64', 'windows/amd64'],
    ['linux/constructor', 'linux/constructor'],
  ])('%s is %s', (text, expected) => {
    expect(formatPlatform(parsePlatform(text))).toBe(expected);
  });

  test.each(['', 'linux', 'linux/', '/amd64', 'linux/amd64/v1/x', 'linux amd64', 'linux/../x'])(
    '%j is none',
    (text) => {
      expect(() => parsePlatform(text)).toThrow(
        expect.objectContaining({ name: 'UsageError', code: 'platform-invalid' }),
      );
    },
  );

  test.each([
    ['linux/arm64', 'linux/arm64/v8', true],
    ['linux/arm', 'linux/arm/v6', true],
    ['linux/arm/v7', 'linux/arm/v6', false],
    ['linux/arm64', 'linux/amd64', false],
    ['linux/amd64', 'windows/amd64', false],
  ])('asked for %s, found %s: %s', (asked, found, expected) => {
    expect(matchesPlatform(parsePlatform(asked), parsePlatform(found))).toBe(expected);
  });

  test.each([
    ['x64', 'linux/amd64'],
    ['arm64', 'linux/arm64'],
    ['arm', 'linux/arm/v7'],
    ['ia32', 'linux/386'],
    ['s390x', 'linux/s390x'],
  ])('a machine of %s runs %s', (arch, expected) => {
    expect(formatPlatform(machinePlatform(arch))).toBe(expected);
  });
});

const MACHINE = machinePlatform('x64');

function candidate(platform: string, digit: string, ...names: string[]): Candidate {
  const descriptor: Descriptor = {
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    digest: `sha256:${digit.repeat(64)}`,
    size: 1,
    annotations: {},
    platform: null,
  };
  return { descriptor, platform: parsePlatform(platform), names };
}

describe('chooseManifest', () => {
  const amd64 = candidate('linux/amd64', '1', 'a:1');
  const arm64 = candidate('linux/arm64', '2', 'a:1');
  const other = candidate('linux/amd64', '3', 'b:1');

  test.each([
    ['the only one, whatever the machine', [arm64], null, arm64],
    ["the machine's", [arm64, amd64], null, amd64],
    ['the one asked for', [arm64, amd64], 'linux/arm64', arm64],
    ['one that is named twice', [amd64, amd64], null, amd64],
    ['the plain one of several variants', [candidate('linux/amd64/v3', '4'), amd64], 'linux/amd64', amd64],
  ])('takes %s', (_what, candidates, asked, expected) => {
    expect(chooseManifest(candidates, asked === null ? null : parsePlatform(asked), MACHINE)).toBe(expected);
  });

  test.each([
    ['a platform that is not there', [amd64, other], 'linux/arm64', 'VerifyError', 'platform-missing'],
    ['the only one, when another is asked for', [amd64], 'linux/arm64', 'VerifyError', 'platform-missing'],
    [
      "several, none of them the machine's",
      [arm64, candidate('linux/s390x', '5')],
      null,
      'UsageError',
      'platform-needed',
    ],
    ['two images', [amd64, other], null, 'UsageError', 'image-several'],
    ['none', [], null, 'UsageError', 'image-empty'],
  ])('refuses %s', (_what, candidates, asked, name, code) => {
    expect(() => chooseManifest(candidates, asked === null ? null : parsePlatform(asked), MACHINE)).toThrow(
      expect.objectContaining({ name, code }),
    );
  });

  test('names the images there are', () => {
    expect(() => chooseManifest([amd64, other], null, MACHINE)).toThrow('several images: "a:1", "b:1".');
  });
});

describe('index entries', () => {
  const entry = (annotations: Record<string, string>, platform: string | null = null): Descriptor => ({
    ...candidate('linux/amd64', '1').descriptor,
    annotations,
    platform: platform === null ? null : { os: platform, architecture: platform, variant: '' },
  });

  test('build records are told from images', () => {
    expect(isAttestation(entry({ 'vnd.docker.reference.type': 'attestation-manifest' }))).toBe(true);
    expect(isAttestation(entry({}, 'unknown'))).toBe(true);
    expect(isAttestation(entry({ 'org.opencontainers.image.ref.name': 'x' }))).toBe(false);
  });

  test.each([
    [{ 'org.opencontainers.image.ref.name': 'ci' }, true],
    [{ 'org.opencontainers.image.ref.name': 'ghcr.io/acme/x:ci' }, true],
    [{ 'io.containerd.image.name': 'docker.io/library/x:ci' }, true],
    [{ 'org.opencontainers.image.ref.name': 'aci' }, false],
    [{}, false],
  ])('%j has the tag ci: %s', (annotations, expected) => {
    expect(hasTag(entry(annotations), 'ci')).toBe(expected);
  });
});
