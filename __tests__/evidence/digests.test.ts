import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DigestBook, type DigestPlaces } from '../../src/evidence/digests/digest-book.ts';
import type { Exec, ExecResult, Host } from '../../src/host/ports.ts';
import { writeDockerArchive, writeOciArchive } from '../support/image-builder/archive.ts';
import { buildOciIndex, buildOciLayout } from '../support/image-builder/oci-layout.ts';
import { testHost } from '../support/test-host.ts';

const A = `sha256:${'a'.repeat(64)}`;
const B = `sha256:${'b'.repeat(64)}`;

/** Programs by their name and first arguments; what is not named is not installed. */
function programs(answers: Readonly<Record<string, string | Partial<ExecResult>>>, asked: string[] = []): Exec {
  const names = new Set(Object.keys(answers).map((line) => line.split(' ')[0]));
  return {
    which: async (name) => (names.has(name) ? name : null),
    run: async (program, args) => {
      const line = [program, ...args].join(' ');
      asked.push(line);
      const [, answer = { exitCode: 1, stderr: 'no such thing' }] =
        Object.entries(answers).find(([start]) => line.startsWith(start)) ?? [];
      const given = typeof answer === 'string' ? { stdout: answer } : answer;
      return { exitCode: 0, signal: null, stdout: '', stderr: '', timedOut: false, ...given };
    },
  };
}

async function book(host: Host, exec: Exec, places: Partial<DigestPlaces> = {}, workingDirectory = '/nowhere') {
  return new DigestBook({ base: {}, resolveBases: 'local', workingDirectory, ...places }, { ...host, exec });
}

describe('the local engine', () => {
  const rows = `node\t24\t${A}\ndocker.io/library/alpine\t3.22\t${B}\nghcr.io/acme/x\t1\t<none>\nbroken\n`;

  test.each<readonly [string, unknown]>([
    ['node:24', { digest: A, source: 'the local engine' }],
    ['docker.io/library/node:24', { digest: A, source: 'the local engine' }],
    ['alpine:3.22', { digest: B, source: 'the local engine' }],
    ['ghcr.io/acme/x:1', { reason: expect.stringMatching(/no registry was asked/) }],
    ['node', { reason: expect.stringMatching(/neither --base nor the local engine/) }],
    ['No/Name', { reason: 'it is not the name of an image' }],
  ])('%s', async (reference, answer) => {
    await using machine = await testHost();
    const digests = await book(machine.host, programs({ 'docker image ls': rows }));
    expect(await digests.find(reference)).toEqual(answer);
  });

  test('engines that disagree', async () => {
    await using machine = await testHost();
    const exec = programs({ 'docker image': `node\t24\t${A}\n`, 'podman image': `docker.io/library/node\t24\t${B}\n` });
    expect(await (await book(machine.host, exec)).find('node:24')).toEqual({
      reason: 'the local engines have several images of this name',
    });
  });

  test('is asked once, and not at all where only the repository counts', async () => {
    await using machine = await testHost();
    const asked: string[] = [];
    const exec = programs({ 'docker image': rows }, asked);
    const digests = await book(machine.host, exec);
    await Promise.all([digests.find('node:24'), digests.find('alpine:3.22'), digests.find('node:24')]);
    expect(asked).toEqual(['docker image ls --digests --format {{.Repository}}\t{{.Tag}}\t{{.Digest}}']);
    await (await book(machine.host, exec, { resolveBases: 'repository' })).find('node:24');
    expect(asked).toHaveLength(1);
  });
});

describe('a registry', () => {
  test('is asked through skopeo, and wins over what was pulled some day', async () => {
    await using machine = await testHost();
    const asked: string[] = [];
    const exec = programs({ 'skopeo inspect': `${B}\n`, 'docker image': `node\t24\t${A}\n` }, asked);
    const digests = await book(machine.host, exec, { resolveBases: 'registry' });
    expect(await digests.find('node:24')).toEqual({ digest: B, source: 'the registry' });
    expect(asked).toEqual(['skopeo inspect --no-tags --format {{.Digest}} docker://docker.io/library/node:24']);
  });

  test('or through docker buildx', async () => {
    await using machine = await testHost();
    const exec = programs({ 'docker buildx imagetools inspect': B });
    const digests = await book(machine.host, exec, { resolveBases: 'registry' });
    expect(await digests.find('ghcr.io/acme/x:1')).toEqual({ digest: B, source: 'the registry' });
  });

  test.each<readonly [string, Parameters<typeof programs>[0], RegExp]>([
    ['no tool', {}, /neither skopeo nor docker buildx is there/],
    ['an error', { skopeo: { exitCode: 1, stderr: 'x\ndenied: \u001b[31mno\n' } }, /^skopeo: denied: {2}?\[31mno$/],
    ['a strange answer', { skopeo: 'latest' }, /^skopeo: latest$/],
    ['no answer', { skopeo: { timedOut: true } }, /no answer within 60 s/],
  ])('%s', async (_title, answers, reason) => {
    await using machine = await testHost();
    const digests = await book(machine.host, programs(answers), { resolveBases: 'registry' });
    expect(await digests.find('node:24')).toEqual({ reason: expect.stringMatching(reason) });
  });
});

describe('an image that is given for the name', () => {
  test('an OCI layout and an archive: of the index for several platforms', async () => {
    await using machine = await testHost();
    const layout = join(machine.folder, 'layout');
    await mkdir(layout);
    const one = await buildOciLayout({ steps: [] }, layout);
    await writeOciArchive(layout, join(machine.folder, 'layout.tar'));
    const several = join(machine.folder, 'several');
    const specs = ['linux/amd64', 'linux/arm64'].map((platform) => ({ steps: [], platform }));
    await buildOciIndex(specs, several, { tag: '24', attestations: true });
    const index: { manifests: readonly { digest: string }[] } = JSON.parse(
      await readFile(join(several, 'index.json'), 'utf8'),
    );
    await writeDockerArchive(layout, join(machine.folder, 'docker.tar'));
    const base = { 'node:24': 'oci:several:24', alpine: './layout.tar', python: 'docker-archive:docker.tar' };
    const digests = await book(machine.host, programs({}), { base }, machine.folder);
    expect(await digests.find('docker.io/library/node:24')).toEqual({
      digest: index.manifests[0]?.digest,
      source: 'oci:several:24',
    });
    expect(await digests.find('alpine:latest')).toEqual({ digest: one.digest, source: './layout.tar' });
    expect(await digests.find('python')).toEqual({ reason: expect.stringMatching(/no digest that a registry knows/) });
  });
});
