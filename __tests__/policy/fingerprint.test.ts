import { describe, expect, test } from '@jest/globals';
import { fingerprint, withoutVersion } from '../../src/policy/fingerprint.ts';

describe('fingerprint', () => {
  // Made with sha256sum. They are a promise: a change of them closes and reopens every alert of every user.
  test.each([
    [{ subject: 'acme/time', id: 'user-non-root', purl: null, place: '' }, '32561c3eafed7d75a9111e14d1644f64'],
    [
      {
        subject: 'acme/time',
        id: 'CVE-2026-1',
        purl: 'pkg:npm/%40a/b@1.0.0',
        place: 'app/node_modules/@a/b/package.json',
      },
      'a2aeea3ee2b6674ceeb2ee719e0ebc63',
    ],
  ])('%j', (identity, digest) => {
    expect(fingerprint(identity)).toBe(digest);
  });

  test('a new version, tag or distribution release changes nothing', () => {
    const of = (purl: string): string => fingerprint({ subject: 's', id: 'i', purl, place: 'p' });
    expect(of('pkg:apk/alpine/zlib@1.3-r0?arch=x86_64&distro=3.20')).toBe(
      of('pkg:apk/alpine/zlib@1.4-r2?arch=aarch64&distro=3.22'),
    );
    expect(of('pkg:npm/a@1')).not.toBe(of('pkg:npm/b@1'));
  });

  test('parts never run into each other', () => {
    const a = fingerprint({ subject: 'ab', id: 'c', purl: null, place: '' });
    const b = fingerprint({ subject: 'a', id: 'bc', purl: null, place: '' });
    expect(a).not.toBe(b);
  });
});

test.each([
  ['pkg:npm/%40scope/name@1.2.3', 'pkg:npm/%40scope/name'],
  ['pkg:npm/name', 'pkg:npm/name'],
  ['pkg:deb/debian/libc6@2.36-9%2Bdeb12u4?arch=amd64&distro=debian-12', 'pkg:deb/debian/libc6'],
  ['pkg:golang/github.com/a/b@v1.0.0#sub', 'pkg:golang/github.com/a/b'],
  ['pkg:generic/we@ird/name', 'pkg:generic/we@ird/name'],
])('%s without version: %s', (purl, expected) => {
  expect(withoutVersion(purl)).toBe(expected);
});
