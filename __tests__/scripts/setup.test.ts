import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runProgram } from '../../scripts/lib/program.ts';
import { ROOT } from '../../scripts/lib/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const OLD_NODE =
  'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.1.0"}})';

describe('scripts/setup.mjs', () => {
  test('installs once, and again only when the locked packages have changed', async () => {
    await using clone = await freshClone();
    expect(await setUp(clone.path)).toMatchObject({ code: 0, output: expect.stringContaining('Installed in') });
    expect(await setUp(clone.path)).toEqual({ code: 0, output: '' });
    await writeLock(clone.path, '1.0.1', ['one']);
    expect(await setUp(clone.path)).toEqual({ code: 0, output: '' });
    await writeLock(clone.path, '1.0.1', ['one', 'two']);
    expect(await setUp(clone.path)).toMatchObject({ code: 0, output: expect.stringContaining('Installing') });
    const installed = await readFile(join(clone.path, 'node_modules', 'two', 'package.json'), 'utf8');
    expect(JSON.parse(installed)).toEqual({ name: 'two', version: '1.0.0' });
  });

  test('stops when npm refuses the lock file', async () => {
    await using clone = await freshClone();
    await writeFile(join(clone.path, 'package.json'), JSON.stringify({ name: 'x', dependencies: { absent: '1.0.0' } }));
    const { code, output } = await setUp(clone.path);
    expect(code).toBe(1);
    expect(output).toContain('setup: npm ci failed');
    expect(output).not.toContain('at spawn');
  });

  test('says what to do when every Node is too old', async () => {
    await using clone = await freshClone();
    const { code, output } = await setUp(clone.path, ['--import', OLD_NODE]);
    expect(code).toBe(1);
    expect(output).toContain('setup: Node 24 or later is needed, and this is Node 20.1.0');
    expect(output).toContain('install Node 24');
  });

  test('removes a Node of node_modules that cannot run here, when the running one is new enough', async () => {
    await using clone = await freshClone();
    await setUp(clone.path);
    const own = join(clone.path, 'node_modules', '.bin', 'node');
    await mkdir(join(clone.path, 'node_modules', '.bin'), { recursive: true });
    await writeFile(own, 'no executable', { mode: 0o755 });
    expect(await setUp(clone.path)).toEqual({ code: 0, output: '' });
    await expect(readFile(own)).rejects.toThrow('ENOENT');
  });

  test('prefers a Node of node_modules to an old one', async () => {
    await using clone = await freshClone();
    await setUp(clone.path);
    await mkdir(join(clone.path, 'node_modules', '.bin'), { recursive: true });
    await symlink(process.execPath, join(clone.path, 'node_modules', '.bin', 'node'));
    expect(await setUp(clone.path, ['--import', OLD_NODE])).toEqual({ code: 0, output: '' });
  });
});

/** What setup looks at, with packages that need no registry. */
async function freshClone() {
  const folder = await temporaryFolder();
  await mkdir(join(folder.path, 'scripts'));
  await cp(join(ROOT, 'scripts', 'setup.mjs'), join(folder.path, 'scripts', 'setup.mjs'));
  for (const name of ['one', 'two']) {
    await mkdir(join(folder.path, name));
    await writeFile(join(folder.path, name, 'package.json'), JSON.stringify({ name, version: '1.0.0' }));
  }
  await writeLock(folder.path, '1.0.0', ['one']);
  return folder;
}

async function writeLock(clone: string, version: string, names: readonly string[]): Promise<void> {
  const dependencies = Object.fromEntries(names.map((name) => [name, `file:./${name}`]));
  const project = { name: 'project', version, dependencies };
  const packages = {
    '': project,
    ...Object.fromEntries(names.map((name) => [name, { version: '1.0.0' }])),
    ...Object.fromEntries(names.map((name) => [`node_modules/${name}`, { resolved: name, link: true }])),
  };
  await writeFile(join(clone, 'package.json'), JSON.stringify(project));
  await writeFile(
    join(clone, 'package-lock.json'),
    JSON.stringify({ name: 'project', version, lockfileVersion: 3, requires: true, packages }),
  );
}

function setUp(clone: string, nodeFlags: readonly string[] = []) {
  // npm must be the one on the PATH, not the one that happens to run these tests.
  return runProgram(process.execPath, [...nodeFlags, join(clone, 'scripts', 'setup.mjs')], {
    cwd: clone,
    env: { npm_execpath: '', npm_config_update_notifier: 'false' },
  });
}
