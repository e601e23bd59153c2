import { chmod, cp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/repository.ts';
import type { InstallRequest } from '../../src/trivy/install.ts';
import type { ScanRequest } from '../../src/trivy/scan.ts';
import type { Trivy } from '../../src/trivy/trivy.ts';
import { buildOciLayout, type FileSpec, type ImageSpec } from '../support/image-builder/index.ts';
import { trivyBinary } from '../support/trivy-binary.ts';

export async function realTrivy(): Promise<Trivy> {
  return { path: await trivyBinary(), version: '0.74.0', sha256: '', source: 'test' };
}

/** A program that takes the place of Trivy. */
export async function scriptAsTrivy(folder: string, body: string): Promise<Trivy> {
  const path = join(folder, 'trivy-script');
  await writeFile(path, `#!/bin/sh\n${body}\n`);
  await chmod(path, 0o755);
  return { path, version: '0.74.0', sha256: '', source: 'test' };
}

/** Trivy's cache folder with the committed database of demo facts. */
export async function cacheWithDatabase(folder: string): Promise<string> {
  const cacheDir = join(folder, 'cache');
  await cp(join(ROOT, 'examples', 'trivy-db'), cacheDir, { recursive: true });
  return cacheDir;
}

/** A key in the form of GitHub's, put together here so that no scanner takes this file for a leak. */
export const FAKE_TOKEN = `ghp${'_'}${'0aB1'.repeat(9)}`;

export function osRelease(version: string, id = 'alpine'): FileSpec[] {
  return [
    { path: 'etc/os-release', content: `ID=${id}\nVERSION_ID=${version}\n` },
    ...(id === 'alpine' ? [{ path: 'etc/alpine-release', content: `${version}\n` }] : []),
  ];
}

export const OPENSSL: FileSpec = {
  path: 'lib/apk/db/installed',
  content: 'C:Q1abc=\nP:libssl3\nV:3.5.0-r0\nA:x86_64\no:openssl\nL:Apache-2.0\n\n',
};

export const LODASH: FileSpec = {
  path: 'app/node_modules/lodash/package.json',
  content: JSON.stringify({ name: 'lodash', version: '4.17.20', license: 'AGPL-3.0-only' }),
};

export const SECRET_FILE: FileSpec = { path: 'app/secret.txt', content: `first line\ngithub_pat="${FAKE_TOKEN}"\n` };

/** Alpine 3.23 with an old OpenSSL, an old lodash, a credential in a file and one in the environment. */
export const CARELESS: ImageSpec = {
  config: { User: 'app', Env: ['PATH=/bin', `GITHUB_PAT=${FAKE_TOKEN}`] },
  steps: [
    { createdBy: 'ADD base', files: [...osRelease('3.23.0'), OPENSSL] },
    { createdBy: 'COPY app', files: [LODASH, SECRET_FILE] },
  ],
};

export function imageOf(...files: FileSpec[]): ImageSpec {
  return { steps: [{ createdBy: 'COPY . .', files }] };
}

export async function scanRequest(
  folder: string,
  spec: ImageSpec,
  more: Partial<ScanRequest> = {},
): Promise<ScanRequest> {
  const input = join(folder, 'layout');
  await buildOciLayout({ tag: null, ...spec }, input);
  return {
    input,
    reportFile: join(folder, 'report.json'),
    scanners: ['vuln', 'secret'],
    cacheDir: await cacheWithDatabase(folder),
    fetchJavaDatabase: null,
    timeoutMs: 60_000,
    expectedPlatform: 'linux/amd64',
    ...more,
  };
}

/** Of the release's executable for Linux x64. */
export const PINNED_BINARY = 'd89bcc6510a267f11b773398cbf1be5520ce39f9e8b6633178c4487f05b7d791';

/** The default version from a place where there is none. */
export function installRequest(more: Partial<InstallRequest>): InstallRequest {
  return {
    trivyPath: null,
    version: '0.74.0',
    downloadUrl: 'http://127.0.0.1:9/never',
    archiveSha256: null,
    minAgeMs: 7 * 24 * 60 * 60 * 1000,
    allowOld: false,
    trustedRootFile: null,
    githubToken: null,
    timeoutMs: 60_000,
    ...more,
  };
}

/** Every file below a folder; what must be gone is in none of them. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}
