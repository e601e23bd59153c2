import { mkdir, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ImageMemory } from '../../src/evidence/image-memory.ts';
import { KEPT } from '../../src/evidence/image-memory-use.ts';
import { digestOf } from '../../src/image/meter.ts';
import { imageHost } from '../support/image-host.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DIFF_ID = `sha256:${'1'.repeat(64)}`;

/** A memory whose day can be set. */
async function memoryIn(folder: string, machine: Awaited<ReturnType<typeof imageHost>>) {
  const day = { now: '2026-11-01' };
  const clock = { ...machine.host.clock, now: () => new Date(`${day.now}T12:00:00Z`) };
  const fresh = () => new ImageMemory({ folder, mayStore: () => true }, { ...machine.host, clock });
  const names = async (kind: string): Promise<readonly string[]> =>
    (await readdir(join(folder, kind)).catch(() => [])).sort();
  return { day, fresh, names };
}

/** An image of no layers, or one with a layer that all have. */
function image(user: string, diffIds: readonly string[] = []) {
  const config = Buffer.from(
    JSON.stringify({
      os: 'linux',
      architecture: 'amd64',
      config: { User: user },
      rootfs: { type: 'layers', diff_ids: diffIds },
    }),
  );
  const layers = diffIds.map((diffId) => ({ diffId, digest: diffId, size: 0, entries: [] }));
  return { stored: { config, digest: null, layers, names: [] }, id: digestOf(config).slice(7) };
}

test('what was not used for a fortnight is let go, and what it shares with others is not', async () => {
  await using machine = await imageHost();
  await using folder = await temporaryFolder('memory');
  const { day, fresh, names } = await memoryIn(folder.path, machine);
  const [old, used] = [image('old', [DIFF_ID]), image('used', [DIFF_ID])];
  const memory = fresh();
  await memory.remember(old.stored, old.id);
  await memory.remember(used.stored, used.id);
  await memory.tidy();
  day.now = '2026-11-15';
  expect(await memory.recall(used.id)).not.toBeNull();
  await memory.tidy();
  expect(await names('configs')).toEqual([old.id, used.id].sort());
  day.now = '2026-11-16';
  await fresh().tidy();
  expect(await names('configs')).toEqual([used.id]);
  expect(await names('layers')).toEqual(['1'.repeat(64)]);
  expect(await fresh().recall(old.id)).toBeNull();
  expect(await fresh().recall(used.id)).not.toBeNull();
  day.now = '2026-12-30';
  await fresh().tidy();
  for (const kind of ['configs', 'layers', 'used']) expect(await names(kind)).toEqual([]);
});

test('what is too much is let go, oldest first', async () => {
  await using machine = await imageHost();
  await using folder = await temporaryFolder('memory');
  const { day, fresh, names } = await memoryIn(folder.path, machine);
  const [first, second] = [image('1'), image('2')];
  const memory = fresh();
  await memory.remember(first.stored, first.id);
  day.now = '2026-11-02';
  await memory.remember(second.stored, second.id);
  // A sparse file takes no room.
  const large = join(folder.path, 'configs', first.id);
  await truncate(large, KEPT.bytes);
  expect((await stat(large)).size).toBe(KEPT.bytes);
  await memory.tidy();
  expect(await names('configs')).toEqual([second.id]);
});

test('what an older release or another process left counts from today on', async () => {
  await using machine = await imageHost();
  await using folder = await temporaryFolder('memory');
  const { day, fresh, names } = await memoryIn(folder.path, machine);
  await mkdir(join(folder.path, 'configs'));
  await writeFile(join(folder.path, 'configs', 'a-draft'), 'x');
  await fresh().tidy();
  expect(await names('configs')).toEqual(['a-draft']);
  day.now = '2026-11-16';
  await fresh().tidy();
  expect(await names('configs')).toEqual([]);
});

test('several at once do not disturb each other', async () => {
  await using machine = await imageHost();
  await using folder = await temporaryFolder('memory');
  const { day, fresh } = await memoryIn(folder.path, machine);
  const images = Array.from({ length: 20 }, (_, index) => image(`user-${index}`, [DIFF_ID]));
  await Promise.all(images.map(({ stored, id }) => fresh().remember(stored, id)));
  day.now = '2026-12-01';
  const answers = await Promise.all([
    ...Array.from({ length: 5 }, () => fresh().tidy()),
    ...images.map(({ stored, id }) => fresh().remember(stored, id)),
    ...images.map(({ id }) => fresh().recall(id)),
  ]);
  expect(answers).toHaveLength(45);
  const { stored, id } = image('last', [DIFF_ID]);
  await fresh().remember(stored, id);
  expect(await fresh().recall(id)).not.toBeNull();
});
