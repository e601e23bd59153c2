import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { rewriteText } from '../../src/host/rewrite-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('replaces the content, and keeps the mode', async () => {
  await using folder = await temporaryFolder('rewrite');
  const file = join(folder.path, 'Dockerfile');
  writeFileSync(file, 'old');
  chmodSync(file, 0o750);
  await rewriteText(folder.path, 'Dockerfile', 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o7777).toBe(0o750);
  expect(readdirSync(folder.path)).toEqual(['Dockerfile']);
});

test('the root itself may be reached through a link', async () => {
  await using folder = await temporaryFolder('rewrite');
  mkdirSync(join(folder.path, 'real'));
  writeFileSync(join(folder.path, 'real', 'Dockerfile'), 'old');
  symlinkSync('real', join(folder.path, 'link'));
  await rewriteText(join(folder.path, 'link'), 'Dockerfile', 'new');
  expect(readFileSync(join(folder.path, 'real', 'Dockerfile'), 'utf8')).toBe('new');
});

test.each<readonly [string, string, string]>([
  ['the file is a link', 'link', 'ELOOP'],
  ['a folder on the way is one', 'folder/Dockerfile', 'ELOOP'],
  ['it is a folder', 'sub', 'EINVAL'],
  ['there is none', 'absent', 'ENOENT'],
])('nothing is written where %s', async (_title, path, code) => {
  await using folder = await temporaryFolder('rewrite');
  const root = join(folder.path, 'root');
  mkdirSync(join(root, 'sub'), { recursive: true });
  writeFileSync(join(folder.path, 'Dockerfile'), 'outside');
  symlinkSync('../Dockerfile', join(root, 'link'));
  symlinkSync('..', join(root, 'folder'));
  await expect(rewriteText(root, path, 'new')).rejects.toMatchObject({ code });
  expect(readFileSync(join(folder.path, 'Dockerfile'), 'utf8')).toBe('outside');
  expect(readdirSync(root).sort()).toEqual(['folder', 'link', 'sub']);
});
