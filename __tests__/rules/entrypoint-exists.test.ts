import { describe, expect, test } from '@jest/globals';
import type { ImageConfig, ImageEvidence } from '../../src/model/image.ts';
import { entrypointExists } from '../../src/rules/entrypoint-exists.ts';
import { dockerfile, image, judge } from '../support/evidence.ts';
import { elf, imageWith, type Tree } from '../support/image-tree.ts';

const SH = { '/bin/busybox': { program: 'amd64' }, '/bin/sh': { link: 'busybox' } } as const;
const script = (content: string, rest: object = {}) => ({ mode: 0o755, content, ...rest });
const glibc = elf('amd64', '/lib64/ld-linux-x86-64.so.2');

function answerOf(
  files: Tree,
  config: Partial<ImageConfig>,
  rest: Partial<ImageEvidence> = {},
): readonly [string, string] {
  const { answer, reason } = judge(entrypointExists, { image: imageWith(files, config, rest) });
  return [answer, reason];
}

describe('what can be started', () => {
  test.each<[string, Tree, Partial<ImageConfig>]>([
    ['by PATH', { '/opt/bin/x': { program: 'amd64' } }, { entrypoint: ['x'], env: ['PATH=/opt/bin:/bin'] }],
    ['by the usual PATH when none is set', { '/usr/local/bin/x': { program: 'amd64' } }, { entrypoint: ['x'] }],
    ['relative to WORKDIR', { '/app/bin/x': { program: 'amd64' } }, { entrypoint: ['./bin/x'], workingDir: '/app' }],
    [
      'through links',
      {
        '/usr/bin/python3.14': { program: 'amd64' },
        '/usr/bin/python3': { link: 'python3.14' },
        '/bin': { link: 'usr/bin' },
      },
      { entrypoint: ['/bin/python3'] },
    ],
    ['CMD alone', { '/x': { program: 'amd64' } }, { entrypoint: null, cmd: ['/x'] }],
    ['a 32-bit program', { '/x': { program: '386' } }, { entrypoint: ['/x'] }],
    [
      'a dynamic program with its loader',
      { '/x': script(glibc), '/lib64/ld-linux-x86-64.so.2': 'x' },
      { entrypoint: ['/x'] },
    ],
    [
      'the second folder of PATH, where the first one is not executable',
      { '/usr/local/bin/x': 'no', '/usr/bin/x': { program: 'amd64' } },
      { entrypoint: ['x'] },
    ],
    [
      'env -S',
      {
        '/x': script('#!/usr/bin/env -S node --flag\n'),
        '/usr/bin/env': { program: 'amd64' },
        '/usr/bin/node': { program: 'amd64' },
      },
      { entrypoint: ['/x'] },
    ],
    [
      'shell form',
      { ...SH, '/usr/bin/node': { program: 'amd64' }, '/app/server.js': '' },
      { entrypoint: ['/bin/sh', '-c', 'exec node server.js'], workingDir: '/app' },
    ],
    [
      'a shell form with builtins',
      SH,
      { entrypoint: ['/bin/sh', '-c', 'cd /app && set -e; export A=1; . ./env; exec "$@"'] },
    ],
    [
      'a command that only sometimes runs',
      SH,
      { entrypoint: ['/bin/sh', '-c', 'if [ -n "$DEBUG" ]; then gdb x; fi; true'] },
    ],
    [
      'through tini',
      { '/sbin/tini': { program: 'amd64' }, '/x': { program: 'amd64' } },
      { entrypoint: ['/sbin/tini', '-g', '--', '/x'] },
    ],
    [
      'node with an option first',
      { '/usr/bin/node': { program: 'amd64' } },
      { entrypoint: ['node', '--enable-source-maps', 'gone.js'] },
    ],
    ['execute by group', { '/x': script(elf('amd64'), { mode: 0o750, gid: 5 }) }, { entrypoint: ['/x'], user: '7:5' }],
  ])('%s', (_title, files, config) => {
    expect(answerOf(files, config)).toEqual(['pass', expect.any(String)]);
  });
});

