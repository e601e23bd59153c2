import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mustRun } from '../../../scripts/lib/program.ts';
import type { Fault } from '../../../src/model/finding.ts';
import type { Waiver } from '../../../src/model/waiver.ts';
import { faultsOf } from '../../../src/policy/faults.ts';
import type { KnownSubject } from '../../../src/policy/waivers/image.ts';
import { acceptanceOf } from '../../../src/policy/waivers/match.ts';
import { readOpenVex } from '../../../src/policy/waivers/openvex.ts';
import { readTrivyIgnore } from '../../../src/policy/waivers/trivyignore.ts';
import { readTrivyIgnoreYaml } from '../../../src/policy/waivers/trivyignore-yaml.ts';
import { decodeTrivyReport } from '../../../src/trivy/decode-report.ts';
import { toScanEvidence } from '../../../src/trivy/to-scan-evidence.ts';
import { buildOciLayout, type FileSpec, type ImageSpec } from '../../support/image-builder/index.ts';
import { type ImageRegistry, send, startImageRegistry } from '../../support/image-registry.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { trivyBinary } from '../../support/trivy-binary.ts';
import { CARELESS, cacheWithDatabase } from '../../trivy/fixtures.ts';
import { openVex, STRICTER, VEX_STATEMENTS } from './vex-statements.ts';

// What the real Trivy hides with a file is what our waivers made of the same file accept, and nothing else.

const QS: FileSpec = {
  path: 'app/node_modules/express/node_modules/qs/package.json',
  content: JSON.stringify({ name: 'qs', version: '6.5.2', license: 'BSD-3-Clause' }),
};

const IMAGE: ImageSpec = {
  ...CARELESS,
  steps: [...(CARELESS.steps ?? []), { createdBy: 'COPY more', files: [QS] }],
};

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let registry: ImageRegistry;
let trivy: string;
let subject: KnownSubject;
/** Of the manifest, as a package URL has it. */
let digest: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  trivy = await trivyBinary();
  const layout = join(folder.path, 'layout');
  await buildOciLayout({ tag: null, ...IMAGE }, layout);
  await cacheWithDatabase(folder.path);
  registry = await startImageRegistry({ 'acme/careless:1': layout }, ({ path }, response) => {
    if (path === '/v2/') send(response, 200, 'application/json', Buffer.from('{}'));
    return path === '/v2/';
  });
  const index = JSON.parse(await readFile(join(layout, 'index.json'), 'utf8'));
  const manifest: string = index.manifests[0].digest;
  digest = manifest.replace(':', '%3A');
  const image = `${registry.host}/acme/careless:1`;
  const built = { digest: manifest, platform: 'linux/amd64' };
  subject = { name: 'acme/careless', image, dockerfile: null, platform: null, built };
  await scan('report.json', ['--scanners', 'vuln,secret,license']);
}, 300_000);

