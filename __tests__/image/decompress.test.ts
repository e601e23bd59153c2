import { randomBytes } from 'node:crypto';
import { constants, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { decompressed } from '../../src/image/decompress.ts';

const PLAIN = Buffer.from(Array.from({ length: 300_000 }, (_item, index) => (index * index) % 251));

async function* pieces(bytes: Buffer, size: number, onClose: () => void = () => {}): AsyncGenerator<Buffer> {
  try {
    for (let at = 0; at < bytes.length; at += size) {
      yield bytes.subarray(at, at + size);
    }
  } finally {
    onClose();
  }
}

async function read(bytes: Buffer, size: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of decompressed(pieces(bytes, size))) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const MEMBERS = Buffer.concat([gzipSync(PLAIN.subarray(0, 1000)), gzipSync(PLAIN.subarray(1000))]);
const SKIPPABLE = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]);

const CHUNKED = Buffer.concat(
  Array.from({ length: 600 }, (_item, index) => [
    zstdCompressSync(PLAIN.subarray(index * 500, index * 500 + 500)),
    ...(index % 100 === 0 ? [SKIPPABLE] : []),
  ]).flat(),
);
const CHECKED = zstdCompressSync(PLAIN, { params: { [constants.ZSTD_c_checksumFlag]: 1 } });
const NOISE = randomBytes(200_000);
const BLANK = Buffer.alloc(1_000_000);

describe('decompressed', () => {
  describe.each([1, 700, 65_536, 1 << 24])('in pieces of %i bytes', (size) => {
    test.each([
      ['plain', PLAIN.subarray(0, 5000), PLAIN.subarray(0, 5000)],
      ['gzip', gzipSync(PLAIN), PLAIN],
      ['gzip in two members', MEMBERS, PLAIN],
      ['zstd', zstdCompressSync(PLAIN), PLAIN],
      ['zstd with a skippable frame', Buffer.concat([zstdCompressSync(PLAIN), SKIPPABLE]), PLAIN],
      ['zstd that begins with a skippable frame', Buffer.concat([SKIPPABLE, zstdCompressSync(PLAIN)]), PLAIN],
      ['zstd in hundreds of frames, as zstd:chunked has them', CHUNKED, PLAIN],
      ['zstd with checksums', Buffer.concat([CHECKED, SKIPPABLE, CHECKED]), Buffer.concat([PLAIN, PLAIN])],
      [
        'zstd of noise, and of one byte many times',
        Buffer.concat([NOISE, BLANK].map((part) => zstdCompressSync(part))),
        Buffer.concat([NOISE, BLANK]),
      ],
      ['nothing', Buffer.alloc(0), Buffer.alloc(0)],
    ])('%s', async (_what, stored, plain) => {
      expect((await read(stored, size)).equals(plain)).toBe(true);
    });
  });

  test.each([
    ['gzip cut short', gzipSync(PLAIN).subarray(0, 100)],
    ['zstd cut short', zstdCompressSync(PLAIN).subarray(0, 100)],
    ['zstd with a second frame cut short', CHUNKED.subarray(0, -3)],
    ['zstd with rubbish after it', Buffer.concat([zstdCompressSync(PLAIN), Buffer.from('rubbish')])],
    ['zstd with gzip after it', Buffer.concat([zstdCompressSync(PLAIN), gzipSync(PLAIN)])],
    ['zstd with a skippable frame cut short', Buffer.concat([zstdCompressSync(PLAIN), SKIPPABLE.subarray(0, 10)])],
    ['zstd with a block of no known type', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x01, 0x0f, 0, 0, 0])],
    ['zstd with a wrong checksum', Buffer.concat([CHECKED.subarray(0, -4), Buffer.alloc(4)])],
    ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])],
  ])('refuses %s', async (_what, bytes) => {
    await expect(read(bytes, 50)).rejects.toMatchObject({ name: 'VerifyError', code: 'image-damaged' });
  });

  test.each([
    ['plain', PLAIN],
    ['gzip', gzipSync(PLAIN)],
    ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58])],
  ])('lets go of the source when its reader stops early: %s', async (_what, bytes) => {
    let closed = false;
    const reader = decompressed(
      pieces(bytes, 100, () => {
        closed = true;
      }),
    );
    await reader.next().catch(() => {});
    await reader.return(undefined);
    expect(closed).toBe(true);
  });
});