describe('what cannot', () => {
  test.each<[string, Tree, Partial<ImageConfig>, string]>([
    ['missing', {}, { entrypoint: ['/x'] }, '"/x" is not in the image'],
    [
      'not in PATH',
      { '/app/x': { program: 'amd64' } },
      { entrypoint: ['x'], workingDir: '/app' },
      'in no folder of PATH',
    ],
    ['a variable in exec form', { '/x': { program: 'amd64' } }, { entrypoint: ['$APP'] }, 'in no folder of PATH'],
    ['a folder', { '/x/': {} }, { entrypoint: ['/x'] }, 'is no file'],
    ['a link into nothing', { '/x': { link: '/gone' } }, { entrypoint: ['/x'] }, 'is not in the image'],
    ['links in circles', { '/x': { link: '/y' }, '/y': { link: '/x' } }, { entrypoint: ['/x'] }, 'is not in the image'],
    ['not executable', { '/x': elf('amd64') }, { entrypoint: ['/x'], user: '7' }, 'mode 0644, owner 0:0'],
    ['not executable, for root', { '/x': elf('amd64') }, { entrypoint: ['/x'] }, 'is not executable'],
    [
      'only for its owner',
      { '/x': script(elf('amd64'), { mode: 0o700 }) },
      { entrypoint: ['/x'], user: '7' },
      'mode 0700',
    ],
    [
      'by owner before group',
      { '/x': script(elf('amd64'), { mode: 0o055, uid: 7 }) },
      { entrypoint: ['/x'], user: '7' },
      'is not executable',
    ],
    [
      'another platform',
      { '/x': { program: 'arm64' } },
      { entrypoint: ['/x'] },
      'built for arm64, the image for amd64',
    ],
    ['another byte order', { '/x': { program: 's390x' } }, { entrypoint: ['/x'] }, 'built for s390x'],
    [
      'another C library',
      { '/x': script(glibc) },
      { entrypoint: ['/x'] },
      'needs the loader "/lib64/ld-linux-x86-64.so.2"',
    ],
    [
      'no interpreter',
      { '/x': script('#!/bin/bash\n') },
      { entrypoint: ['/x'] },
      'its interpreter "/bin/bash" is not in the image',
    ],
    [
      'env without the program',
      { '/x': script('#!/usr/bin/env python3\n'), '/usr/bin/env': { program: 'amd64' } },
      { entrypoint: ['/x'] },
      '"python3" is in no folder of PATH',
    ],
    [
      'env with a flag but without -S',
      {
        '/x': script('#!/usr/bin/env node --flag\n'),
        '/usr/bin/env': { program: 'amd64' },
        '/usr/bin/node': { program: 'amd64' },
      },
      { entrypoint: ['/x'] },
      '"node --flag" is in no folder',
    ],
    [
      'Windows line ends',
      { ...SH, '/x': script('#!/bin/sh\r\necho\r\n') },
      { entrypoint: ['/x'] },
      'Windows line ends',
    ],
    [
      'a byte order mark',
      { ...SH, '/x': script('\u00ef\u00bb\u00bf#!/bin/sh\n') },
      { entrypoint: ['/x'] },
      'byte order mark',
    ],
    ['a script without #!', { ...SH, '/x': script('echo hello\n') }, { entrypoint: ['/x'] }, 'neither a program'],
    ['an empty file', { '/x': script('') }, { entrypoint: ['/x'] }, 'neither a program'],
    [
      'a script that its interpreter may not read',
      { ...SH, '/x': script('#!/bin/sh\n', { mode: 0o711 }) },
      { entrypoint: ['/x'], user: '7' },
      'is not readable for uid 7',
    ],
    [
      'no shell for the shell form',
      { '/x': { program: 'amd64' } },
      { entrypoint: ['/bin/sh', '-c', '/x'] },
      '"/bin/sh" is not in the image',
    ],
    [
      'a command of the shell form',
      SH,
      { entrypoint: ['/bin/sh', '-c', 'exec java -jar app.jar'] },
      '"java" is in no folder',
    ],
    [
      'a script of an interpreter',
      { '/usr/bin/node': { program: 'amd64' } },
      { entrypoint: ['node'], cmd: ['dist/index.js'], workingDir: '/app' },
      'the script "dist/index.js" is not in the image',
    ],
    [
      'an archive for java',
      { '/usr/bin/java': { program: 'amd64' } },
      { entrypoint: ['java', '-jar', '/app.jar'] },
      'the script "/app.jar" is not in the image',
    ],
    [
      'behind tini',
      { '/sbin/tini': { program: 'amd64' } },
      { entrypoint: ['/sbin/tini', '--', 'x'] },
      '"x" is in no folder',
    ],
    [
      'interpreters in circles',
      { '/bin/sh': script('#!/bin/bash\n'), '/bin/bash': script('#!/bin/sh\n') },
      { entrypoint: ['/bin/sh'] },
      'leads through too many interpreters',
    ],
  ])('%s', (_title, files, config, why) => {
    expect(answerOf(files, config)).toEqual(['fail', expect.stringContaining(why)]);
  });

  test('points at the line that names it', () => {
    const parts = {
      dockerfile: dockerfile('FROM a\nCMD ["/x"]\n'),
      image: imageWith({}, { entrypoint: null, cmd: ['/x'] }),
    };
    expect(judge(entrypointExists, parts).violations[0]?.location?.startLine).toBe(2);
  });
});

describe('what stays open', () => {
  test('a program whose bytes were not read does not gate', () => {
    const built = imageWith({ '/x': { program: 'amd64' } }, { entrypoint: ['/x'] });
    const files = built.files === null ? null : { ...built.files, heads: {} };
    expect(judge(entrypointExists, { image: { ...built, files } })).toMatchObject({
      answer: 'unknown',
      severity: 'low',
    });
  });

  test('a program below a volume may be mounted', () => {
    expect(answerOf({}, { entrypoint: ['/data/x'], volumes: ['/data'] })[0]).toBe('unknown');
  });

  test('shell text that nobody can read', () => {
    expect(answerOf(SH, { entrypoint: ['/bin/sh', '-c', 'if then'] })[0]).toBe('unknown');
  });

  test('without the files', () => {
    expect(judge(entrypointExists, { image: image() }).answer).toBe('unknown');
  });

  test('a user that cannot be resolved is the business of another rule', () => {
    expect(answerOf({ '/x': { program: 'amd64' } }, { entrypoint: ['/x'], user: 'nosuch' })[0]).toBe('pass');
  });
});

test('hostile commands cost no time', () => {
  const path = Array.from({ length: 5000 }, (_, index) => `/p${index}`).join(':');
  const text = Array.from({ length: 5000 }, (_, index) => `x${index}`).join(';');
  const started = performance.now();
  expect(answerOf(SH, { entrypoint: ['/bin/sh', '-c', text], env: [`PATH=${path}`] })[0]).toBe('fail');
  expect(answerOf(SH, { entrypoint: ['/bin/sh', '-c', '('.repeat(20_000)] })[0]).not.toBe('pass');
  expect(performance.now() - started).toBeLessThan(5000);
});
