import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { gatherRepository, repositoryReader } from '../../src/evidence/read-repository.ts';
import type { Host } from '../../src/host/ports.ts';
import { commitAll } from '../support/git-repository.ts';
import { type ImageHost, imageHost } from '../support/image-host.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Repository extends AsyncDisposable {
  readonly path: string;
  readonly host: Host;
}

/** A committed repository with these files, and the host to read it with. */
async function repositoryWith(files: Readonly<Record<string, string>>, git = true): Promise<Repository> {
  const folder = await temporaryFolder();
  const images: ImageHost = await imageHost();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder.path, path)), { recursive: true });
    await writeFile(join(folder.path, path), text);
  }
  if (git) await commitAll(folder.path, 'acme/app');
  return {
    path: folder.path,
    host: images.host,
    [Symbol.asyncDispose]: async () => {
      await images[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

describe('what surrounds a Dockerfile', () => {
  test('in the root of a repository', async () => {
    await using repository = await repositoryWith({
      Dockerfile: 'FROM scratch\n',
      '.dockerignore': '.git\n',
      'b/ü.txt': '',
      'a.txt': '',
      '.github/dependabot.yml': 'version: 2\n',
      'renovate.json5': '{}',
      'package.json': '{"renovate":{}}',
    });
    await writeFile(join(repository.path, 'untracked'), '');
    expect(await gatherRepository('Dockerfile', repository.path, null, repository.host)).toEqual({
      files: [
        '.dockerignore',
        '.github/dependabot.yml',
        'Dockerfile',
        'a.txt',
        'b/ü.txt',
        'package.json',
        'renovate.json5',
      ],
      prefix: '',
      context: '',
      ignoreFile: { file: '.dockerignore', text: '.git\n' },
      updaters: { '.github/dependabot.yml': 'version: 2\n', 'renovate.json5': '{}', 'package.json': '{"renovate":{}}' },
      unreadable: [],
    });
  });

  test('a working directory inside the work tree: updaters are still those of its root', async () => {
    await using repository = await repositoryWith({
      'servers/time/Dockerfile': 'FROM scratch\n',
      'servers/time/.dockerignore': 'x\n',
      'renovate.json': '{}',
      'package.json': '{}',
    });
    const found = await gatherRepository('Dockerfile', join(repository.path, 'servers/time'), null, repository.host);
    expect(found).toMatchObject({
      files: ['.dockerignore', 'Dockerfile'],
      prefix: 'servers/time',
      context: null,
      ignoreFile: null,
      updaters: { 'renovate.json': '{}' },
    });
  });

  test('a plain folder: nothing is known of git and of updaters', async () => {
    await using repository = await repositoryWith({ Dockerfile: 'FROM scratch\n', '.dockerignore': 'x\n' }, false);
    expect(await gatherRepository('Dockerfile', repository.path, null, repository.host)).toEqual({
      files: null,
      prefix: null,
      context: '',
      ignoreFile: { file: '.dockerignore', text: 'x\n' },
      updaters: {},
      unreadable: [],
    });
  });
});

describe('context and ignore file', () => {
  const FILES = {
    'servers/time/Dockerfile': '',
    'servers/time/.dockerignore': 'of its folder\n',
    'servers/.dockerignore': 'of servers\n',
    '.dockerignore': 'of the root\n',
    'own/Dockerfile': '',
    'own/Dockerfile.dockerignore': 'its own\n',
    'none/Dockerfile': '',
  };

  test.each([
    ['servers/time/Dockerfile', null, null, null],
    ['servers/time/Dockerfile', '.', '', 'of the root\n'],
    ['servers/time/Dockerfile', './servers/', 'servers', 'of servers\n'],
    ['servers/time/Dockerfile', 'servers/time', 'servers/time', 'of its folder\n'],
    ['own/Dockerfile', null, null, 'its own\n'],
    ['own/Dockerfile', '', '', 'its own\n'],
    ['none/Dockerfile', 'none', 'none', null],
    ['none/Dockerfile', '..', null, null],
    ['none/Dockerfile', '../app', null, null],
    ['none/Dockerfile', '/', null, null],
    ['../own/Dockerfile', null, null, null],
    ['./servers/../own/Dockerfile', null, null, 'its own\n'],
    [null, 'servers', 'servers', 'of servers\n'],
  ])('%s with context %s', async (dockerfile, stated, context, text) => {
    await using repository = await repositoryWith(FILES);
    const found = await gatherRepository(dockerfile, repository.path, stated, repository.host);
    expect([found.context, found.ignoreFile?.text ?? null]).toEqual([context, text]);
  });
});

describe('what cannot be read is named, never taken for missing', () => {
  test('too large, or no regular file', async () => {
    await using repository = await repositoryWith({
      Dockerfile: '',
      '.dockerignore': 'x\n'.repeat(400_000),
      'renovate.json': ' '.repeat(600_000),
      '.renovaterc/a': '',
    });
    await symlink('/dev/zero', join(repository.path, '.renovaterc.json'));
    const { ignoreFile, updaters, unreadable } = await gatherRepository(
      'Dockerfile',
      repository.path,
      null,
      repository.host,
    );
    expect([ignoreFile, updaters]).toEqual([null, {}]);
    expect(unreadable).toEqual(['renovate.json', '.renovaterc', '.renovaterc.json', '.dockerignore']);
  });

  test('a link that leads nowhere is nothing', async () => {
    await using repository = await repositoryWith({ Dockerfile: '' });
    await symlink('nowhere', join(repository.path, '.dockerignore'));
    const found = await gatherRepository('Dockerfile', repository.path, null, repository.host);
    expect([found.ignoreFile, found.unreadable]).toEqual([null, []]);
  });

  test('a listing that was cut is not known', async () => {
    await using repository = await repositoryWith({ Dockerfile: '' });
    const run: Host['exec']['run'] = async (program, args, options) => {
      const result = await repository.host.exec.run(program, args, options);
      return args.includes('ls-files') ? { ...result, stdout: 'a\0b' } : result;
    };
    const host: Host = { ...repository.host, exec: { ...repository.host.exec, run } };
    expect(await gatherRepository('Dockerfile', repository.path, null, host)).toMatchObject({
      files: null,
      prefix: '',
    });
  });

  test('without git', async () => {
    await using repository = await repositoryWith({ Dockerfile: '', 'renovate.json': '{}' });
    const run: Host['exec']['run'] = () =>
      Promise.reject(Object.assign(new Error('spawn git ENOENT'), { code: 'ENOENT' }));
    const host: Host = { ...repository.host, exec: { ...repository.host.exec, run } };
    const found = await gatherRepository('Dockerfile', repository.path, null, host);
    expect([found.files, found.prefix, found.updaters]).toEqual([null, null, {}]);
  });
});

test('git is asked once for all Dockerfiles of a run', async () => {
  await using repository = await repositoryWith({ Dockerfile: '', 'a/Dockerfile': '', '.dockerignore': 'x\n' });
  let calls = 0;
  const run: Host['exec']['run'] = (program, args, options) => {
    calls += 1;
    return repository.host.exec.run(program, args, options);
  };
  const read = repositoryReader(repository.path, { ...repository.host, exec: { ...repository.host.exec, run } });
  const [root, below] = await Promise.all([read('Dockerfile', null), read('a/Dockerfile', null)]);
  expect(calls).toBe(2);
  expect([root.context, below.context]).toEqual(['', null]);
});

test('outside of a work tree git is not asked at all; a folder may have a line end in its name', async () => {
  await using outside = await temporaryFolder('plain');
  await using repository = await repositoryWith({ 'a\nb/Dockerfile': '' });
  let calls = 0;
  const run: Host['exec']['run'] = (program, args, options) => {
    calls += 1;
    return repository.host.exec.run(program, args, options);
  };
  const host = { ...repository.host, exec: { ...repository.host.exec, run } };
  expect((await gatherRepository('Dockerfile', outside.path, null, host)).files).toBeNull();
  expect(calls).toBe(0);
  const below = await gatherRepository('Dockerfile', join(repository.path, 'a\nb'), null, host);
  expect([below.prefix, below.files]).toEqual(['a\nb', ['Dockerfile']]);
});

test('settings of the repository start no program', async () => {
  await using repository = await repositoryWith({ Dockerfile: '' });
  const trap = join(repository.path, 'ran');
  await writeFile(join(repository.path, '.git/config'), `[core]\n\tfsmonitor = touch ${trap}\n`, { flag: 'a' });
  const found = await gatherRepository('Dockerfile', repository.path, null, repository.host);
  expect(found.files).toEqual(['Dockerfile']);
  expect(await repository.host.files.stat(trap)).toBeNull();
});
