import { describe, expect, test } from '@jest/globals';
import { Budget } from '../../src/image/budget.ts';
import { readLayer } from '../../src/image/layer.ts';
import { MergedTree } from '../../src/image/merged-tree.ts';
import { pax, type RawEntry, rawTar } from '../support/raw-tar.ts';

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

async function merged(...layers: readonly (readonly RawEntry[])[]): Promise<MergedTree> {
  const tree = new MergedTree();
  for (const entries of layers) {
    tree.apply(await readLayer(once(rawTar(...entries)), () => 1 << 20, new Budget()));
  }
  return tree;
}

const text = (tree: MergedTree, path: string): string | null => tree.resolve(path)?.entry.content?.toString() ?? null;
const paths = (tree: MergedTree): string[] => [...tree.list()].map(({ path }) => `/${path}`).sort();

const file = (name: string, content = ''): RawEntry => ({ name, content });
const folder = (name: string): RawEntry => ({ name, flag: '5' });
const symlink = (name: string, link: string): RawEntry => ({ name, flag: '2', link });
const hardlink = (name: string, link: string): RawEntry => ({ name, flag: '1', link });

describe('MergedTree', () => {
  test('later entries and layers win, whatever way the name is spelt', async () => {
    const tree = await merged([file('etc/passwd', '1'), file('./etc//passwd', '2')], [file('/etc/./passwd', '3')]);
    expect(text(tree, '/etc/passwd')).toBe('3');
    expect(paths(tree)).toEqual(['/', '/etc', '/etc/passwd']);
  });

  test('whiteouts remove files and whole folders, also when they name nothing', async () => {
    const tree = await merged(
      [file('a/x'), file('a/y'), file('b/c/z'), file('keep')],
      [file('a/.wh.x'), file('.wh.b'), file('.wh.nothing'), file('n/.wh.nothing')],
    );
    expect(paths(tree)).toEqual(['/', '/a', '/a/y', '/keep', '/n']);
  });

  test('an opaque folder loses what lower layers put there and keeps what its own layer did', async () => {
    const own = [folder('a'), file('a/new', 'n'), file('a/s/new'), file('a/.wh..wh..opq'), file('a/late')];
    const tree = await merged([file('a/old'), file('a/s/old'), file('a/t/old'), file('b')], own);
    expect(paths(tree)).toEqual(['/', '/a', '/a/late', '/a/new', '/a/s', '/a/s/new', '/b']);
  });

  test('the root can be opaque, too; what AUFS kept there cannot make it so', async () => {
    const lower = [file('server'), file('etc/passwd', 'old'), file('usr/bin/su')];
    const tree = await merged(lower, [file('.wh..wh..opq'), file('etc/passwd', 'new')]);
    expect(paths(tree)).toEqual(['/', '/etc', '/etc/passwd']);
    expect(tree.hidden.map(({ path }) => path)).toContain('server');
    const kept = await merged(lower, [file('.wh..wh.plnk/.wh..wh..opq'), file('.wh..wh.aufs')]);
    expect(paths(kept)).toContain('/server');
  });

  test('a hard link in an opaque folder belongs to the layer that made it', async () => {
    const tree = await merged([file('f', 'F')], [hardlink('a/l', 'f'), file('a/.wh..wh..opq')]);
    expect(text(tree, '/a/l')).toBe('F');
  });

  test('what was removed can come back, as something else', async () => {
    const tree = await merged([file('a/x')], [file('.wh.a')], [file('a', 'now a file')]);
    expect(text(tree, '/a')).toBe('now a file');
    expect(tree.resolve('/a/x')).toBeNull();
  });

  test('a folder over a folder keeps what is in it; a file over a folder, and a folder over a link, do not', async () => {
    const tree = await merged(
      [file('d/x'), file('e/x'), symlink('l', 'd')],
      [{ ...folder('d'), mode: 0o700, uid: 5, gid: 6 }, file('e', 'E'), folder('l')],
    );
    expect(paths(tree)).toEqual(['/', '/d', '/d/x', '/e', '/l']);
    expect(tree.resolve('/d')?.entry).toMatchObject({ mode: 0o700, uid: 5, gid: 6 });
  });

  test('an entry below a linked folder lands where the link leads', async () => {
    const tree = await merged([folder('usr/lib'), symlink('lib', 'usr/lib')], [file('lib/os-release', 'R')]);
    expect(text(tree, '/usr/lib/os-release')).toBe('R');
    expect(tree.lookup('/lib')?.entry.kind).toBe('symlink');
  });

  test.each([
    ['relative', 'etc/l', '../usr/f'],
    ['absolute', 'etc/l', '/usr/f'],
    ['climbing over the root', 'etc/l', '../../../../usr/f'],
    ['absolute and climbing', 'etc/l', '/../usr/./f'],
    ['through another link', 'etc/l', '/u/f'],
  ])('a %s link stays inside the root', async (_what, name, link) => {
    const tree = await merged([file('usr/f', 'F'), symlink('u', 'usr'), symlink(name, link)]);
    expect(text(tree, '/etc/l')).toBe('F');
  });

  test.each([
    ['to itself', [symlink('a', 'a')]],
    ['in a circle', [symlink('a', 'b'), symlink('b', 'a')]],
    ['growing', [symlink('a', 'a/a/a/a')]],
    ['to nothing', [symlink('a', 'gone')]],
    ['through a file', [file('f'), symlink('a', 'f/../f')]],
  ])('a link %s leads nowhere', async (_what, entries) => {
    expect((await merged(entries)).resolve('/a')).toBeNull();
  });

  test('a hard link shares what it links to, also from a lower layer, and survives its removal', async () => {
    const tree = await merged([file('f', 'F')], [hardlink('g', '/f'), file('.wh.f')], [hardlink('h', 'g')]);
    expect([text(tree, '/g'), text(tree, '/h'), tree.resolve('/f')]).toEqual(['F', 'F', null]);
  });

  test('keeps owners, modes and capabilities', async () => {
    const tree = await merged([
      pax({ 'SCHILY.xattr.security.capability': 'caps', uid: '3000000' }),
      { name: 'bin/ping', mode: 0o104755, gid: 7 },
    ]);
    expect(tree.resolve('/bin/ping')?.entry).toMatchObject({
      mode: 0o4755,
      uid: 3_000_000,
      gid: 7,
      capability: Buffer.from('caps'),
    });
  });

  test("leaves out the aufs driver's own files", async () => {
    expect(
      paths(await merged([folder('.wh..wh.plnk'), file('.wh..wh.plnk/1'), file('.wh..wh.aufs'), file('a')])),
    ).toEqual(['/', '/a']);
  });

  test('names of object members are names like any other', async () => {
    const tree = await merged([file('__proto__/constructor', 'x'), file('toString', 'y')]);
    expect([text(tree, '/__proto__/constructor'), text(tree, '/toString'), tree.resolve('/valueOf')]).toEqual([
      'x',
      'y',
      null,
    ]);
  });

  test.each([
    ['a path that climbs', [file('../etc/passwd')]],
    ['a path that climbs in the middle', [file('a/../../etc/passwd')]],
    ['a hard link that climbs', [hardlink('a', '../../etc/passwd')]],
    ['a hard link to nothing', [hardlink('a', 'gone')]],
    ['a hard link to a folder', [folder('d'), hardlink('a', 'd')]],
    ['a hard link to itself', [hardlink('a', 'a')]],
    ['a file below a file', [file('f'), file('f/g')]],
    ['a file below a link in a circle', [symlink('l', 'l'), file('l/g')]],
    ['a whiteout of nothing', [file('a/.wh.')]],
    ['a whiteout of the folder itself', [file('a/.wh..')]],
    ['a whiteout of the folder above', [file('a/.wh...')]],
    ['a name beyond PATH_MAX', [pax({ path: 'n'.repeat(5000) }), file('a')]],
    ['a link target beyond PATH_MAX', [pax({ linkpath: 'n'.repeat(5000) }), symlink('a', 'b')]],
  ])('refuses %s', async (_what, entries) => {
    await expect(merged(entries)).rejects.toMatchObject({ name: 'VerifyError', code: 'image-damaged' });
  });

  test('refuses names that imply too many folders', async () => {
    const tree = new MergedTree({ implied: 100 });
    const deep = Array.from({ length: 60 }, (_item, index) => [file(`${index}/a/b`), file(`${index}/c/d`)]).flat();
    const listing = await readLayer(once(rawTar(...deep)), () => 1 << 20, new Budget());
    expect(() => tree.apply(listing)).toThrow(expect.objectContaining({ code: 'image-too-large' }));
  });

  test('refuses links that stand for paths which together are too long', async () => {
    const deep = 'd/'.repeat(900);
    const entries = [
      pax({ path: deep }),
      folder('d'),
      pax({ linkpath: deep }),
      symlink('l', 'x'),
      ...Array.from({ length: 50 }, (_item, index) => file(`l/${index}`)),
    ];
    expect(Math.max(...paths(await merged(entries)).map((path) => path.length))).toBe(1803);
    const listing = await readLayer(once(rawTar(...entries)), () => 0, new Budget());
    expect(() => new MergedTree({ paths: 850_000 }).apply(listing)).toThrow(
      expect.objectContaining({ code: 'image-too-large' }),
    );
  });

  test('refuses a path that grows beyond PATH_MAX through links', async () => {
    const deep = 'd/'.repeat(1500);
    const entries = [
      pax({ path: deep }),
      folder('d'),
      pax({ linkpath: deep }),
      symlink('l', 'x'),
      pax({ path: `l/${deep}` }),
      folder('e'),
    ];
    await expect(merged(entries)).rejects.toMatchObject({ code: 'image-damaged' });
  });

  test('refuses links that multiply the steps to follow', async () => {
    const chain = Array.from({ length: 40 }, (_item, index) => symlink(`l${index}`, `${'./'.repeat(40)}l${index + 1}`));
    const listing = await readLayer(once(rawTar(...chain, folder('l40'), file('l0/f'))), () => 0, new Budget());
    new MergedTree({ steps: 5000 }).apply(listing);
    expect(() => new MergedTree({ steps: 1500 }).apply(listing)).toThrow(
      expect.objectContaining({ code: 'image-too-large' }),
    );
  });

  test('looks through a folder once a layer, however often it is declared opaque', async () => {
    const many = Array.from({ length: 20_000 }, (_item, index) => file(`d/${index}`));
    const opaque = Array.from({ length: 20_000 }, () => file('d/.wh..wh..opq'));
    const start = performance.now();
    const tree = await merged(many, [...many, ...opaque]);
    // Quadratic work would take 400 million steps, half a minute.
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(tree.resolve('/d')?.children?.size).toBe(20_000);
  });
});
