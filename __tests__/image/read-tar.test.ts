import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pack } from 'tar-stream';
import { FileReader } from '../../src/image/tar/file-reader.ts';
import { readTar, readTarFrom } from '../../src/image/tar/read-tar.ts';
import { END, pax, rawEntry, rawTar } from '../support/raw-tar.ts';
import { pieces, placed, readBothWays } from '../support/tar-both-ways.ts';

async function read(bytes: Buffer, size?: number) {
  const entries = await readBothWays(bytes, size);
  return entries.map(({ name, kind, link, content }) => ({ name, kind, link, text: content.toString() }));
}

const names = async (bytes: Buffer): Promise<string[]> => (await read(bytes)).map(({ name }) => name);

describe('readTar', () => {
  test('reads what a common tar library writes, in pieces of any size', async () => {
    const entry = fc.record({
      name: fc
        .string({ minLength: 1, maxLength: 200, unit: fc.constantFrom('a', 'é', '/', '.', 'z') })
        .filter((name) => !name.endsWith('/')),
      text: fc.string({ maxLength: 1500 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 6 }), fc.integer({ min: 1, max: 1100 }), async (entries, size) => {
        const archive = pack();
        for (const { name, text } of entries) {
          archive.entry({ name }, text);
        }
        archive.finalize();
        const written: Buffer[] = [];
        for await (const piece of archive) {
          written.push(Buffer.from(piece as Uint8Array));
        }
        expect(await read(Buffer.concat(written), size)).toEqual(
          entries.map(({ name, text }) => ({ name, text, kind: 'file', link: '' })),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('never crashes on noise, and never waits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (noise) => {
        const mixed = Buffer.concat([rawEntry({ name: 'a', content: 'x' }), Buffer.from(noise)]);
        await read(mixed).catch((error: unknown) => expect(error).toMatchObject({ code: 'image-damaged' }));
      }),
      { numRuns: 200 },
    );
  });

  test('content that is not read is skipped', async () => {
    const seen: string[] = [];
    for await (const { name } of readTar(pieces(rawTar({ name: 'a', content: 'x'.repeat(2000) }, { name: 'b' }), 7))) {
      seen.push(name);
    }
    expect(seen).toEqual(['a', 'b']);
  });
});

describe('readTar sees what Go sees', () => {
  test('nothing behind the end marker', async () => {
    expect(await names(Buffer.concat([rawTar({ name: 'a' }), rawTar({ name: 'etc/passwd' })]))).toEqual(['a']);
  });

  test('a global header changes nothing, and makes a header before it forgotten', async () => {
    const bytes = rawTar(
      pax({ path: 'y' }, 'g'),
      pax({ mtime: '1' }),
      { name: 'a' },
      pax({ path: 'x' }),
      pax({}, 'g'),
      {
        name: 'b',
      },
    );
    expect(await names(bytes)).toEqual(['a', 'b']);
  });

  test('links and folders have no content, whatever size they state', async () => {
    const bytes = rawTar(
      { name: 'l', flag: '2', link: 't', size: 512 },
      { name: 'd/', flag: '5', size: 512 },
      { name: 'b' },
    );
    expect(await names(bytes)).toEqual(['l', 'd/', 'b']);
  });

  test('long names: pax, GNU, and GNU before pax', async () => {
    const long = 'n'.repeat(300);
    const gnu = { name: '././@LongLink', flag: 'L', content: `${long}\0` };
    expect(await names(rawTar(pax({ path: long }), { name: 'a' }))).toEqual([long]);
    expect(await names(rawTar(gnu, { name: 'a' }))).toEqual([long]);
    expect(await names(rawTar(gnu, pax({ path: 'short' }), { name: 'a' }))).toEqual([long]);
  });

  test('a prefix counts in the POSIX form only, and an empty pax value is none', async () => {
    expect(await names(rawTar({ name: 'b', prefix: 'a' }))).toEqual(['a/b']);
    expect(await names(rawTar({ name: 'b', prefix: 'a', magic: 'ustar  \0' }))).toEqual(['b']);
    expect(await names(rawTar({ name: 'b', prefix: 'a', magic: '' }))).toEqual(['b']);
    expect(await names(rawTar(pax({ path: '' }), { name: 'b' }))).toEqual(['b']);
  });

  test('a size beyond the octal digits in base 256, and by pax', async () => {
    const content = 'abc';
    const patch = (header: Buffer): void => {
      header.fill(0, 124, 136);
      header[124] = 0x80;
      header[135] = 3;
    };
    expect(await read(rawTar({ name: 'a', content, patch }))).toMatchObject([{ text: 'abc' }]);
    expect(await read(rawTar(pax({ size: '3' }), { name: 'a', content, size: 0 }))).toMatchObject([{ text: 'abc' }]);
  });

  test('a checksum of signed bytes, as some old archivers have it', async () => {
    const entry = { name: 'é', content: 'x' };
    const header = rawEntry(entry).subarray(0, 512);
    const unsigned = header.fill(' ', 148, 156).reduce((total, byte) => total + byte, 0);
    // Two bytes of the name are above 127.
    expect(await names(rawTar({ ...entry, checksum: unsigned - 512 }))).toEqual(['é']);
    await expect(read(rawTar({ ...entry, checksum: unsigned - 256 }))).rejects.toMatchObject({ code: 'image-damaged' });
  });

  test('an archive without end marker, or without anything', async () => {
    expect(await names(rawEntry({ name: 'a', content: 'x' }))).toEqual(['a']);
    expect(await names(END)).toEqual([]);
    expect(await names(Buffer.alloc(0))).toEqual([]);
    expect(await names(Buffer.alloc(512))).toEqual([]);
  });

  test.each([
    ['a wrong checksum', rawTar({ name: 'a', checksum: 1 })],
    ['a size that is no number', rawTar({ name: 'a', patch: (header) => header.write('zz', 124) })],
    ['a negative size', rawTar({ name: 'a', patch: (header) => header.fill(0xff, 124, 136) })],
    ['a size of 2^88', rawTar({ name: 'a', patch: (header) => header.writeUInt8(0x81, 124) })],
    ['an unknown type', rawTar({ name: 'a', flag: 'Z' })],
    ['a sparse file of no known format', rawTar({ name: 'a', flag: 'S' })],
    ['a sparse file without a map', rawTar(pax({ 'GNU.sparse.major': '1', 'GNU.sparse.minor': '0' }), { name: 'a' })],
    ['a pax record with a wrong length', rawTar({ name: 'p', flag: 'x', content: '99 path=a\n' }, { name: 'a' })],
    ['a pax record without a line end', rawTar({ name: 'p', flag: 'x', content: '9 path=ab' }, { name: 'a' })],
    ['a pax record without a key', rawTar({ name: 'p', flag: 'x', content: '5 =a\n' }, { name: 'a' })],
    ['a NUL in a pax path', rawTar(pax({ path: 'a\0b' }), { name: 'a' })],
    ['a pax size that is no number', rawTar(pax({ size: '1e3' }), { name: 'a' })],
    [
      'an extended header of 2 MiB',
      rawTar({ name: 'p', flag: 'x', content: Buffer.alloc(2 << 20, '1') }, { name: 'a' }),
    ],
    ['an extended header with nothing after it', rawTar(pax({ path: 'a' }))],
    ['a file cut short', rawTar({ name: 'a', content: 'x'.repeat(600) }).subarray(0, 700)],
    ['a header cut short', rawTar({ name: 'a' }).subarray(0, 300)],
    ['a single zero block in between', Buffer.concat([Buffer.alloc(512), rawTar({ name: 'a' })])],
  ])('refuses %s', async (_what, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'VerifyError', code: 'image-damaged' });
  });
});

