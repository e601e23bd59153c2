import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { COMMITTED_DATABASE } from '../../scripts/lib/advisory-database.ts';
import { ImageRun } from '../../src/evidence/image-run.ts';
import { openImage } from '../../src/evidence/open-image.ts';
import { scanImage } from '../../src/trivy/scan.ts';
import { startEngine, type TestEngine } from '../support/engine.ts';
import { type ImageHost, imageHost } from '../support/image-host.ts';
import { writeRawArchives } from '../support/raw-image.ts';
import { rawTar } from '../support/raw-tar.ts';
import { describeIf, partPath } from '../support/requires.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { trivyBinary } from '../support/trivy-binary.ts';

const describeEngine = await describeIf('engine');

describeEngine('the real Trivy and a layout without layers', () => {
  let engine: TestEngine;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let machine: ImageHost;

  beforeAll(async () => {
    folder = await temporaryFolder('remembered-scan');
    engine = await startEngine(partPath('engine'));
    machine = await imageHost({ env: { DOCKER_HOST: engine.host }, programs: { podman: null } });
    const base = rawTar(
      { name: 'etc/os-release', content: 'ID=alpine\nVERSION_ID=3.20.1\n' },
      { name: 'etc/alpine-release', content: '3.20.1\n' },
      { name: 'lib/apk/db/installed', content: 'P:zlib\nV:1.3-r0\nA:x86_64\no:zlib\n\n' },
    );
    const app = rawTar({ name: 'app/node_modules/x/package.json', content: '{"name":"x","version":"1.0.0"}' });
    await writeRawArchives(join(folder.path, 'images.tar'), [
      { tags: ['acme/base:1'], layers: [base] },
      { tags: ['acme/app:1'], layers: [base, app] },
    ]);
    await engine.docker(['load', '--input', join(folder.path, 'images.tar')]);
  });

  afterAll(async () => {
    await machine?.[Symbol.asyncDispose]();
    await engine?.stop();
    await folder?.[Symbol.asyncDispose]();
  });

  const open = (reference: string) => {
    const memory = { folder: join(folder.path, 'images'), mayStore: () => true };
    const options = { platform: null, texts: [], files: true, heads: () => false, workingDirectory: folder.path };
    return openImage(reference, options, machine.host, new ImageRun([reference], machine.host, memory));
  };

  async function scan(input: string, cache: string) {
    const cacheDir = join(folder.path, cache);
    await mkdir(cacheDir, { recursive: true });
    await cp(join(COMMITTED_DATABASE, 'db'), join(cacheDir, 'db'), { recursive: true });
    const trivy = { path: await trivyBinary(), version: '0.74.0', source: 'test', sha256: '' };
    return scanImage(
      trivy,
      {
        input,
        reportFile: join(folder.path, 'report.json'),
        scanners: ['vuln', 'secret', 'license'],
        cacheDir,
        fetchJavaDatabase: null,
        timeoutMs: 60_000,
        expectedPlatform: 'linux/amd64',
      },
      machine.host,
    );
  }

  test('gives the same result when it has seen the layers, and fails when it has not seen one of them', async () => {
    const whole = await scan((await open('acme/app:1')).trivyInput, 'seen');
    expect([whole.osPackages, whole.languagePackages]).toEqual([1, 1]);
    const again = await open('acme/app:1');
    expect(await readdir(join(again.trivyInput, 'blobs', 'sha256'))).toHaveLength(2);
    expect(await scan(again.trivyInput, 'seen')).toEqual(whole);

    await expect(scan(again.trivyInput, 'never')).rejects.toMatchObject({ name: 'VerifyError' });
    await scan((await open('acme/base:1')).trivyInput, 'partly');
    await expect(scan(again.trivyInput, 'partly')).rejects.toMatchObject({ name: 'VerifyError' });

    const complete = again.complete;
    expect(await scan((await complete?.()) ?? '', 'never')).toEqual(whole);
    await rm(join(folder.path, 'images'), { recursive: true });
  });
});
