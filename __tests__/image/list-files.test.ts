import { expect, test } from '@jest/globals';
import { Budget } from '../../src/image/budget.ts';
import { readLayer } from '../../src/image/layer.ts';
import { listFiles } from '../../src/image/list-files.ts';
import { MergedTree } from '../../src/image/merged-tree.ts';
import { pax, type RawEntry, rawTar } from '../support/raw-tar.ts';

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

const NONE = (): boolean => false;
const ALL = (): boolean => true;

async function list(layers: readonly (readonly RawEntry[])[], wants: (path: string) => boolean = NONE, kept = 65_536) {
  const tree = new MergedTree();
  for (const entries of layers) {
    tree.apply(await readLayer(once(rawTar(...entries)), () => kept, new Budget()));
  }
  return listFiles(
    tree,
    layers.map((_layer, index) => `layer-${index}`),
    wants,
  );
}

const file = (name: string, content = ''): RawEntry => ({ name, content });
const folder = (name: string): RawEntry => ({ name, flag: '5', mode: 0o755 });
const symlink = (name: string, link: string): RawEntry => ({ name, flag: '2', link });
const hardlink = (name: string, link: string): RawEntry => ({ name, flag: '1', link });

/** `path@layer` of each. */
const places = (files: readonly { path: string; layer: string }[]): string[] =>
  files.map(({ path, layer }) => `${path}@${layer.slice(6)}`);

test('every kind of entry, sorted, with owner, mode, link, capabilities and layer', async () => {
  const { files } = await list([
    [
      folder('bin'),
      { ...file('bin/su', 'elf'), mode: 0o104755, uid: 1, gid: 2 },
      symlink('bin/sh', 'busybox'),
      { name: 'dev', flag: '3' },
    ],
    [pax({ 'SCHILY.xattr.security.capability': 'caps' }), file('a/ping', 'x'), hardlink('a-b', 'bin/su')],
  ]);
  const entry = { mode: 0o644, uid: 0, gid: 0, size: 0, link: null, hasCapabilities: false, layer: 'layer-0' };
  expect(files.merged).toEqual([
    // No layer describes the root, nor /a: engines make them.
    { ...entry, path: '/', type: 'directory', mode: 0o755 },
    { ...entry, path: '/a', type: 'directory', mode: 0o755, layer: 'layer-1' },
    { ...entry, path: '/a-b', type: 'file', mode: 0o4755, uid: 1, gid: 2, size: 3, layer: 'layer-1' },
    { ...entry, path: '/a/ping', type: 'file', size: 1, hasCapabilities: true, layer: 'layer-1' },
    { ...entry, path: '/bin', type: 'directory', mode: 0o755 },
    { ...entry, path: '/bin/sh', type: 'symlink', link: 'busybox' },
    { ...entry, path: '/bin/su', type: 'file', mode: 0o4755, uid: 1, gid: 2, size: 3 },
    { ...entry, path: '/dev', type: 'other' },
  ]);
  expect(files).toMatchObject({ hidden: [], heads: {} });
});

test('hidden: whited out, replaced, below an opaque folder, replaced within one layer', async () => {
  const { files } = await list([
    [file('d/x'), file('d/s/y'), file('o/old'), file('o/t/older'), file('r', '1'), file('keep'), folder('same')],
    [file('.wh.d'), file('o/new'), file('o/.wh..wh..opq'), file('r', '2'), folder('same')],
    [file('r', '3'), file('r', '4'), folder('keep'), file('o')],
  ]);
  expect(places(files.hidden).sort()).toEqual(
    ['/d@0', '/d/s@0', '/d/s/y@0', '/d/x@0', '/keep@0', '/o/old@0', '/o/t@0', '/o/t/older@0', '/r@0', '/r@1', '/r@2']
      .concat('/o@0', '/o/new@1')
      .sort(),
  );
  expect(places(files.merged)).toEqual(['/@0', '/keep@2', '/o@2', '/r@2', '/same@1']);
});

test('below a link the real path is told, hidden ones too', async () => {
  const { files } = await list([[folder('usr/lib'), symlink('lib', 'usr/lib')], [file('lib/a')], [file('lib/.wh.a')]]);
  expect(places(files.hidden)).toEqual(['/usr/lib/a@1']);
});

test('beginnings of the files that are asked for, hidden ones under path@layer, bytes kept as they are', async () => {
  const key = Buffer.from([0xff, 0, 0x80]);
  const { files, missing, skipped } = await list(
    [
      [file('k', 'secret'), { name: 'bin', content: key }, file('other', 'x')],
      [file('k', 'new'), file('e')],
    ],
    (path) => path !== '/other',
  );
  expect(files.heads).toEqual({ '/k': 'new', '/k@layer-0': 'secret', '/bin': '\u00ff\u0000\u0080', '/e': '' });
  expect([missing, skipped]).toEqual([[], 0]);
});

test('of a link, the beginning of what it leads to', async () => {
  const links = [file('usr/bin/entry', '#!'), symlink('entry.sh', '/usr/bin/entry'), symlink('gone', 'nowhere')];
  expect((await list([links], (path) => !path.startsWith('/usr'))).files.heads).toEqual({ '/usr/bin/entry': '#!' });
});

test('a beginning is 64 KiB, and what was not kept while reading is named as missing', async () => {
  const content = 'x'.repeat(100_000);
  expect((await list([[file('big', content)]], ALL)).files.heads['/big']).toHaveLength(65_536);
  const { files, missing } = await list([[file('a/big', content), file('b')]], ALL, 1000);
  expect(missing).toEqual(['a/big']);
  expect(files.heads).toEqual({ '/b': '' });
});

test('beginnings stop at 16 MiB in all, and say how many are left out', async () => {
  const content = 'x'.repeat(65_536);
  const many = Array.from({ length: 300 }, (_item, index) => file(`f${index}`, content));
  const { files, missing, skipped } = await list([many], ALL);
  expect([Object.keys(files.heads).length, missing, skipped]).toEqual([256, [], 44]);
});
