import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildExamples } from '../../examples/build.ts';
import { COMMITTED_DATABASE } from '../../scripts/lib/advisory-database.ts';
import { writeDockerArchive } from '../support/image-builder/index.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { trivyBinary } from '../support/trivy-binary.ts';
import { advisories, scan } from './scan.ts';

beforeAll(async () => {
  await trivyBinary();
}, 300_000);

describe('the real Trivy with the committed database', () => {
  test('finds packages and nothing else in the hardened server', async () => {
    await using folder = await temporaryFolder();
    await buildExamples(folder.path);
    const found = await scan(join(folder.path, 'hardened-server'), COMMITTED_DATABASE, folder.path);
    expect(found.Metadata.OS).toEqual({ Family: 'alpine', Name: '3.23.3' });
    expect(advisories(found)).toEqual([]);
    expect(found.Results.flatMap((result) => result.Secrets)).toEqual([]);
    const packages = found.Results.flatMap((result) => result.Packages.map((item) => item.Name));
    expect(packages).toEqual(expect.arrayContaining(['libssl3', 'musl', '@modelcontextprotocol/sdk', 'zod']));
    // Removed by the Dockerfile: the layers below still hold both, and tar 7.5.1 has an advisory in the facts.
    expect(packages).not.toContain('npm');
    expect(packages).not.toContain('tar');
  });

  test('finds what the facts say about the careless server, fixed and unfixed', async () => {
    await using folder = await temporaryFolder();
    await buildExamples(folder.path);
    const found = await scan(join(folder.path, 'careless-server'), COMMITTED_DATABASE, folder.path);
    expect(found.Metadata.OS).toEqual({ Family: 'debian', Name: '12.1' });
    expect(advisories(found)).toEqual([
      'apt CVE-2011-3374 LOW affected',
      'body-parser CVE-2024-45590 HIGH 1.20.3',
      'cookie CVE-2024-47764 LOW 0.7.0',
      'curl CVE-2023-38545 CRITICAL 7.88.1-10+deb12u4',
      'express CVE-2024-29041 MEDIUM 4.19.2, 5.0.0-beta.3',
      'express CVE-2024-43796 LOW 4.20.0, 5.0.0',
      'ip CVE-2024-29415 HIGH affected',
      'libc-bin CVE-2023-4911 HIGH 2.36-9+deb12u3',
      'libc6 CVE-2023-4911 HIGH 2.36-9+deb12u3',
      'libcurl4 CVE-2023-38545 CRITICAL 7.88.1-10+deb12u4',
      'libexpat1 CVE-2024-45492 CRITICAL 2.5.0-1+deb12u1',
      'libssl3 CVE-2023-5363 HIGH 3.0.11-1~deb12u2',
      'libssl3 CVE-2024-6119 HIGH 3.0.14-1~deb12u2',
      'libwebp7 CVE-2023-4863 HIGH 1.2.4-0.2+deb12u1',
      'lodash CVE-2020-28500 MEDIUM 4.17.21',
      'lodash CVE-2021-23337 HIGH 4.17.21',
      'minimist CVE-2021-44906 CRITICAL 0.2.4, 1.2.6',
      'openssh-client CVE-2024-6387 HIGH 1:9.2p1-2+deb12u3',
      'openssl CVE-2023-5363 HIGH 3.0.11-1~deb12u2',
      'openssl CVE-2024-6119 HIGH 3.0.14-1~deb12u2',
      'path-to-regexp CVE-2024-45296 HIGH 0.1.10, 1.9.0, 3.3.0, 6.3.0, 8.0.0',
      'qs CVE-2022-24999 HIGH 6.2.4, 6.3.3, 6.4.1, 6.5.3, 6.6.1, 6.7.3, 6.8.3, 6.9.7, 6.10.3',
      'ws CVE-2024-37890 HIGH 5.2.4, 6.2.3, 7.5.10, 8.17.1',
      'zlib1g CVE-2023-45853 CRITICAL will_not_fix',
      'zlib1g-dev CVE-2023-45853 CRITICAL will_not_fix',
    ]);
    const secrets = found.Results.flatMap((result) => result.Secrets.map((secret) => secret.RuleID));
    expect(new Set(secrets)).toEqual(new Set(['github-pat']));
  });

  test.each(['legacy', 'oci'] as const)('reads the %s form of a docker archive', async (form) => {
    await using folder = await temporaryFolder();
    await buildExamples(folder.path);
    const layout = join(folder.path, 'careless-server');
    const archive = join(folder.path, 'careless.tar');
    await writeDockerArchive(layout, archive, { repoTags: ['careless-server:1'], form });
    const [direct, archived] = [
      await scan(layout, COMMITTED_DATABASE, folder.path),
      await scan(archive, COMMITTED_DATABASE, folder.path),
    ];
    expect(advisories(archived)).toEqual(advisories(direct));
    expect(advisories(archived)).not.toEqual([]);
  });
});
