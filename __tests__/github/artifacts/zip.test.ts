import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { zipEntry } from '../../../src/github/artifacts/zip.ts';

const NAME = 'evidence.json';
const TEXT = JSON.stringify({ a: 'ä'.repeat(1_000) });
const zipped = (files: Record<string, Uint8Array>, level: 0 | 6 = 6): Uint8Array => zipSync(files, { level });
const read = (zip: Uint8Array, limit = 1_000_000): string | undefined => zipEntry(zip, NAME, limit)?.toString('utf8');

test.each([[0], [6]] as const)('finds the file at level %d, among others and before a comment', (level) => {
  expect(read(zipped({ [NAME]: strToU8(TEXT) }, level))).toBe(TEXT);
  const among = zipped({ 'a/evidence.json': strToU8('no'), [NAME]: strToU8(TEXT), b: strToU8('no') }, level);
  expect(read(among)).toBe(TEXT);
  const commented = Buffer.concat([among, Buffer.from('hello')]);
  commented.writeUInt16LE(5, among.length - 2);
  expect(read(commented)).toBe(TEXT);
});

test('an empty file is a file', () => {
  expect(read(zipped({ [NAME]: strToU8('') }))).toBe('');
});

test('a bomb is not unpacked: neither one that says its size nor one that lies', () => {
  const bomb = zipped({ [NAME]: new Uint8Array(50_000_000) });
  expect(bomb.length).toBeLessThan(100_000);
  expect(read(bomb)).toBeUndefined();
  const liar = Buffer.from(bomb);
  const directory = liar.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  liar.writeUInt32LE(1_000, directory + 24);
  const before = process.memoryUsage().arrayBuffers;
  expect(read(liar)).toBeUndefined();
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
});

test.each([
  ['another name', zipped({ 'x.json': strToU8(TEXT) })],
  ['a path that ends in the name', zipped({ '../evidence.json': strToU8(TEXT) })],
  ['nothing', zipped({})],
  ['no bytes', new Uint8Array(0)],
  ['text', strToU8('<html>not a zip</html>')],
  ['a cut end', zipped({ [NAME]: strToU8(TEXT) }).slice(0, -10)],
  ['a cut start', zipped({ [NAME]: strToU8(TEXT) }).slice(10)],
])('%s: nothing', (_what, zip) => {
  expect(read(zip)).toBeUndefined();
});

test('two files of the name: nothing, because readers differ in which one counts', () => {
  const zip = Buffer.from(zipped({ [NAME]: strToU8('1'), 'evidence.jsom': strToU8('2') }));
  const twice = Buffer.from(zip.toString('latin1').replaceAll('evidence.jsom', NAME), 'latin1');
  expect(read(zip)).toBe('1');
  expect(read(twice)).toBeUndefined();
});

test('an encrypted file: nothing', () => {
  const zip = Buffer.from(zipped({ [NAME]: strToU8(TEXT) }));
  const directory = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  zip.writeUInt16LE(zip.readUInt16LE(directory + 8) | 1, directory + 8);
  expect(read(zip)).toBeUndefined();
});

test('whatever is damaged, it is the file as it was or nothing', () => {
  const zip = zipped({ [NAME]: strToU8(TEXT) });
  const places = fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(places, (changes) => {
      const damaged = Uint8Array.from(zip);
      for (const [at, byte] of changes) damaged[at] = byte;
      expect([TEXT, undefined]).toContain(read(damaged));
    }),
    { numRuns: 2_000 },
  );
});
