import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { commitFiles } from '../../src/evidence/commit-files.ts';
import { gitCommitObjects } from '../../src/evidence/commit-objects-git.ts';
import { apiCommitObjects } from '../../src/github/commit-objects.ts';
import { createGitHubApi } from '../../src/host/github-api.ts';
import type { CommitFiles } from '../../src/model/commit.ts';
import { errorCode } from '../../src/model/error-code.ts';
import type { GitObjectsOptions } from '../support/fake-github/git-objects.ts';
import { startFakeGitHub } from '../support/fake-github/server.ts';
import { type Content, commit, commitAll, git } from '../support/git-repository.ts';
import { testHost } from '../support/test-host.ts';

type Way = 'git' | 'GitHub' | 'GitHub, folder by folder';

interface Repository {
  readonly folder: string;
  readonly files: CommitFiles;
}

/** Gives a repository's first commit, read in one of the ways; the work tree is somewhere else by then. */
async function withCommit(
  way: Way,
  content: Readonly<Record<string, Content>>,
  look: (repository: Repository) => Promise<void>,
  prepare: (folder: string) => Promise<string | null> = async () => null,
): Promise<void> {
  await using test = await testHost();
  await commitAll(test.folder, 'acme/mcp');
  const first = await commit(test.folder, content);
  const id = (await prepare(test.folder)) ?? first;
  const objects: GitObjectsOptions = { folder: test.folder, truncated: way !== 'GitHub' };
  await using github = await startFakeGitHub({ tls: false, token: 't', objects });
  const access = { api: createGitHubApi('t', github.apiUrl), clock: test.host.clock, repository: 'acme/mcp' };
  const found = way === 'git' ? await gitCommitObjects(id, test.folder, test.host) : await apiCommitObjects(access, id);
  if (found === null) throw new Error('the commit is not there');
  await look({ folder: test.folder, files: commitFiles(found) });
  expect(github.violations).toEqual([]);
}

async function text(files: CommitFiles, path: string): Promise<string | null> {
  const bytes = await files.read(path);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

const TREE: Readonly<Record<string, Content>> = {
  Dockerfile: 'FROM scratch\n',
  'servers/time/Dockerfile': 'FROM time\n',
  'servers/zeit – é/a\tb.txt': 'odd name',
  empty: '',
  'bytes.bin': Uint8Array.from([0, 255, 254, 10, 13, 0]),
  'to-file': { link: 'servers/time/Dockerfile' },
  'to-folder': { link: 'servers' },
  'servers/up': { link: '../Dockerfile' },
  'servers/dot': { link: './time/./Dockerfile' },
  chain: { link: 'to-folder/up' },
  absolute: { link: '/etc/passwd' },
  outside: { link: '../../../../etc/passwd' },
  'outside-and-back': { link: '../x/Dockerfile' },
  loop: { link: 'loop' },
  dangling: { link: 'nowhere' },
  'through-file': { link: 'Dockerfile/x' },
};

const WAYS: readonly Way[] = ['git', 'GitHub', 'GitHub, folder by folder'];

describe.each(WAYS)('the files of a commit, from %s', (way) => {
  test('are read as a checkout would give them, and never from outside of it', async () => {
    await withCommit(way, TREE, async ({ files }) => {
      const read = async (path: string) => [path, await files.kindOf(path), await text(files, path)];
      const expected: readonly (readonly [string, string | null, string | null])[] = [
        ['Dockerfile', 'file', 'FROM scratch\n'],
        ['./servers//time/Dockerfile', 'file', 'FROM time\n'],
        ['servers/../Dockerfile', 'file', 'FROM scratch\n'],
        ['servers/zeit – é/a\tb.txt', 'file', 'odd name'],
        ['empty', 'file', ''],
        ['servers', 'directory', null],
        ['', 'directory', null],
        ['to-file', 'file', 'FROM time\n'],
        ['to-folder', 'directory', null],
        ['to-folder/time/Dockerfile', 'file', 'FROM time\n'],
        ['to-folder/up', 'file', 'FROM scratch\n'],
        ['servers/dot', 'file', 'FROM time\n'],
        ['chain', 'file', 'FROM scratch\n'],
        ['absolute', null, null],
        ['outside', null, null],
        ['outside-and-back', null, null],
        ['loop', null, null],
        ['dangling', null, null],
        ['through-file', null, null],
        ['nothing', null, null],
        ['../Dockerfile', null, null],
        ['/etc/passwd', null, null],
        ['Dockerfile/', 'file', 'FROM scratch\n'],
        ['Dockerfile/x', null, null],
        ['servers/time/..', 'directory', null],
        ['__proto__', null, null],
      ];
      for (const [path, kind, content] of expected) expect(await read(path)).toEqual([path, kind, content]);
      expect(await files.read('bytes.bin')).toEqual(Buffer.from([0, 255, 254, 10, 13, 0]));
    });
  });

  test('are listed whole, or not at all', async () => {
    await withCommit(way, TREE, async ({ files }) => {
      const all = way === 'GitHub, folder by folder' ? null : Object.keys(TREE).sort();
      expect(await files.list()).toEqual(all);
      expect([...((await files.marks())?.keys() ?? [])].length).toBe(all?.length ?? 0);
    });
  });

  test('that are asked for at one time are all given', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`f/${index}`, `text ${index}\n`]));
    await withCommit(way, many, async ({ files }) => {
      const texts = await Promise.all(Object.keys(many).map((path) => text(files, path)));
      expect(texts).toEqual(Object.values(many));
    });
  });

  test('beyond the limit are not taken', async () => {
    await withCommit(way, { large: 'x'.repeat(5000), small: 'y' }, async ({ files }) => {
      const [large, small] = await Promise.all([files.read('large', 4999).catch(errorCode), text(files, 'small')]);
      expect([large, small]).toEqual(['EFBIG', 'y']);
      expect((await files.read('large', 5000))?.length).toBe(5000);
    });
  });

  test('of a submodule are not there', async () => {
    const addModule = async (folder: string): Promise<string> => {
      const id = (await git(folder, 'rev-parse', 'HEAD')).trim();
      await git(folder, 'update-index', '--add', '--cacheinfo', `160000,${id},.github`);
      await git(folder, '-c', 'user.name=t', '-c', 'user.email=t@t', 'commit', '--quiet', '--message', 'module');
      return (await git(folder, 'rev-parse', 'HEAD')).trim();
    };
    await withCommit(
      way,
      { a: 'a' },
      async ({ files }) => {
        expect(await files.kindOf('.github')).toBe('other');
        expect([await files.read('.github'), await files.read('.github/image-gate.yml')]).toEqual([null, null]);
      },
      addModule,
    );
  });
});

