import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { exampleFolder } from '../../examples/build.ts';
import { carelessServer } from '../../examples/images/careless-server.ts';
import type { Report } from '../../src/report/json/schema.ts';
import { demoScanner, exampleRepository, type Repository } from '../support/command-line.ts';
import { buildOciLayout } from '../support/image-builder/index.ts';

const DOCKERFILE = 'careless-server/Dockerfile';

/** What the shipped command finds, with the real Trivy. */
async function gate(repository: Repository, image: string): Promise<Report['subjects'][number]> {
  const args = ['check', '--image', image, '--dockerfile', DOCKERFILE, ...(await demoScanner())];
  const { stdout } = await repository.run([...args, '--format', 'json', '--quiet']);
  const [subject] = (JSON.parse(stdout) as Report).subjects;
  if (subject === undefined) throw new Error('nothing was judged');
  return subject;
}

/** Each fault with what GitHub knows it by; the place is not among it. */
const known = ({ findings }: Report['subjects'][number]): readonly string[] =>
  findings.map(({ id, image, fingerprint }) => `${id} ${image?.package ?? ''} ${fingerprint}`).sort();

const layersOf = ({ findings }: Report['subjects'][number]): ReadonlySet<string> =>
  new Set(findings.flatMap(({ image }) => image?.layer ?? []));

test('an image built anew, under another tag, from a Dockerfile with ten lines more: the same findings for GitHub', async () => {
  await using repository = await exampleRepository();
  const before = await gate(repository, 'oci:images/careless-server');

  const file = join(repository.path, DOCKERFILE);
  await writeFile(file, `${'# Another line.\n'.repeat(10)}${await readFile(file, 'utf8')}`);
  const spec = await carelessServer(exampleFolder('careless-server'));
  const steps = spec.steps.map((step) =>
    step.files === undefined ? step : { ...step, files: [...step.files, { path: 'tmp/built-anew', content: 'now' }] },
  );
  await buildOciLayout(
    { ...spec, steps, tag: 'v2', created: '2026-11-24T00:00:00Z' },
    join(repository.path, 'images', 'moved'),
  );
  const after = await gate(repository, 'oci:images/moved:v2');

  expect(after.image?.imageId).not.toBe(before.image?.imageId);
  const layersBefore = layersOf(before);
  expect([...layersOf(after)].filter((layer) => layersBefore.has(layer))).toEqual([]);
  expect(layersBefore.size).toBeGreaterThan(2);
  expect(known(after)).toEqual(known(before));
  expect(before.findings.length).toBeGreaterThan(20);

  const linesOf = ({ findings }: Report['subjects'][number]): ReadonlyMap<string, number> =>
    new Map(
      findings.flatMap(({ fingerprint, location }) =>
        location?.file === DOCKERFILE ? [[fingerprint, location.startLine] as const] : [],
      ),
    );
  const moved = [...linesOf(before)].map(([fingerprint, line]) => [fingerprint, line + 10] as const);
  expect(linesOf(after)).toEqual(new Map(moved));
});