describe('a file that is read at places', () => {
  const content = Buffer.alloc(3 << 20, 'x');
  const bytes = rawTar({ name: 'a', content }, { name: 'b', content }, { name: 'c' });

  test('what nobody asks for is not read', async () => {
    let count = 0;
    const file = placed(bytes, 1 << 20);
    const read = (into: Buffer, position: number): number => {
      count += into.length;
      return Number(file.read(into, position));
    };
    for await (const _entry of readTarFrom(new FileReader({ ...file, read }))) {
      // Names alone.
    }
    expect(count).toBeLessThan(bytes.length / 10);
  });

  test('one that has become shorter meanwhile is damaged, not waited for', async () => {
    const file = { ...placed(bytes.subarray(0, 1000), 512), size: bytes.length };
    const work = async (): Promise<void> => {
      for await (const { content: text } of readTarFrom(new FileReader(file))) {
        for await (const _piece of text) {
          // To its end.
        }
      }
    };
    await expect(work()).rejects.toMatchObject({ code: 'image-damaged' });
  });

  test('an extended header that is longer than what is read at once', async () => {
    const path = `${'long/'.repeat(40_000)}a`;
    const [entry] = await readBothWays(rawTar(pax({ path }), { name: 'short', content: 'x' }));
    expect(entry).toMatchObject({ name: path });
  });
});