test('a replacement of an object is not believed', async () => {
  const content = { '.github/image-gate.yml': 'profile: strict\n' };
  const look = async ({ files, folder }: Repository): Promise<void> => {
    // Git itself would show the other content.
    expect(await git(folder, 'show', `${files.commit}:.github/image-gate.yml`)).toBe('profile: container\n');
    expect(await text(files, '.github/image-gate.yml')).toBe('profile: strict\n');
  };
  await withCommit('git', content, look, async (folder) => {
    const strict = await git(folder, 'rev-parse', 'HEAD', 'HEAD:.github/image-gate.yml');
    const [first = '', blob = ''] = strict.split('\n');
    await commit(folder, { '.github/image-gate.yml': 'profile: container\n' });
    const other = (await git(folder, 'rev-parse', 'HEAD:.github/image-gate.yml')).trim();
    await git(folder, 'replace', blob, other);
    await git(folder, 'replace', first, 'HEAD');
    return first;
  });
});

test('a blob of 100 MB is read past, and what is asked for along with it is given', async () => {
  await withCommit('git', { large: Buffer.alloc(100 * 1024 * 1024), after: 'here' }, async ({ files }) => {
    const [large, after] = await Promise.all([files.read('large').catch(errorCode), text(files, 'after')]);
    expect([large, after]).toEqual(['EFBIG', 'here']);
  });
}, 60_000);

describe('a commit that git', () => {
  test.each([
    ['does not have', 'f'.repeat(40)],
    ['cannot have', 'HEAD'],
    ['would take for an option', '--help'],
  ])('%s is not there', async (_what, id) => {
    await using test = await testHost();
    await commitAll(test.folder, 'acme/mcp');
    expect(await gitCommitObjects(id, test.folder, test.host)).toBeNull();
  });

  test('has without its trees or its files is not fetched on the way', async () => {
    await using test = await testHost();
    const origin = join(test.folder, 'origin');
    await git(test.folder, 'init', '--quiet', '--initial-branch', 'main', origin);
    const id = await commit(origin, { Dockerfile: 'FROM old\n' });
    await commit(origin, { Dockerfile: 'FROM new\n' });
    await git(origin, 'config', 'uploadpack.allowFilter', 'true');
    for (const [filter, named] of [
      ['tree:0', 'trees'],
      ['blob:none', 'blobs'],
    ] as const) {
      const clone = join(test.folder, named);
      await git(test.folder, 'clone', '--quiet', `--filter=${filter}`, `file://${origin}`, clone);
      const before = await git(clone, 'count-objects', '-v');
      const objects = await gitCommitObjects(id, clone, test.host);
      if (named === 'trees') expect(objects).toBeNull();
      else {
        const files = objects === null ? null : commitFiles(objects);
        await expect(files?.read('Dockerfile')).rejects.toMatchObject({ code: 'commit-incomplete' });
      }
      expect(await git(clone, 'count-objects', '-v')).toBe(before);
    }
  });

  test('is not asked in a folder that is not there', async () => {
    await using test = await testHost();
    const id = await commitAll(test.folder, 'acme/mcp');
    expect(await gitCommitObjects(id, join(test.folder, 'nowhere'), test.host)).toBeNull();
  });
});
