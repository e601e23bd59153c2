import { describe, expect, test } from '@jest/globals';
import { parsePurl, purlMatches, withoutWildcards } from '../../../src/policy/waivers/purl.ts';

function meets(pattern: string, target: string): boolean {
  const [one, other] = [parsePurl(pattern), parsePurl(target)];
  if (one === null || other === null) throw new Error('no package URL');
  return purlMatches(one, other);
}

test('reads all parts', () => {
  expect(parsePurl('pkg:NPM/%40babel/core@7.0.0-rc%2B1?Arch=x86_64&empty=#/lib/a%20b/')).toEqual({
    type: 'npm',
    namespace: '@babel',
    name: 'core',
    version: '7.0.0-rc+1',
    qualifiers: new Map([['arch', 'x86_64']]),
    subpath: 'lib/a b',
  });
});

test.each([
  '',
  'npm/lodash',
  'pkg:',
  'pkg:npm',
  'pkg:npm/',
  'pkg:/lodash',
  'pkg:npm/%zz',
  'pkg:npm/a?=b',
  'pkg:npm/a%00b',
  `pkg:npm/${'a'.repeat(5000)}`,
])('%.30s is none', (text) => {
  expect(parsePurl(text)).toBeNull();
});

describe('a pattern', () => {
  const DEB = 'pkg:deb/debian/openssl@3.0.9-1?arch=amd64&distro=debian-12.1';

  test.each([
    ['pkg:npm/lodash', 'pkg:npm/lodash@4.17.20', true],
    ['pkg:npm/lodash@4.17.20', 'pkg:npm/lodash@4.17.20', true],
    ['pkg:npm/lodash@4.17.2', 'pkg:npm/lodash@4.17.20', false],
    ['pkg:npm/lodash@4.17.20', 'pkg:npm/lodash', false],
    ['pkg:npm/lodash@*', 'pkg:npm/lodash@1', true],
    ['pkg:npm/@babel/core', 'pkg:npm/%40babel/core@7.0.0', true],
    ['pkg:npm/@babel/core@7.0.0', 'pkg:npm/%40babel/core@7.0.0', true],
    ['pkg:npm/%40babel/*', 'pkg:npm/%40babel/core@7.0.0', true],
    ['pkg:npm/*', 'pkg:npm/lodash@1', true],
    ['pkg:npm/*', 'pkg:npm/%40babel/core@7.0.0', false],
    ['pkg:npm/lo*sh', 'pkg:npm/lodash@1', true],
    ['pkg:npm/l*o*h', 'pkg:npm/lodash@1', true],
    ['pkg:npm/l*x*h', 'pkg:npm/lodash@1', false],
    ['pkg:npm/lod*dash', 'pkg:npm/lodash@1', false],
    ['pkg:npm/lodash', 'pkg:npm/lodash-es@1', false],
    ['pkg:npm/lodash', 'pkg:pypi/lodash@1', false],
    ['pkg:npm/JSONStream', 'pkg:npm/jsonstream@1', false],
    ['pkg:pypi/Foo_Bar', 'pkg:pypi/foo-bar@1', true],
    ['pkg:golang/github.com/BurntSushi/toml', 'pkg:golang/github.com/burntsushi/toml@v1.0.0', true],
    ['pkg:deb/debian/openssl', DEB, true],
    ['pkg:deb/Debian/OpenSSL', DEB, true],
    ['pkg:deb/ubuntu/openssl', DEB, false],
    ['pkg:deb/debian/openssl?distro=debian-12.1', DEB, true],
    ['pkg:deb/debian/openssl?distro=debian-11', DEB, false],
    ['pkg:deb/debian/openssl?epoch=1', DEB, false],
    ['pkg:rpm/RedHat/bash', 'pkg:rpm/redhat/bash@5', true],
    ['pkg:golang/x/y#a', 'pkg:golang/x/y#b', false],
    ['pkg:golang/x/y#a', 'pkg:golang/x/y#a', true],
  ] as const)('%s for %s: %s', (pattern, target, expected) => {
    expect(meets(pattern, target)).toBe(expected);
  });

  test('of a file that knows no wildcards has none', () => {
    expect(meets(withoutWildcards('pkg:npm/*'), 'pkg:npm/lodash')).toBe(false);
    expect(meets(withoutWildcards('pkg:npm/*'), 'pkg:npm/%2A')).toBe(true);
  });

  test('is no wildcard in a package of an image', () => {
    expect(meets('pkg:npm/lodash', 'pkg:npm/*')).toBe(false);
  });
});