afterAll(async () => {
  await registry[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

/** What Trivy finds in the image from its registry: only there it has a package URL. */
async function scan(name: string, args: readonly string[]): Promise<readonly Fault[]> {
  const output = join(folder.path, name);
  const program = [
    ...['image', '--cache-dir', join(folder.path, 'cache'), '--skip-db-update', '--skip-java-db-update'],
    ...['--disable-telemetry', '--skip-version-check', '--no-progress', '--skip-vex-repo-update', '--offline-scan'],
    ...['--image-src', 'remote', '--format', 'json', '--output', output, ...args],
  ];
  await mustRun(trivy, [...program, subject.image ?? ''], { cwd: folder.path });
  return faultsIn(output);
}

async function faultsIn(file: string): Promise<readonly Fault[]> {
  const found = toScanEvidence(decodeTrivyReport(JSON.parse(await readFile(file, 'utf8')), file));
  const evidence = { dockerfile: null, image: null, scan: found, repository: null };
  return faultsOf(subject, evidence, [], { named: null, aliases: new Map() });
}

type Names = readonly string[];

function names(faults: readonly Fault[]): Names {
  return faults.map(({ id, image }) => [id, image?.package, image?.path].filter(Boolean).join(' ')).sort();
}

function kept(faults: readonly Fault[], waivers: readonly Waiver[]): readonly string[] {
  return names(faults.filter((fault) => acceptanceOf(fault, subject, waivers, today()).waiver === null));
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

describe('ignore files', () => {
  async function keptByTrivy(name: string, content: string): Promise<readonly string[]> {
    const ignoreFile = join(folder.path, name);
    const output = join(folder.path, 'filtered.json');
    await writeFile(ignoreFile, content);
    const args = [
      'convert',
      '--format',
      'json',
      '--ignorefile',
      ignoreFile,
      '--output',
      output,
      join(folder.path, 'report.json'),
    ];
    await mustRun(trivy, args, { cwd: folder.path });
    return names(await faultsIn(output));
  }

  test.each<[string, string, number]>([
    ['nothing', '', 0],
    ['an advisory', 'CVE-2021-23337\n', 1],
    ['a secret, in the file and in the config', '# known\ngithub-pat\n', 2],
    ['a licence', 'AGPL-3.0-only # bought\n', 1],
    ['small letters', 'cve-2021-23337\n', 0],
    ['one that ended today', `CVE-2021-23337 exp:${daysFromNow(0)}\n`, 0],
    ['one that ends tomorrow', `CVE-2021-23337 exp:${daysFromNow(1)}\n`, 1],
    ['a date in a comment', `CVE-2021-23337 # exp:2020-01-01\n`, 0],
    ['tabs, blanks and carriage returns', '\t CVE-2021-23337\t# why\r\n\r\nCVE-2020-28500\r\n', 2],
    ['an id in a comment', '# CVE-2021-23337\n', 0],
  ])('.trivyignore: %s', async (_name, content, hidden) => {
    const faults = await faultsIn(join(folder.path, 'report.json'));
    const byTrivy = await keptByTrivy('.trivyignore', content);
    expect(kept(faults, readTrivyIgnore(content, '.trivyignore'))).toEqual(byTrivy);
    expect(byTrivy).toHaveLength(faults.length - hidden);
  });

  test.each<[string, string, number]>([
    ['an advisory', 'vulnerabilities: [{id: CVE-2021-23337}]', 1],
    ['an advisory as a secret', 'secrets: [{id: CVE-2021-23337}]', 0],
    ['a secret', 'secrets: [{id: github-pat, statement: known}]', 2],
    ['a secret at its path', 'secrets: [{id: github-pat, paths: [/app/*.txt]}]', 1],
    ['a licence', 'licenses: [{id: AGPL-3.0-only}]', 1],
    ['a path', 'vulnerabilities: [{id: CVE-2021-23337, paths: ["app/**/package.json"]}]', 1],
    ['a star that stops at a slash', 'vulnerabilities: [{id: CVE-2021-23337, paths: ["app/*/package.json"]}]', 0],
    ['alternatives', 'vulnerabilities: [{id: CVE-2021-23337, paths: ["{x,app}/node_modules/[k-m]odash/**"]}]', 1],
    [
      'a folder and all below it',
      'vulnerabilities: [{id: CVE-2021-23337, paths: ["app/*/lodash/package.json/**"]}]',
      1,
    ],
    ['any folder and all below it', 'vulnerabilities: [{id: CVE-2021-23337, paths: ["app/*/lodash/*/**"]}]', 1],
    ['a double star inside a name', 'vulnerabilities: [{id: CVE-2021-23337, paths: ["app/**s/lodash/pack**"]}]', 1],
    ['a double star inside a name, and a slash', 'vulnerabilities: [{id: CVE-2021-23337, paths: ["app**json"]}]', 0],
    ['another path', 'vulnerabilities: [{id: CVE-2021-23337, paths: [lib]}]', 0],
    ['a package', 'vulnerabilities: [{id: CVE-2021-23337, purls: ["pkg:npm/lodash"]}]', 1],
    ['a version', 'vulnerabilities: [{id: CVE-2021-23337, purls: ["pkg:npm/lodash@4.17.20"]}]', 1],
    ['another version', 'vulnerabilities: [{id: CVE-2021-23337, purls: ["pkg:npm/lodash@4.17.19"]}]', 0],
    ['an asterisk', 'vulnerabilities: [{id: CVE-2021-23337, purls: ["pkg:npm/*"]}]', 0],
    ['a distribution', 'vulnerabilities: [{id: CVE-2025-15467, purls: ["pkg:apk/alpine/libssl3?distro=3.23.0"]}]', 1],
    ['capitals', 'vulnerabilities: [{id: CVE-2025-15467, purls: ["pkg:apk/Alpine/LibSSL3"]}]', 1],
    [
      'another distribution',
      'vulnerabilities: [{id: CVE-2025-15467, purls: ["pkg:apk/alpine/libssl3?distro=3.22"]}]',
      0,
    ],
    ['purls of a secret', 'secrets: [{id: github-pat, purls: ["pkg:npm/x"]}]', 2],
    ['today', `vulnerabilities: [{id: CVE-2021-23337, expired_at: ${daysFromNow(0)}}]`, 0],
    ['tomorrow', `vulnerabilities: [{id: CVE-2021-23337, expired_at: ${daysFromNow(1)}}]`, 1],
    ['a key of its own', 'vulnerabilities: [{id: CVE-2021-23337, ticket: OPS-1}]', 1],
    ['nothing', '', 0],
  ])('.trivyignore.yaml: %s', async (_name, content, hidden) => {
    const faults = await faultsIn(join(folder.path, 'report.json'));
    const byTrivy = await keptByTrivy('.trivyignore.yaml', content);
    expect(kept(faults, readTrivyIgnoreYaml(content, '.trivyignore.yaml'))).toEqual(byTrivy);
    expect(byTrivy).toHaveLength(faults.length - hidden);
  });
});

describe('OpenVEX', () => {
  async function compare(statements: readonly object[]): Promise<{ all: number; byTrivy: Names; byUs: Names }> {
    const text = openVex(statements).replaceAll('HOST', registry.host).replaceAll('DIGEST', digest);
    const vex = join(folder.path, 'vex.json');
    await writeFile(vex, text);
    const faults = await faultsIn(join(folder.path, 'report.json'));
    const byTrivy = names(await scan('vexed.json', ['--scanners', 'vuln,secret,license', '--vex', vex]));
    return { all: faults.length, byTrivy, byUs: kept(faults, readOpenVex(text, 'vex.json')) };
  }

  test.each(VEX_STATEMENTS)('$name', async ({ statements, hidden }) => {
    const { all, byTrivy, byUs } = await compare(statements);
    expect(byUs).toEqual(byTrivy);
    expect(byTrivy).toHaveLength(all - hidden);
  });

  test.each(STRICTER)('stricter than Trivy: $name', async ({ statements }) => {
    const { all, byTrivy, byUs } = await compare(statements);
    expect(byTrivy).toHaveLength(all - 1);
    expect(byUs).toHaveLength(all);
  });
});
