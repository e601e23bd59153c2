import { describe, expect, test } from '@jest/globals';
import { splitCsv } from '../../src/dockerfile/csv.ts';
import { isGitSource, isHttpSource } from '../../src/dockerfile/git-source.ts';
import { parseDuration } from '../../src/dockerfile/go-values.ts';
import { formatImageReference, parseImageReference } from '../../src/dockerfile/image-reference.ts';
import { resolveWorkdir } from '../../src/dockerfile/paths.ts';
import { formatPlatform, parsePlatform } from '../../src/dockerfile/platform.ts';
import { parseExposedPort } from '../../src/dockerfile/ports.ts';

const DIGEST = `sha256:${'a1'.repeat(32)}`;

describe('image references', () => {
  test.each([
    ['node', 'docker.io', 'library/node', null, null],
    ['node:24-slim', 'docker.io', 'library/node', '24-slim', null],
    ['acme/app', 'docker.io', 'acme/app', null, null],
    ['docker.io/node', 'docker.io', 'library/node', null, null],
    ['index.docker.io/acme/app:1', 'docker.io', 'acme/app', '1', null],
    ['localhost/app', 'localhost', 'app', null, null],
    ['host:5000/img', 'host:5000', 'img', null, null],
    ['[::1]:5000/a/b:c', '[::1]:5000', 'a/b', 'c', null],
    ['GHCR.io/acme/app', 'GHCR.io', 'acme/app', null, null],
    ['Team/app', 'Team', 'app', null, null],
    [`node:latest@${DIGEST}`, 'docker.io', 'library/node', 'latest', DIGEST],
    [`ghcr.io/a/b__c.d-e--f@${DIGEST}`, 'ghcr.io', 'a/b__c.d-e--f', null, DIGEST],
    ['0', 'docker.io', 'library/0', null, null],
  ])('%s', (text, registry, repository, tag, digest) => {
    expect(parseImageReference(text)).toEqual({ registry, repository, tag, digest });
  });

  test.each([
    '',
    'Node',
    'a..b',
    'a___b',
    '-a',
    'a:',
    'a:b:c',
    ':1',
    'a@sha256:1',
    'a b',
    'ghcr.io/Acme/x',
    'https://x/y',
    'a/',
    '/a',
    'a'.repeat(64),
    `x/${'a'.repeat(300)}`,
  ])('%j is none', (text) => {
    expect(parseImageReference(text)).toBeNull();
  });

  test('the full form has the default tag only where nothing else is pinned', () => {
    const full = (text: string) =>
      formatImageReference(parseImageReference(text) ?? { registry: '', repository: '', tag: null, digest: null });
    expect(full('node')).toBe('docker.io/library/node:latest');
    expect(full(`node@${DIGEST}`)).toBe(`docker.io/library/node@${DIGEST}`);
  });
});

describe('ports', () => {
  test.each([
    ['80', 80, 80, 'tcp'],
    ['53/UDP', 53, 53, 'udp'],
    ['8000-8010/sctp', 8000, 8010, 'sctp'],
    ['127.0.0.1:80:90', 90, 90, 'tcp'],
    ['[::1]:1:2', 2, 2, 'tcp'],
    ['80:81', 81, 81, 'tcp'],
    ['0', 0, 0, 'tcp'],
  ])('%s', (text, start, end, protocol) => {
    expect(parseExposedPort(text)).toEqual({ start, end, protocol });
  });

  test.each(['', '/tcp', '80/icmp', '2-1', '65536', '-1', 'x', 'x:1:2', '1-2:3-5', ':'])('%j is none', (text) => {
    expect(() => parseExposedPort(text)).toThrow(/invalid/);
  });
});

test.each([
  ['linux/amd64', 'linux/amd64'],
  ['Linux/X86_64', 'linux/amd64'],
  ['linux/arm64/v8', 'linux/arm64/v8'],
  ['linux/aarch64', 'linux/arm64'],
  ['linux/arm/v7', 'linux/arm/v7'],
  ['linux/arm', 'linux/arm'],
  ['armhf', 'linux/arm'],
  ['windows', 'windows/amd64'],
])('platform %s is %s', (text, expected) => {
  expect(formatPlatform(parsePlatform(text))).toBe(expected);
});

test.each([
  ['0', 0],
  ['300ms', 3e8],
  ['1h2m3.5s', 3_723_500_000_000],
  ['-1.5s', -1.5e9],
  ['.5µs', 500],
])('duration %s is %d ns', (text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});

test.each(['', '1', '1d', 's', '.s', '1 s', '99999999h', '--1s'])('%j is no duration', (text) => {
  expect(() => parseDuration(text)).toThrow('invalid duration');
});

test.each([
  ['a,b=c', ['a', 'b=c']],
  ['"a,b",c', ['a,b', 'c']],
  ['"a""b"', ['a"b']],
  ['a,', ['a', '']],
])('csv %s', (text, fields) => {
  expect(splitCsv(text)).toEqual(fields);
});

test.each(['', 'a"b', '"a', '"a"b'])('%j is no csv', (text) => {
  expect(() => splitCsv(text)).toThrow();
});

test.each([
  ['', 'a', 'linux', '/a'],
  ['/a', 'b/../../c', 'linux', '/c'],
  ['/a', '/b/../c/', 'linux', '/b/../c/'],
  ['/a', '', 'linux', '/a'],
  ['', 'C:\\app', 'windows', '\\app'],
  ['\\app', 'x', 'windows', '\\app\\x'],
])('from %j WORKDIR %j (%s) leads to %j', (current, next, os, expected) => {
  expect(resolveWorkdir(current, next, os)).toBe(expected);
});

test.each([
  ['https://github.com/a/b.git', true, false],
  ['https://github.com/a/b.git#main:dir', true, false],
  ['https://example.com/a.tar.gz', false, true],
  ['git@github.com:a/b', true, false],
  ['ssh://git@host/a', true, false],
  ['git://host/a', true, false],
  ['github.com/a/b', false, false],
  ['./a@b:c', false, false],
  ['a/b.git', false, false],
])('%s: git %p, http %p', (source, git, http) => {
  expect([isGitSource(source), isHttpSource(source)]).toEqual([git, http]);
});
