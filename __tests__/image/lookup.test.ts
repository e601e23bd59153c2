import { describe, expect, test } from '@jest/globals';
import { below, lookUp } from '../../src/image/lookup.ts';
import { readExecutable, runsOn } from '../../src/image/lookup-executable.ts';
import { barrier, may, processUser } from '../../src/image/lookup-user.ts';
import type { ImageFiles } from '../../src/model/image-files.ts';
import { elf, imageWith, type Tree } from '../support/image-tree.ts';

function filesOf(tree: Tree): ImageFiles {
  const { files } = imageWith(tree);
  if (files === null) throw new Error('an image with files has files');
  return files;
}

describe('paths', () => {
  const files = filesOf({
    '/usr/bin/node': 'x',
    '/bin': { link: 'usr/bin' },
    '/usr/bin/nodejs': { link: 'node' },
    '/app/up': { link: '../../../../usr' },
    '/app/away': { link: '/bin/../bin/node' },
    '/loop/a': { link: 'b' },
    '/loop/b': { link: 'a' },
    '/self': { link: 'self/self' },
    '/file': 'x',
  });
  test.each([
    ['/usr/bin/node', '/usr/bin/node'],
    ['/bin/nodejs', '/usr/bin/node'],
    ['//bin/./nodejs', '/usr/bin/node'],
    ['/app/up/bin/node', '/usr/bin/node'],
    ['/app/away', '/usr/bin/node'],
    ['/../../usr', '/usr'],
    ['/', '/'],
    ['/usr/bin/gone', undefined],
    ['/file/x', undefined],
    ['/file/..', undefined],
    ['/loop/a', undefined],
    ['/self', undefined],
    ['/gone/../usr', undefined],
  ])('%s leads to %s', (path, found) => {
    expect(lookUp(files, path)?.file.path).toBe(found);
  });

  test('relative ones start in a folder', () => {
    expect(lookUp(files, 'bin/node', '/usr')?.file.path).toBe('/usr/bin/node');
    expect(lookUp(files, './node', '/bin')?.file.path).toBe('/usr/bin/node');
  });

  test('every folder on the way is named, for permissions', () => {
    expect(lookUp(files, '/bin/nodejs')?.searched.map(({ path }) => path)).toEqual([
      '/',
      '/',
      '/usr',
      '/usr/bin',
      '/usr/bin',
    ]);
  });

  test('what lies below a folder, not beside it', () => {
    const tree = filesOf({ '/app/': {}, '/app/a': '', '/apple/b': '' });
    expect(below(tree, '/app').map(({ path }) => path)).toEqual(['/app/a']);
    expect(below(tree, '/')).toHaveLength(3);
  });

  test('endless chains of links cost no time', () => {
    const deep = `/${'a/'.repeat(2000)}`;
    const many = filesOf(
      Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [`/l${index}`, { link: `${'/.'.repeat(2000)}/l${index + 1}` }]),
      ),
    );
    const started = performance.now();
    for (let count = 0; count < 500; count++) {
      expect(lookUp(many, '/l0')).toBeNull();
      expect(lookUp(many, deep)).toBeNull();
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('who runs', () => {
  const texts = {
    '/etc/passwd': 'root:x:0:0::/root:/bin/sh\napp:x:1001:1002::/home/app:/bin/sh\n',
    '/etc/group': 'root:x:0:\napp:x:1002:\nweb:x:33:app,other\naudio:x:29:other\n',
  };
  test.each([
    ['app', 1001, [1002, 33]],
    ['app:web', 1001, [33]],
    ['1001', 1001, [1002, 33]],
    ['4242', 4242, [0]],
    ['', 0, [0]],
  ])('USER %j: uid %i, gids %j', (user, uid, gids) => {
    const found = processUser(imageWith({}, { user }, { texts }));
    expect([found?.uid, [...(found?.gids ?? [])]]).toEqual([uid, gids]);
  });

  test('nobody, where the name leads nowhere', () => {
    expect(processUser(imageWith({}, { user: 'nosuch' }, { texts }))).toBeNull();
  });

  test.each([
    [0o700, 7, 0, 'read', true],
    [0o070, 7, 0, 'read', false],
    [0o070, 0, 5, 'read', true],
    [0o707, 0, 5, 'write', false],
    [0o001, 0, 0, 'execute', true],
    [0o666, 7, 5, 'execute', false],
  ] as const)('mode %i, owner %i:%i, %s: %s', (mode, uid, gid, access, allowed) => {
    const [file] = filesOf({ '/x': { mode, uid, gid } }).merged;
    const user = { uid: 7, gids: new Set([5]), home: '/' };
    expect(file === undefined ? null : may(user, access, file)).toBe(allowed);
  });

  test('root needs one execute bit, and no other', () => {
    const [closed] = filesOf({ '/x': { mode: 0o000 } }).merged;
    const root = { uid: 0, gids: new Set([0]), home: '/root' };
    if (closed === undefined) throw new Error('one file');
    expect([may(root, 'read', closed), may(root, 'write', closed), may(root, 'execute', closed)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('a closed folder on the way', () => {
    const found = lookUp(filesOf({ '/root/': { mode: 0o700 }, '/root/bin/x': { mode: 0o755 } }), '/root/bin/x');
    const user = { uid: 7, gids: new Set([7]), home: '/' };
    expect(found === null ? null : barrier(user, found)?.path).toBe('/root');
  });
});

describe('what the kernel makes of a file', () => {
  test.each([
    ['#!/bin/sh\n', '/bin/sh', '', false],
    ['#! /bin/sh -e\n', '/bin/sh', '-e', false],
    ['#!\t/usr/bin/env  node --x \n', '/usr/bin/env', 'node --x', false],
    ['#!/bin/sh\r\n', '/bin/sh', '', true],
    ['#!/bin/sh -e\r\n', '/bin/sh', '-e', true],
    ['#!/bin/sh', '/bin/sh', '', false],
    ['#!\n', '', '', false],
  ])('%j', (head, interpreter, argument, crlf) => {
    expect(readExecutable(head)).toEqual({ kind: 'script', interpreter, argument, crlf });
  });

  test.each([
    ['amd64', null],
    ['arm64', '/lib/ld-musl-aarch64.so.1'],
    ['s390x', '/lib/ld64.so.1'],
    ['ppc64le', null],
    ['386', null],
  ])('a program for %s with loader %j', (architecture, loader) => {
    expect(readExecutable(elf(architecture, loader))).toEqual({ kind: 'elf', architecture, loader });
  });

  test('programs that are cut off or lie tell nothing more', () => {
    expect(readExecutable('\x7fELF')).toEqual({ kind: 'elf', architecture: null, loader: null });
    for (let length = 4; length < 140; length++) {
      expect(readExecutable(elf('amd64', '/lib64/ld-linux-x86-64.so.2').slice(0, length)).kind).toBe('elf');
    }
    for (const byte of ['\x00', '\xff']) {
      const lying = `\x7fELF\x02\x01${byte.repeat(300)}`;
      expect(readExecutable(lying)).toMatchObject({ kind: 'elf', loader: null });
    }
  });

  test.each([
    ['amd64', 'amd64', true],
    ['386', 'amd64', true],
    ['amd64', '386', false],
    ['arm', 'arm64', true],
    ['arm64', 'amd64', false],
    ['mips', 'mips64le', true],
  ])('%s on %s: %s', (program, platform, runs) => {
    expect(runsOn(program, platform)).toBe(runs);
  });
});
