import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { workTreeFiles } from '../../src/evidence/work-tree-files.ts';
import { testHost } from '../support/test-host.ts';

/** A repository with a folder `servers/time`, a file outside of it, and links. */
async function laidOut() {
  const t = await testHost();
  const repository = join(t.folder, 'repository');
  const folder = join(repository, 'servers', 'time');
  await mkdir(folder, { recursive: true });
  await mkdir(join(repository, '.git'));
  await mkdir(join(t.folder, 'repository-of-others'));
  await writeFile(join(t.folder, 'credentials'), 'https://me:secret@example.com');
  await writeFile(join(t.folder, 'repository-of-others', 'Dockerfile'), 'FROM a');
  await writeFile(join(repository, 'Dockerfile'), 'FROM scratch');
  return { t, repository, folder, [Symbol.asyncDispose]: () => t[Symbol.asyncDispose]() };
}

describe('files of the work tree', () => {
  test.each([
    ['a file beside it', '../credentials'],
    ['a file of the machine', '/etc/passwd'],
    ['what this process is', '/proc/self/environ'],
    ['a folder whose name only begins like its own', '../repository-of-others/Dockerfile'],
  ])('a link to %s is not followed', async (_what, target) => {
    await using at = await laidOut();
    await symlink(resolve(at.repository, target), join(at.folder, 'Dockerfile'));
    const files = workTreeFiles(at.folder, at.t.host.files);
    for (const reading of [
      files.readText(join(at.folder, 'Dockerfile'), 1e6),
      files.readBytes(join(at.folder, 'Dockerfile'), 1e6),
    ])
      await expect(reading).rejects.toMatchObject({ code: 'EXDEV' });
  });

  test('a folder that leads out is not followed either', async () => {
    await using at = await laidOut();
    await symlink(join(at.t.folder, 'repository-of-others'), join(at.folder, 'docker'));
    const files = workTreeFiles(at.folder, at.t.host.files);
    await expect(files.readText(join(at.folder, 'docker', 'Dockerfile'), 100)).rejects.toMatchObject({ code: 'EXDEV' });
  });

  test('links within the repository are read, also from a folder of it, and through a link to it', async () => {
    await using at = await laidOut();
    await symlink('../../Dockerfile', join(at.folder, 'Dockerfile'));
    await symlink(at.repository, join(at.t.folder, 'elsewhere'));
    for (const folder of [at.folder, join(at.t.folder, 'elsewhere', 'servers', 'time')]) {
      const files = workTreeFiles(folder, at.t.host.files);
      expect(await files.readText(join(folder, 'Dockerfile'), 100)).toBe('FROM scratch');
    }
  });

  test('without git, the folder is all', async () => {
    await using at = await laidOut();
    await at.t.host.files.remove(join(at.repository, '.git'));
    await symlink('../../Dockerfile', join(at.folder, 'Dockerfile'));
    await writeFile(join(at.folder, 'own'), 'FROM b');
    const files = workTreeFiles(at.folder, at.t.host.files);
    await expect(files.readText(join(at.folder, 'Dockerfile'), 100)).rejects.toMatchObject({ code: 'EXDEV' });
    expect(await files.readText(join(at.folder, 'own'), 100)).toBe('FROM b');
  });

  test('what is not there is not there', async () => {
    await using at = await laidOut();
    const files = workTreeFiles(at.folder, at.t.host.files);
    await expect(files.readText(join(at.folder, 'none'), 100)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await files.stat(join(at.folder, 'none'))).toBeNull();
  });
});
