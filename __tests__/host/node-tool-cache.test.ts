import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { arch } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { testHost } from '../support/test-host.ts';

async function tool(folder: string, content: string): Promise<string> {
  await mkdir(folder);
  await writeFile(join(folder, 'program'), content, { mode: 0o755 });
  return folder;
}

describe('the tool cache', () => {
  test('finds what was added, with its mode, in the layout of a runner', async () => {
    await using t = await testHost();
    const { toolCache } = t.host;
    expect(await toolCache.find('trivy', '1.2.3')).toBeNull();
    const place = await toolCache.add(await tool(join(t.folder, 'new'), 'one'), 'trivy', '1.2.3');
    expect(place).toBe(join(t.toolCache, 'trivy', '1.2.3', arch()));
    expect(await toolCache.find('trivy', '1.2.3')).toBe(place);
    expect((await stat(join(place, 'program'))).mode & 0o777).toBe(0o755);
    expect(await readdir(join(t.toolCache, 'trivy', '1.2.3'))).toEqual([arch(), `${arch()}.complete`]);
  });

  test('does not find what was not completed, or was removed', async () => {
    await using t = await testHost();
    const { toolCache } = t.host;
    const place = await toolCache.add(await tool(join(t.folder, 'new'), 'one'), 'trivy', '1.2.3');
    await rm(place, { recursive: true });
    expect(await toolCache.find('trivy', '1.2.3')).toBeNull();
    await toolCache.add(join(t.folder, 'new'), 'trivy', '1.2.3');
    await rm(`${place}.complete`);
    expect(await toolCache.find('trivy', '1.2.3')).toBeNull();
  });

  test('forty at once leave one whole folder', async () => {
    await using t = await testHost();
    const { toolCache } = t.host;
    const folder = await tool(join(t.folder, 'new'), 'x'.repeat(100_000));
    const places = await Promise.all(Array.from({ length: 40 }, () => toolCache.add(folder, 'trivy', '1.2.3')));
    const [place = ''] = new Set(places);
    expect(new Set(places).size).toBe(1);
    expect(await readFile(join(place, 'program'), 'utf8')).toHaveLength(100_000);
    expect(await readdir(join(t.toolCache, 'trivy', '1.2.3'))).toHaveLength(2);
  });

  test.each(['..', '../x', 'a/b', '', '.hidden'])('takes no path for a version: %j', async (version) => {
    await using t = await testHost();
    await expect(t.host.toolCache.find('trivy', version)).rejects.toThrow('not a name for the tool cache');
  });
});
