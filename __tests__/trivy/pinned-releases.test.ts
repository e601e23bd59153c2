import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { agreedSums, type SumSource, withRelease } from '../../scripts/lib/release-sums.ts';
import { ROOT } from '../../scripts/lib/repository.ts';
import { PINNED_RELEASES } from '../../src/trivy/pinned-releases.ts';
import { DEFAULT_VERSION, RELEASE_PLATFORMS } from '../../src/trivy/releases.ts';
import { isBelowFloor, isDenied } from '../../src/trivy/version.ts';

const VERSION = '0.99.0';
const ASSETS = [
  'Linux-64bit.tar.gz',
  'Linux-ARM64.tar.gz',
  'macOS-64bit.tar.gz',
  'macOS-ARM64.tar.gz',
  'windows-64bit.zip',
];
const SUMS = ASSETS.map((_, index) => `${index + 1}`.repeat(64));

const checksums = ASSETS.map((asset, index) => `${SUMS[index]}  trivy_${VERSION}_${asset}`).join('\n');
const formula = ASSETS.map(
  (asset, index) => `url "https://x/trivy_${VERSION}_${asset}"\n  sha256 "${SUMS[index]}"`,
).join('\n');

function source(place: string, text: string): SumSource {
  return { place, text };
}

const GITHUB = 'https://github.com/aquasecurity/trivy/releases/download/v0.99.0/trivy_0.99.0_checksums.txt';

describe('pinning a release', () => {
  test('takes the sums on which independent sources agree', () => {
    const sums = agreedSums(VERSION, [source(GITHUB, checksums), source('https://formulae.example/trivy.rb', formula)]);
    expect(Object.values(sums)).toEqual(SUMS);
    expect(Object.keys(sums)).toEqual(RELEASE_PLATFORMS);
  });

  test.each<[string, RegExp, readonly SumSource[]]>([
    ['one source', /a single source is not enough/, [source(GITHUB, checksums)]],
    ['the same place twice', /a single source/, [source(GITHUB, checksums), source(`${GITHUB}?x`, `${formula}\n`)]],
    [
      'two places of one owner',
      /a single source/,
      [source(GITHUB, checksums), source('https://raw.githubusercontent.com/aquasecurity/homebrew/x.rb', formula)],
    ],
    ['a copy', /a single source/, [source(GITHUB, checksums), source('https://copy.example/x', `${checksums}\n`)]],
    [
      'sources that disagree',
      /the sources disagree/,
      [source(GITHUB, checksums), source('https://x.example/', formula.replace('4444', '5555'))],
    ],
    ['no sums', /no source has a sum/, [source(GITHUB, '<html>'), source('https://x.example/', '{}')]],
    [
      'a second source for some of the archives only',
      /macOS-ARM64.*a single source/,
      [source(GITHUB, checksums), source('https://x.example/', formula.split('\n').slice(0, 6).join('\n'))],
    ],
    [
      'the sums of signatures instead of archives',
      /no source has a sum/,
      [source(GITHUB, checksums.replaceAll(/$/gm, '.sigstore.json')), source('https://x.example/', '')],
    ],
  ])('refuses %s', (_name, message, sources) => {
    expect(() => agreedSums(VERSION, sources)).toThrow(message);
  });

  test('refuses a known-bad release whoever vouches for it', () => {
    const text = checksums.replaceAll(VERSION, '0.69.4');
    const sources = [source(GITHUB, text), source('https://x.example/', `${text}\n#`)];
    expect(() => agreedSums('0.69.4', sources)).toThrow('never used');
  });

  test('writes the table as it stands in the source', async () => {
    const text = await readFile(join(ROOT, 'src', 'trivy', 'pinned-releases.ts'), 'utf8');
    const sums = Object.fromEntries(
      Object.entries(PINNED_RELEASES[DEFAULT_VERSION] ?? {}).map(([platform, { archiveSha256 }]) => [
        platform,
        archiveSha256,
      ]),
    );
    expect(text.endsWith(`> = {\n${withRelease(PINNED_RELEASES, DEFAULT_VERSION, sums)}};\n`)).toBe(true);
    const more = withRelease(PINNED_RELEASES, VERSION, sums);
    expect(more.match(/^ {2}'\d+\.\d+\.\d+'/gm)).toEqual(
      [...Object.keys(PINNED_RELEASES), VERSION].map((one) => `  '${one}'`),
    );
  });
});

describe('the pinned releases', () => {
  test.each(Object.entries(PINNED_RELEASES))('%s: every platform, each with a sum of its own', (version, platforms) => {
    expect(Object.keys(platforms)).toEqual(RELEASE_PLATFORMS);
    const sums = Object.values(platforms).map(({ archiveSha256 }) => archiveSha256);
    expect(sums.every((sum) => /^[0-9a-f]{64}$/.test(sum))).toBe(true);
    expect(new Set(sums).size).toBe(sums.length);
    expect([isDenied(version), isBelowFloor(version)]).toEqual([false, false]);
  });

  test('hold no sum twice', () => {
    const sums = Object.values(PINNED_RELEASES).flatMap((platforms) => Object.values(platforms));
    expect(new Set(sums.map(({ archiveSha256 }) => archiveSha256)).size).toBe(sums.length);
  });
});
