import { cp, mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { testHost } from '../support/test-host.ts';

async function* chunks(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) {
    yield Buffer.from(text);
  }
}

describe('files', () => {
  test('stat tells files, folders, other things and nothing apart', async () => {
    await using t = await testHost();
    await writeFile(join(t.folder, 'file'), 'abc');
    expect(await t.host.files.stat(join(t.folder, 'file'))).toEqual({ kind: 'file', size: 3 });
    expect((await t.host.files.stat(t.folder))?.kind).toBe('directory');
    expect((await t.host.files.stat('/dev/null'))?.kind).toBe('other');
    expect(await t.host.files.stat(join(t.folder, 'none'))).toBeNull();
    expect(await t.host.files.stat(join(t.folder, 'file', 'below'))).toBeNull();
  });

  test('the mark of a file changes with whatever happens to it, and cannot be restored with it', async () => {
    await using t = await testHost();
    const { files } = t.host;
    const [file, copy] = [join(t.folder, 'file'), join(t.folder, 'copy')];
    expect(await files.mark(file)).toBeNull();
    await writeFile(file, 'abc');
    const first = await files.mark(file);
    expect(await files.mark(file)).toBe(first);
    await cp(file, copy, { preserveTimestamps: true });
    expect(await files.mark(copy)).not.toBe(first);
    const { atime, mtime } = await stat(file);
    await writeFile(file, 'abd');
    await utimes(file, atime, mtime);
    expect(await files.mark(file)).not.toBe(first);
  });

  test('reads no more than the limit, not even from a device without a size', async () => {
    await using t = await testHost();
    await writeFile(join(t.folder, 'file'), 'abc');
    expect(await t.host.files.readText(join(t.folder, 'file'), 3)).toBe('abc');
    await expect(t.host.files.readText(join(t.folder, 'file'), 2)).rejects.toMatchObject({ code: 'EFBIG' });
    await expect(t.host.files.readBytes('/dev/zero', 1000)).rejects.toMatchObject({ code: 'EFBIG' });
    await expect(t.host.files.readBytes(join(t.folder, 'none'), 1)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(t.host.files.readBytes(t.folder, 9000)).rejects.toMatchObject({ code: 'EISDIR' });
  });

  test('writes a file as a whole, with its folders, and leaves no draft', async () => {
    await using t = await testHost();
    const path = join(t.folder, 'a', 'b', 'file');
    await t.host.files.writeText(path, 'one');
    await t.host.files.writeText(path, 'two');
    await t.host.files.appendText(path, '!');
    expect(await readFile(path, 'utf8')).toBe('two!');
    expect(await t.host.files.list(join(t.folder, 'a', 'b'))).toEqual(['file']);
    await mkdir(join(t.folder, 'taken'));
    await expect(t.host.files.writeText(join(t.folder, 'taken'), 'x')).rejects.toThrow();
    expect(await readdir(t.folder)).toEqual(expect.not.arrayContaining([expect.stringMatching(/tmp$/)]));
  });

  test('saves pieces whose memory is used again for the next, several files at once', async () => {
    await using t = await testHost();
    const lengths = [1, 100_000, 512 * 1024, 512 * 1024 + 1, 3_000_000];
    async function* pieces(length: number): AsyncGenerator<Uint8Array, void> {
      const memory = Buffer.alloc(70_001);
      for (let from = 0; from < length; from += memory.length) {
        const piece = memory.subarray(0, Math.min(memory.length, length - from));
        for (let index = 0; index < piece.length; index += 1) piece[index] = ((from + index) * 31 + length) % 251;
        yield piece;
        await t.host.clock.sleep(0);
      }
    }
    const paths = lengths.map((length) => join(t.folder, String(length)));
    await Promise.all(lengths.map((length, index) => t.host.files.save(paths[index] ?? '', pieces(length))));
    for (const [index, length] of lengths.entries()) {
      const expected = Buffer.from(Uint8Array.from({ length }, (_, at) => (at * 31 + length) % 251));
      expect((await readFile(paths[index] ?? '')).equals(expected)).toBe(true);
    }
  });

  test('saves a stream with its mode, and leaves nothing of a broken one', async () => {
    await using t = await testHost();
    const path = join(t.folder, 'program');
    await t.host.files.save(path, chunks('a', 'b'), 0o755);
    expect((await stat(path)).mode & 0o777).toBe(0o755);
    await expect(t.host.files.save(path, chunks('c'))).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readFile(path, 'utf8')).toBe('ab');
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('cut');
    }
    await expect(t.host.files.save(join(t.folder, 'half'), broken())).rejects.toThrow('cut');
    expect(await t.host.files.stat(join(t.folder, 'half'))).toBeNull();
  });

  test('hashes', async () => {
    await using t = await testHost();
    await writeFile(join(t.folder, 'file'), 'abc');
    // FIPS 180-2, appendix B.1.
    expect(await t.host.files.sha256(join(t.folder, 'file'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  test('moves, links and removes', async () => {
    await using t = await testHost();
    const { files } = t.host;
    await files.makeFolder(join(t.folder, 'x', 'y'));
    await files.rename(join(t.folder, 'x'), join(t.folder, 'z'));
    await files.symlink('z', join(t.folder, 'link'));
    expect((await files.stat(join(t.folder, 'link')))?.kind).toBe('directory');
    await files.remove(join(t.folder, 'z'));
    await files.remove(join(t.folder, 'z'));
    expect(await files.stat(join(t.folder, 'link'))).toBeNull();
  });
});
