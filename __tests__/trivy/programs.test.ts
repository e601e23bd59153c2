import { execFile } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { buildAdvisoryDatabase, FACTS } from '../../scripts/lib/advisory-database.ts';
import { packagesOf } from '../../src/evidence/stored/packages.ts';
import type { ScanEvidence } from '../../src/model/scan.ts';
import { faultsOf } from '../../src/policy/faults.ts';
import { acceptanceOf } from '../../src/policy/waivers/match.ts';
import { sbomOf } from '../../src/trivy/sbom.ts';
import { scanImage } from '../../src/trivy/scan.ts';
import { scanSbom } from '../../src/trivy/scan-sbom.ts';
import { evidence, image } from '../support/evidence.ts';
import { describeIf, partPath } from '../support/requires.ts';
import { testHost } from '../support/test-host.ts';
import { waiver } from '../support/waivers.ts';
import { imageOf, LODASH, realTrivy, scanRequest } from './fixtures.ts';

const SUBJECT = { name: 'server', image: 'server:ci', dockerfile: null, platform: null };

const SOURCES = ['go::GitHub Security Advisory Go', 'composer::GitHub Security Advisory Composer'] as const;

/** What the demo's database knows, and an advisory for every Go program and one for a PHP package. */
async function factsIn(folder: string): Promise<string> {
  const facts = join(folder, 'facts');
  await cp(FACTS, facts, { recursive: true });
  const value = { VulnerableVersions: ['<99.0.0'], PatchedVersions: ['99.0.0'] };
  const described = { Title: 'x', Severity: 'HIGH' };
  const more = [
    { bucket: SOURCES[0], pairs: [{ bucket: 'stdlib', pairs: [{ key: 'CVE-2026-1', value }] }] },
    { bucket: SOURCES[1], pairs: [{ bucket: 'guzzlehttp/guzzle', pairs: [{ key: 'CVE-2026-2', value }] }] },
    {
      bucket: 'data-source',
      pairs: SOURCES.map((key) => ({ key, value: { ID: 'ghsa', Name: key, URL: 'https://x' } })),
    },
    { bucket: 'vulnerability', pairs: ['CVE-2026-1', 'CVE-2026-2'].map((key) => ({ key, value: described })) },
  ];
  await writeFile(join(facts, 'programs.yaml'), stringify(more));
  return facts;
}

async function goProgram(folder: string): Promise<Buffer> {
  await writeFile(join(folder, 'go.mod'), 'module example.com/server\n\ngo 1.20\n');
  await writeFile(join(folder, 'main.go'), 'package main\n\nfunc main() {}\n');
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off', GOOS: 'linux', GOARCH: 'amd64' };
  await promisify(execFile)(partPath('go'), ['build', '-ldflags=-s -w', '-o', 'server', '.'], { cwd: folder, env });
  return readFile(join(folder, 'server'));
}

function advisoriesOf(scan: ScanEvidence): readonly string[] {
  return scan.advisories.map(({ id, path }) => `${id} ${path}`).sort();
}

(await describeIf('go'))('packages that have no path of their own', () => {
  test('have that of the file that holds them: two programs are two findings, in every scan', async () => {
    await using t = await testHost();
    const program = await goProgram(t.folder);
    await buildAdvisoryDatabase(await factsIn(t.folder), join(t.folder, 'database'));
    const installed = JSON.stringify({ packages: [{ name: 'guzzlehttp/guzzle', version: '7.4.0' }] });
    const spec = imageOf(
      { path: 'usr/bin/server', content: program, mode: 0o755 },
      { path: 'opt/tool', content: program, mode: 0o755 },
      { path: 'srv/vendor/composer/installed.json', content: installed },
      LODASH,
    );
    const packages = { file: join(t.folder, 'packages.json'), name: 'server:ci' };
    const cacheDir = join(t.folder, 'database');
    const trivy = await realTrivy();
    const scan = await scanImage(trivy, await scanRequest(t.folder, spec, { packages, cacheDir }), t.host);
    const all = advisoriesOf(scan);
    expect(all.filter((line) => !line.includes('node_modules'))).toEqual([
      'CVE-2026-1 opt/tool',
      'CVE-2026-1 usr/bin/server',
      'CVE-2026-2 srv/vendor/composer/installed.json',
    ]);
    expect(all).toContain('CVE-2021-23337 app/node_modules/lodash/package.json');

    const known = evidence({ image: image(), scan });
    const faults = faultsOf(SUBJECT, known, [], { named: null, aliases: new Map() });
    const inPrograms = faults.filter(({ id }) => id === 'CVE-2026-1');
    const accepted = [waiver({ ids: ['CVE-2026-1'], paths: ['opt/*'] })];
    expect(inPrograms.map((one) => acceptanceOf(one, SUBJECT, accepted, '2026-01-01').waiver !== null).sort()).toEqual([
      false,
      true,
    ]);

    const sbom = await sbomOf(trivy, packages.file, 'cyclonedx', 60_000, t.host);
    const request = { sbom, platform: 'linux/amd64', cacheDir, timeoutMs: 60_000 };
    expect(advisoriesOf(await scanSbom(trivy, request, t.host))).toEqual(all);
    const had = packagesOf(JSON.parse(sbom));
    for (const { purl, path } of scan.advisories) expect([path, had(purl ?? '', path)]).toEqual([path, true]);
    expect(had(inPrograms[0]?.image?.purl ?? '', 'usr/bin/other')).toBe(false);
  }, 120_000);
});
