import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ScanQueue } from '../../src/commands/scan-queue.ts';
import { prepareScanner } from '../../src/commands/scanner.ts';
import type { Host } from '../../src/host/ports.ts';
import { loadSettings } from '../../src/settings/load.ts';
import { buildOciLayout } from '../support/image-builder/index.ts';
import { type TestHost, testHost } from '../support/test-host.ts';
import { trivyBinary } from '../support/trivy-binary.ts';
import { CARELESS, cacheWithDatabase, FAKE_TOKEN } from '../trivy/fixtures.ts';

async function settingsFor(t: TestHost, more: Readonly<Record<string, readonly string[]>> = {}) {
  return loadSettings({
    trivyPath: [await trivyBinary()],
    trivyCacheDir: [await cacheWithDatabase(t.folder)],
    skipDbUpdate: ['true'],
    maxDbAge: ['none'],
    ...more,
  });
}

const AMD64 = Promise.resolve('linux/amd64');

test('a scan that has a name leaves the packages, and nothing else of what Trivy said', async () => {
  await using t = await testHost();
  const input = join(t.folder, 'layout');
  await buildOciLayout({ tag: null, ...CARELESS }, input);
  const scanner = await prepareScanner(await settingsFor(t), true, t.folder, t.host);
  const scan = await scanner.scan?.(input, AMD64, 'acme/app:ci');
  const file = scan?.packagesFile ?? '';
  const left = await readdir(t.temp, { recursive: true });
  expect(left.filter((name) => name.endsWith('.json'))).toEqual([expect.stringMatching(/\/packages\.json$/)]);
  expect(await readFile(file, 'utf8')).not.toContain(FAKE_TOKEN);
  const sbom = (await scanner.sboms?.make(file, 'cyclonedx')) ?? '';
  expect(JSON.parse(sbom)).toMatchObject({ metadata: { component: { name: 'acme/app:ci' } } });
  const again = await scanner.sboms?.scan?.(sbom, 'linux/amd64');
  expect(again?.advisories).toEqual(scan?.evidence?.advisories);
  const unnamed = await scanner.scan?.(input, AMD64);
  expect(unnamed?.packagesFile).toBeNull();
}, 60_000);

test('without advisories there is no database to look packages up in; without a scanner there is nothing', async () => {
  await using t = await testHost();
  const secrets = await prepareScanner(await settingsFor(t, { scanners: ['secret'] }), true, t.folder, t.host);
  expect(secrets.sboms).toMatchObject({ make: expect.any(Function), scan: null });
  const none = await prepareScanner(await settingsFor(t, { scanners: ['none'] }), true, t.folder, t.host);
  expect(none.sboms ?? null).toBeNull();
  const broken = await prepareScanner(await settingsFor(t, { trivyPath: ['/nowhere'] }), true, t.folder, t.host);
  expect(broken.sboms ?? null).toBeNull();
  expect(await broken.scan?.('/x', AMD64, 'n')).toMatchObject({ evidence: null });
}, 60_000);

test('bills of materials that will be asked for are begun with the end of the scan, and made once', async () => {
  await using t = await testHost();
  const runs: string[] = [];
  const exec: Host['exec'] = {
    ...t.host.exec,
    run: async (program, args, options) => {
      // The one that nobody waits for takes long.
      if (args.includes('--format=spdx-json')) await t.host.clock.sleep(1500);
      const result = await t.host.exec.run(program, args, options);
      runs.push(args[0] ?? '');
      return result;
    },
  };
  const input = join(t.folder, 'layout');
  await buildOciLayout({ tag: null, ...CARELESS }, input);
  const prepared = () => prepareScanner(settings, true, t.folder, { ...t.host, exec }, ['cyclonedx', 'spdx']);
  const settings = await settingsFor(t);
  let packagesFile = '';
  {
    await using queue = new ScanQueue(prepared, { log: t.host.log });
    const scan = await queue.add({ trivyInput: input, complete: null, name: 'acme/app:ci', platform: AMD64 });
    packagesFile = scan?.packagesFile ?? '';
    const { sboms } = await queue.scanner();
    const made = [await sboms?.make(packagesFile, 'cyclonedx'), await sboms?.make(packagesFile, 'cyclonedx')];
    expect(made[0]).toContain('acme/app:ci');
    expect(made[1]).toBe(made[0]);
    expect(runs.filter((name) => name === 'convert')).toHaveLength(1);
  }
  expect(runs.filter((name) => name === 'convert')).toHaveLength(2);
  // Nobody has asked for SPDX, and yet nothing of it is under way when the queue is done.
  const left = await readdir(t.temp, { recursive: true });
  expect(left.filter((name) => name.endsWith('.json'))).toEqual([expect.stringMatching(/\/packages\.json$/)]);
}, 60_000);
