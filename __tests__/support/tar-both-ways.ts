import { expect } from '@jest/globals';
import { FileReader, type PlacedBytes } from '../../src/image/tar/file-reader.ts';
import { readTar, readTarFrom, type TarEntry } from '../../src/image/tar/read-tar.ts';

/**
 * What a tar holds, read as a stream and read as a file: it must be the same, the refusal too.
 * @param size of the pieces in which its bytes come
 * @returns name, kind, link, size and content of each entry
 */
export async function readBothWays(bytes: Buffer, size = bytes.length || 1) {
  const [stream, file, skipped] = await Promise.allSettled([
    contentsOf(readTar(pieces(bytes, size))),
    contentsOf(readTarFrom(new FileReader(placed(bytes, size)))),
    namesOf(readTarFrom(new FileReader(placed(bytes, size)))),
  ]);
  expect(outcomeOf(file)).toEqual(outcomeOf(stream));
  if (stream.status === 'rejected') throw stream.reason;
  expect(skipped).toMatchObject({ value: stream.value.map(({ name }) => name) });
  return stream.value;
}

type Contents = Awaited<ReturnType<typeof contentsOf>>;

/** With texts instead of bytes, which would be compared one by one. */
function outcomeOf(outcome: PromiseSettledResult<Contents>) {
  if (outcome.status === 'rejected') return outcome.reason as unknown;
  return outcome.value.map((entry) => ({ ...entry, content: entry.content.toString('latin1') }));
}

export async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
  }
}

/** A file that gives at most `size` bytes at once. */
export function placed(bytes: Buffer, size: number): PlacedBytes {
  return {
    size: bytes.length,
    read: (into, position) => bytes.copy(into, 0, position, Math.min(position + size, bytes.length)),
    close: () => Promise.resolve(),
  };
}

async function contentsOf(entries: AsyncIterable<TarEntry>) {
  const found: { name: string; kind: string; link: string; size: number; content: Buffer }[] = [];
  for await (const { name, kind, link, size, content } of entries) {
    const taken: Buffer[] = [];
    for await (const piece of content) {
      // It is good until the next one is asked for.
      taken.push(Buffer.from(piece));
    }
    found.push({ name, kind, link, size, content: Buffer.concat(taken) });
  }
  return found;
}

async function namesOf(entries: AsyncIterable<TarEntry>): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { name } of entries) names.push(name);
  return names;
}
