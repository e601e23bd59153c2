import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { exampleFolder } from '../../examples/build.ts';
import { carelessServer } from '../../examples/images/careless-server.ts';
import type { ScanEvidence } from '../../src/model/scan.ts';
import { faultsOf } from '../../src/policy/faults.ts';
import { packageReport } from '../../src/trivy/package-report.ts';
import { sbomOf } from '../../src/trivy/sbom.ts';
import { scanImage } from '../../src/trivy/scan.ts';
import { scanSbom } from '../../src/trivy/scan-sbom.ts';
import { evidence, image } from '../support/evidence.ts';
import { isCycloneDx, isSpdx } from '../support/sbom-shapes.ts';
import { testHost } from '../support/test-host.ts';
import { CARELESS, cacheWithDatabase, FAKE_TOKEN, realTrivy, scanRequest, scriptAsTrivy } from './fixtures.ts';

const NAME = 'ghcr.io/acme/server:ci';

const SUBJECT = { name: 'server', image: NAME, dockerfile: null, platform: null };

/** As the judgement sees it: identities and what is shown with them. */
function identities(scan: ScanEvidence): readonly string[] {
  return faultsOf(SUBJECT, evidence({ image: image(), scan }), [], { named: null, aliases: new Map() })
    .filter(({ kind }) => kind === 'advisory')
    .map(({ fingerprint, id, severity, image: place, fix, url, published }) =>
      JSON.stringify({ fingerprint, id, severity, place, fix, url, published }),
    )
    .sort();
}

const LABELLED = {
  ...CARELESS,
  config: { ...CARELESS.config, Labels: { deploy: `key-${FAKE_TOKEN}` }, Cmd: ['--token', FAKE_TOKEN] },
};

test('packages of Debian and npm, scanned again from the bill of materials, give the very same findings', async () => {
  await using t = await testHost();
  const packages = { file: join(t.folder, 'packages.json'), name: NAME };
  const spec = await carelessServer(exampleFolder('careless-server'));
  const request = await scanRequest(t.folder, spec, { packages, scanners: ['vuln', 'secret', 'license'] });
  const trivy = await realTrivy();
  const scan = await scanImage(trivy, request, t.host);
  const sbom = await sbomOf(trivy, packages.file, 'cyclonedx', 60_000, t.host);
  const again = await scanSbom(
    trivy,
    { sbom, platform: 'linux/amd64', cacheDir: request.cacheDir, timeoutMs: 60_000 },
    t.host,
  );
  expect(identities(scan).length).toBeGreaterThanOrEqual(25);
  expect(identities(again)).toEqual(identities(scan));
  expect(again).toMatchObject({
    os: scan.os,
    platform: 'linux/amd64',
    osPackages: scan.osPackages,
    languagePackages: scan.languagePackages,
    secrets: [],
    licenses: [],
  });
});

test.each([
  ['cyclonedx', isCycloneDx],
  ['spdx', isSpdx],
] as const)('%s has every package, the name of the image and no secret of it', async (kind, isValid) => {
  await using t = await testHost();
  const packages = { file: join(t.folder, 'packages.json'), name: NAME };
  const request = await scanRequest(t.folder, LABELLED, { packages });
  const trivy = await realTrivy();
  await scanImage(trivy, request, t.host);
  expect(await readFile(request.reportFile, 'utf8')).toContain(FAKE_TOKEN);
  expect(await readFile(packages.file, 'utf8')).not.toContain(FAKE_TOKEN);
  const text = await sbomOf(trivy, packages.file, kind, 60_000, t.host);
  expect(isValid(JSON.parse(text))).toEqual([]);
  expect(text).toContain(NAME);
  expect(text).toContain('pkg:npm/lodash@4.17.20');
  expect(text).toContain('pkg:apk/alpine/libssl3@3.5.0-r0');
  expect(text).not.toContain(FAKE_TOKEN);
  // Where the image lay on this machine is nobody's business.
  expect(text).not.toContain(t.folder);
  expect(await readdir(t.temp)).toEqual([]);
});

test('an image without any package has a bill of materials too', async () => {
  await using t = await testHost();
  const packages = { file: join(t.folder, 'packages.json'), name: NAME };
  const spec = { steps: [{ createdBy: 'COPY . .', files: [{ path: 'server', content: 'x' }] }] };
  const request = await scanRequest(t.folder, spec, { packages });
  await scanImage(await realTrivy(), request, t.host);
  const text = await sbomOf(await realTrivy(), packages.file, 'cyclonedx', 60_000, t.host);
  expect(isCycloneDx(JSON.parse(text))).toEqual([]);
});

test('only packages are taken over from a report', () => {
  const report = {
    SchemaVersion: 2,
    ArtifactName: '/tmp/x',
    Metadata: { ImageID: 'sha256:1', ImageConfig: { config: { Env: ['A=marker'] } }, RepoTags: ['marker'] },
    Results: [
      { Target: 't', Class: 'os-pkgs', Type: 'debian', Packages: [{ Name: 'a' }], Vulnerabilities: ['marker'] },
      { Target: '/etc/x', Class: 'secret', Secrets: ['marker'] },
    ],
    Anything: 'marker',
  };
  expect(JSON.parse(packageReport(report, 'n'))).toEqual({
    SchemaVersion: 2,
    ArtifactName: 'n',
    ArtifactType: 'container_image',
    Metadata: { ImageID: 'sha256:1' },
    Results: [{ Target: 't', Class: 'os-pkgs', Type: 'debian', Packages: [{ Name: 'a' }] }],
  });
  expect(JSON.parse(packageReport({ SchemaVersion: 2, Metadata: {}, Results: null }, 'n'))).toHaveProperty(
    'Results',
    [],
  );
});

test.each([
  ['no bill of materials', 'exit 0', 'sbom-not-made'],
  ['a crash', 'echo "panic: x" >&2; exit 2', 'trivy-crash'],
])('a Trivy with %s is an error', async (_what, script, code) => {
  await using t = await testHost();
  const trivy = await scriptAsTrivy(t.folder, script);
  await expect(sbomOf(trivy, '/nowhere', 'spdx', 10_000, t.host)).rejects.toMatchObject({ code });
});

test.each([
  ['no report', 'exit 0', '{}', 'trivy-no-report'],
  ['a crash', 'echo "panic: x" >&2; exit 2', '{}', 'trivy-crash'],
])('a scan of a bill of materials with %s is an error', async (_what, script, sbom, code) => {
  await using t = await testHost();
  const trivy = await scriptAsTrivy(t.folder, script);
  const scan = scanSbom(trivy, { sbom, platform: 'linux/amd64', cacheDir: t.folder, timeoutMs: 10_000 }, t.host);
  await expect(scan).rejects.toMatchObject({ code });
});

test('text that is no bill of materials is refused by Trivy', async () => {
  await using t = await testHost();
  const cacheDir = await cacheWithDatabase(t.folder);
  const scan = scanSbom(
    await realTrivy(),
    { sbom: '{"a":1}', platform: 'linux/amd64', cacheDir, timeoutMs: 60_000 },
    t.host,
  );
  await expect(scan).rejects.toMatchObject({ kind: 'verify' });
});
