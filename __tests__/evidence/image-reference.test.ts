import { describe, expect, test } from '@jest/globals';
import { parseImageReference, repositoryOf, sharedRepository } from '../../src/evidence/image-reference.ts';

const HEX = 'a'.repeat(64);

describe('parseImageReference', () => {
  test.each([
    ['docker-archive:out/app.tar', { kind: 'docker-archive', file: 'out/app.tar', tag: null }],
    ['docker-archive:C:\\out\\app.tar', { kind: 'docker-archive', file: 'C:\\out\\app.tar', tag: null }],
    ['oci-archive:/out/app.tar', { kind: 'oci-archive', file: '/out/app.tar', tag: null }],
    ['oci:out/layout', { kind: 'oci', folder: 'out/layout', tag: null }],
    ['oci:out/layout:v1.2', { kind: 'oci', folder: 'out/layout', tag: 'v1.2' }],
    ['oci:C:\\out', { kind: 'oci', folder: 'C:\\out', tag: null }],
    ['oci:C:\\out:ci', { kind: 'oci', folder: 'C:\\out', tag: 'ci' }],
    ['oci:a:b/c', { kind: 'oci', folder: 'a:b/c', tag: null }],
    ['registry:ghcr.io/acme/x:1', { kind: 'registry', reference: 'ghcr.io/acme/x:1' }],
    ['app:ci', { kind: 'engine', reference: 'app:ci' }],
    ['ghcr.io/acme/time:ci', { kind: 'engine', reference: 'ghcr.io/acme/time:ci' }],
    ['localhost:5000/x', { kind: 'engine', reference: 'localhost:5000/x' }],
    [`acme/x@sha256:${HEX}`, { kind: 'engine', reference: `acme/x@sha256:${HEX}` }],
    [`sha256:${HEX}`, { kind: 'engine', reference: `sha256:${HEX}` }],
    ['app', { kind: 'path', path: 'app', reference: 'app' }],
    ['out/layout', { kind: 'path', path: 'out/layout', reference: 'out/layout' }],
    ['app.tar', { kind: 'path', path: 'app.tar', reference: 'app.tar' }],
    ['./app', { kind: 'path', path: './app', reference: null }],
    ['../app:ci', { kind: 'path', path: '../app:ci', reference: null }],
    ['/out/app.tar', { kind: 'path', path: '/out/app.tar', reference: null }],
    ['D:/out/app.tar', { kind: 'path', path: 'D:/out/app.tar', reference: null }],
    ['Out/App.tar', { kind: 'path', path: 'Out/App.tar', reference: null }],
    ['--help', { kind: 'path', path: '--help', reference: null }],
    ['-v:x', { kind: 'path', path: '-v:x', reference: null }],
    ['a b:c', { kind: 'path', path: 'a b:c', reference: null }],
  ])('%s', (text, expected) => {
    expect(parseImageReference(text)).toEqual(expected);
  });

  test.each(['', 'oci:', 'docker-archive:', 'registry:', 'a\0b', 'oci:a\0'])('%j names no image', (text) => {
    expect(() => parseImageReference(text)).toThrow(
      expect.objectContaining({ name: 'UsageError', code: 'image-invalid' }),
    );
  });
});

describe('repositoryOf', () => {
  test.each([
    ['node', 'node'],
    ['node:24', 'node'],
    ['acme/time:ci', 'acme/time'],
    ['ghcr.io/acme/time:ci', 'acme/time'],
    [`ghcr.io/acme/time:ci@sha256:${HEX}`, 'acme/time'],
    ['docker.io/library/node:24', 'node'],
    ['localhost/app:1', 'app'],
    ['localhost:5000/app', 'app'],
    ['REG/app', 'app'],
    [`sha256:${HEX}`, null],
    [HEX, null],
    ['<none>:<none>', null],
  ])('%s → %s', (name, expected) => {
    expect(repositoryOf(name)).toBe(expected);
  });

  test('several names share a repository or have none', () => {
    expect(sharedRepository(['ghcr.io/acme/x:1', 'acme/x:2'])).toBe('acme/x');
    expect(sharedRepository(['acme/x:1', 'acme/y:1'])).toBeNull();
    expect(sharedRepository([])).toBeNull();
  });
});
