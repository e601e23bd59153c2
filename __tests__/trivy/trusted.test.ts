import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { findTrivy } from '../../src/trivy/install.ts';
import { testHost } from '../support/test-host.ts';
import { trivyBinary } from '../support/trivy-binary.ts';
import { PINNED_BINARY, installRequest as request, scriptAsTrivy } from './fixtures.ts';

describe('a Trivy that the user names', () => {
  test('is trusted, and that is said', async () => {
    await using t = await testHost();
    const path = await trivyBinary();
    expect(await findTrivy(request({ trivyPath: path, version: 'anything' }), t.host)).toEqual({
      path,
      version: '0.74.0',
      sha256: PINNED_BINARY,
      source: `--trivy-path ${path}, trusted because it was named`,
    });
  });

  test('/bin/true is none', async () => {
    await using t = await testHost();
    const search = findTrivy(request({ trivyPath: '/bin/true' }), t.host);
    await expect(search).rejects.toMatchObject({ code: 'trivy-not-trivy', kind: 'verify' });
  });

  test.each(['/nowhere/trivy', '/tmp', 'trivy', ''])('there is none at %j', async (trivyPath) => {
    await using t = await testHost();
    await expect(findTrivy(request({ trivyPath }), t.host)).rejects.toMatchObject({
      code: 'trivy-path',
      kind: 'usage',
    });
  });

  test('a file that is no program', async () => {
    await using t = await testHost();
    const path = join(t.folder, 'file');
    await writeFile(path, 'x');
    await expect(findTrivy(request({ trivyPath: path }), t.host)).rejects.toMatchObject({ code: 'trivy-start' });
    await chmod(path, 0o755);
    // The kernel cannot run it: ENOEXEC.
    await expect(findTrivy(request({ trivyPath: path }), t.host)).rejects.toMatchObject({ kind: 'verify' });
  });

  test.each(['0.69.4', 'v0.69.5', '0.69.6'])('a known-bad release is refused: %s', async (version) => {
    await using t = await testHost();
    const { path } = await scriptAsTrivy(t.folder, `echo "Version: ${version}"`);
    await expect(findTrivy(request({ trivyPath: path }), t.host)).rejects.toMatchObject({
      code: 'trivy-version-denied',
      kind: 'usage',
    });
  });

  test('an old one is used with a warning', async () => {
    await using t = await testHost();
    const { path } = await scriptAsTrivy(t.folder, 'echo "Version: 0.70.0"');
    expect((await findTrivy(request({ trivyPath: path }), t.host)).version).toBe('0.70.0');
    expect(t.messages.join('\n')).toMatch(/warning: Trivy 0\.70\.0 at .* has known security holes/);
  });

  test('one that hangs ends in time', async () => {
    await using t = await testHost();
    const { path } = await scriptAsTrivy(t.folder, 'sleep 60');
    const search = findTrivy(request({ trivyPath: path, timeoutMs: 300 }), t.host);
    await expect(search).rejects.toMatchObject({ code: 'trivy-timeout' });
  });
});
