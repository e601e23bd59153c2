import { expect, test } from '@jest/globals';
import type { ImageConfig } from '../../src/model/image.ts';
import { appFilesWritable } from '../../src/rules/app-files-writable.ts';
import { image, judge } from '../support/evidence.ts';
import { imageWith, type Tree } from '../support/image-tree.ts';

const NODE = { entrypoint: ['node', 'server.js'], workingDir: '/app', user: '1001:1001' };

test.each<[string, Tree, Partial<ImageConfig>, string]>([
  ['code of root', { '/app/': {}, '/app/server.js': '' }, NODE, 'pass'],
  ['root itself', { '/app/server.js': '' }, { ...NODE, user: '' }, 'not-applicable'],
  ['code of the user', { '/app/': {}, '/app/server.js': { uid: 1001 } }, NODE, 'fail'],
  [
    'code of the user, read-only, in a folder of root',
    { '/app/': {}, '/app/server.js': { uid: 1001, mode: 0o444 } },
    NODE,
    'pass',
  ],
  ['by group', { '/app/': {}, '/app/lib/a.js': { gid: 1001, mode: 0o664 } }, NODE, 'fail'],
  ['a group of others', { '/app/': {}, '/app/lib/a.js': { gid: 0, mode: 0o664 } }, NODE, 'pass'],
  ['for everyone', { '/app/': {}, '/app/lib/a.py': { mode: 0o666 } }, NODE, 'fail'],
  [
    'a folder that lets files be replaced',
    { '/app/': {}, '/app/lib/': { uid: 1001 }, '/app/lib/a.js': '' },
    NODE,
    'fail',
  ],
  ['a sticky folder', { '/app/': { mode: 0o1777 }, '/app/server.js': '' }, NODE, 'pass'],
  [
    'data',
    { '/app/': {}, '/app/server.js': '', '/app/data/': { uid: 1001 }, '/app/data/plugin.js': { uid: 1001 } },
    NODE,
    'pass',
  ],
  ['text that nobody runs', { '/app/': {}, '/app/notes.md': { uid: 1001 } }, NODE, 'pass'],
  ['a program without an ending', { '/app/': {}, '/app/run': { uid: 1001, mode: 0o755 } }, NODE, 'fail'],
  ['a volume', { '/app/server.js': { uid: 1001 } }, { ...NODE, volumes: ['/app'] }, 'pass'],
  [
    'no WORKDIR: only what is started',
    { '/start.sh': { uid: 1001, mode: 0o755, content: '#!/bin/sh\n' }, '/bin/sh': { program: 'amd64' } },
    { user: '1001', entrypoint: ['/start.sh'] },
    'fail',
  ],
  ['the home of the user as such', { '/home/app/': { uid: 1001 }, '/app/server.js': '' }, NODE, 'pass'],
])('%s: %s', (_title, files, config, answer) => {
  expect(judge(appFilesWritable, { image: imageWith(files, config) }).answer).toBe(answer);
});

test('is open without the files', () => {
  expect(judge(appFilesWritable, { image: image({ user: '1001' }) }).answer).toBe('unknown');
});
