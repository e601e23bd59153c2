import { readdir, readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { check } from '../../src/commands/check.ts';
import { loadAsked } from '../../src/commands/policy-file.ts';
import { createNodeEnv } from '../../src/host/node-env.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import type { RawSettings } from '../../src/settings/load.ts';
import { startEngine } from '../support/engine.ts';
import { buildOciLayout, type ImageSpec, writeDockerArchive } from '../support/image-builder/index.ts';
import { describeIf, partPath } from '../support/requires.ts';
import { surroundingsOf } from '../support/surroundings.ts';
import { type TestHost, testHost } from '../support/test-host.ts';
import { trivyBinary } from '../support/trivy-binary.ts';
import { CARELESS, cacheWithDatabase, imageOf, LODASH } from '../trivy/fixtures.ts';

async function image(t: TestHost, name: string, spec: ImageSpec): Promise<string> {
  await buildOciLayout({ tag: null, ...spec }, join(t.folder, name));
  return `oci:${name}`;
}

/** Cuts the end off every compressed blob. */
async function damage(t: TestHost, name: string): Promise<void> {
  const blobs = join(t.folder, name, 'blobs', 'sha256');
  for (const file of await readdir(blobs)) {
    const bytes = await readFile(join(blobs, file));
    if (bytes[0] === 0x1f) await truncate(join(blobs, file), bytes.length - 20);
  }
}

async function verdictOf(t: TestHost, raw: RawSettings): Promise<Verdict> {
  const trivy = {
    trivyPath: [await trivyBinary()],
    trivyCacheDir: [await cacheWithDatabase(t.folder)],
    skipDbUpdate: ['true'],
    maxDbAge: ['none'],
  };
  const asked = await loadAsked({ workingDirectory: [t.folder], ...trivy, ...raw }, t.host);
  const { verdict } = await check(asked, surroundingsOf(join(t.folder, 'data')), t.host);
  return verdict;
}

function errorsOf({ errors, subjects }: Verdict): readonly string[] {
  return [
    ...errors.map(({ code }) => `run ${code}`),
    ...subjects.flatMap((one) => one.errors.map(({ code }) => `${one.subject.name} ${code}`)),
  ].filter((line) => !line.endsWith('undecided-rule'));
}

function found({ subjects }: Verdict): readonly string[] {
  return subjects.flatMap(({ subject, findings }) =>
    findings.filter(({ id }) => id === 'CVE-2021-23337').map(({ id }) => `${subject.name} ${id}`),
  );
}

test('an image that cannot be read is one error, and hides nothing of the others', async () => {
  await using t = await testHost();
  const images = [await image(t, 'bad', CARELESS), await image(t, 'good', CARELESS), await image(t, 'worse', CARELESS)];
  await damage(t, 'bad');
  await damage(t, 'worse');
  const verdict = await verdictOf(t, { image: images });
  expect(errorsOf(verdict)).toEqual(['bad image-damaged', 'worse image-damaged']);
  expect([verdict.verdict, found(verdict)]).toEqual(['error', ['good CVE-2021-23337']]);
  expect(verdict.scanner?.version).toBe('0.74.0');
  // No report of Trivy, which holds the environment in clear text, is left for anybody.
  expect((await readdir(t.temp, { recursive: true })).filter((name) => name.endsWith('trivy.json'))).toEqual([]);
}, 60_000);

test('for images that are not there no scanner is fetched', async () => {
  await using t = await testHost();
  const away = { trivyPath: [], trivyDownloadUrl: ['http://127.0.0.1:9/never'], dbRepository: ['127.0.0.1:9/db:2'] };
  const verdict = await verdictOf(t, { ...away, image: ['oci:none', 'docker-archive:away.tar'] });
  expect(errorsOf(verdict).map((line) => line.split(' ')[0])).toEqual(['none', 'away']);
  expect(errorsOf(verdict)).toHaveLength(2);
  expect(verdict.scanner).toBeNull();
  expect(t.messages.join('\n')).not.toContain('127.0.0.1:9');
});

test('a scanner that cannot be had is one error of the run, and one of each image', async () => {
  await using t = await testHost();
  const images = [await image(t, 'a', CARELESS), await image(t, 'b', CARELESS)];
  const verdict = await verdictOf(t, { image: images, trivyPath: ['nowhere'] });
  expect(errorsOf(verdict)).toEqual([expect.stringMatching(/^run /), 'a not-scanned', 'b not-scanned']);
});

test('the same image with two Dockerfiles is two subjects, each with all that the scan finds', async () => {
  await using t = await testHost();
  await t.host.files.writeText(join(t.folder, 'a', 'Dockerfile'), 'FROM scratch\n');
  await t.host.files.writeText(join(t.folder, 'b', 'Dockerfile'), 'FROM scratch\n');
  const same = await image(t, 'same', imageOf(LODASH));
  const verdict = await verdictOf(t, { image: [same, same], dockerfile: ['a/Dockerfile', 'b/Dockerfile'] });
  expect(errorsOf(verdict)).toEqual([]);
  expect(found(verdict)).toEqual(['a/Dockerfile CVE-2021-23337', 'b/Dockerfile CVE-2021-23337']);
}, 60_000);

test('an image for another platform is told once, and not scanned for what it is not', async () => {
  await using t = await testHost();
  const arm = await image(t, 'arm', { ...imageOf(LODASH), platform: 'linux/arm64' });
  const verdict = await verdictOf(t, { image: [arm], platform: ['linux/amd64'] });
  expect(errorsOf(verdict)).toHaveLength(1);
  expect([verdict.verdict, found(verdict)]).toEqual(['error', []]);
}, 60_000);

(await describeIf('engine'))('images of an engine', () => {
  test('that are remembered are scanned whole again when the scan cache is cold, without a word of failure', async () => {
    await using t = await testHost();
    const engine = await startEngine(partPath('engine'));
    try {
      const specs = [CARELESS, imageOf(LODASH)];
      for (const [index, spec] of specs.entries()) {
        const archive = join(t.folder, `${index}.tar`);
        await image(t, `layout${index}`, spec);
        await writeDockerArchive(join(t.folder, `layout${index}`), archive, { repoTags: [`acme/app${index}:ci`] });
        await engine.docker(['load', '--input', archive]);
      }
      const known = { PATH: process.env['PATH'] ?? '', HOME: t.folder, DOCKER_HOST: engine.host };
      const env = createNodeEnv(known);
      const cacheDir = await cacheWithDatabase(t.folder);
      const judged = async (): Promise<readonly unknown[]> => {
        const raw = { image: ['acme/app0:ci', 'acme/app1:ci'], trivyCacheDir: [cacheDir] };
        const verdict = await verdictOf({ ...t, host: { ...t.host, env } }, raw);
        return [errorsOf(verdict), verdict.subjects.map(({ findings, packages }) => [packages, findings])];
      };
      const cold = await judged();
      expect(cold[0]).toEqual([]);
      expect(await judged()).toEqual(cold);
      await rm(join(cacheDir, 'fanal'), { recursive: true });
      expect(await judged()).toEqual(cold);
      expect(t.messages.filter((message) => !message.startsWith('debug'))).toEqual([]);
    } finally {
      await engine.stop();
    }
  }, 180_000);
});
