import { zstdCompressSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { Budget } from '../../src/image/budget.ts';
import { readLayer } from '../../src/image/layer.ts';
import { digestOf } from '../../src/image/meter.ts';
import { decodeListing, encodeListing } from '../../src/image/stored-listing.ts';
import { pax, rawTar } from '../support/raw-tar.ts';

const TAR = rawTar(
  pax({ 'SCHILY.xattr.security.capability': '\u0001\u0000caps' }),
  { name: 'bin/ping', content: 'elf', mode: 0o4755, uid: 3, gid: 4 },
  { name: 'etc/shadow', content: 'root:$6$x' },
  { name: 'l', flag: '2', link: '/bin/ping' },
  { name: 'h', flag: '1', link: 'bin/ping' },
  { name: 'd/', flag: '5' },
  { name: 'dev', flag: '3' },
);

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

const listing = await readLayer(once(TAR), () => 100, new Budget());
const encoded = encodeListing(listing, () => true);

test('gives back the listing as it was', () => {
  expect(decodeListing(encoded, listing.diffId)).toEqual(listing);
});

test('leaves out what may not be stored', () => {
  const bytes = encodeListing(listing, (path) => path !== 'etc/shadow');
  const contents = decodeListing(bytes, listing.diffId)?.entries.map(({ path, content }) => [
    path,
    content?.toString(),
  ]);
  expect(contents).toContainEqual(['bin/ping', 'elf']);
  expect(contents).toContainEqual(['etc/shadow', undefined]);
});

const document = (change: object): Buffer => {
  const body = zstdCompressSync(
    JSON.stringify({ version: 1, diffId: listing.diffId, digest: listing.digest, size: 1, rows: [], ...change }),
  );
  return Buffer.concat([Buffer.from(digestOf(body).slice(7)), body]);
};

test.each<readonly [string, Buffer]>([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('x'.repeat(200))],
  ['a byte changed', Buffer.concat([encoded.subarray(0, 100), Buffer.from([1]), encoded.subarray(101)])],
  ['cut short', encoded.subarray(0, -1)],
  ['another version', document({ version: 2 })],
  ['another layer', document({ diffId: 'sha256:0' })],
  ['no rows', document({ rows: {} })],
  ['a row that is none', document({ rows: [1] })],
  ['a row of other types', document({ rows: [['a', 0, '1', 0, 0, 0, '', null, null]] })],
  ['a row of an unknown kind', document({ rows: [['a', 9, 1, 0, 0, 0, '', null, null]] })],
])('%s is no listing', (_what, bytes) => {
  expect(decodeListing(bytes, listing.diffId)).toBeNull();
});

test('an empty one is', () => {
  expect(decodeListing(document({}), listing.diffId)?.entries).toEqual([]);
});
