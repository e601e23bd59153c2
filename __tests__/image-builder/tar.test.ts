import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { packTar, withParents } from '../support/image-builder/tar.ts';
import { readTar } from './read-layout.ts';

const TIME = new Date('2026-01-01T00:00:00Z');

describe('packTar', () => {
  test('gives back every file that went in', async () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', 'é', '世'), minLength: 1, maxLength: 120 });
    const file = fc.record({
      path: fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
      content: fc.string({ unit: 'grapheme', maxLength: 2_000 }),
      mode: fc.integer({ min: 0, max: 0o7777 }),
      uid: fc.integer({ min: 0, max: 65_535 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(file, { maxLength: 5 }), async (files) => {
        const members = await readTar(await packTar(files, TIME));
        expect(
          members.map(({ header, content }) => ({
            path: header.name,
            content: content.toString(),
            mode: header.mode,
            uid: header.uid,
          })),
        ).toEqual(files);
      }),
      { numRuns: 50 },
    );
  });

  test('writes links, devices and pipes, and hostile names as they are', async () => {
    const members = await readTar(
      await packTar(
        [
          { path: '../../outside', content: 'x' },
          { path: 'link', type: 'symlink', target: '/etc/shadow' },
          { path: 'hard', type: 'link', target: 'link' },
          { path: 'pipe', type: 'fifo' },
          { path: 'device', type: 'character-device' },
        ],
        TIME,
      ),
    );
    expect(members.map(({ header }) => [header.name, header.type, header.linkname])).toEqual([
      ['../../outside', 'file', null],
      ['link', 'symlink', '/etc/shadow'],
      ['hard', 'link', 'link'],
      ['pipe', 'fifo', null],
      ['device', 'character-device', null],
    ]);
  });
});

describe('withParents', () => {
  test('puts missing folders before their first child, once', () => {
    const files = [
      { path: 'a/b/c' },
      { path: 'a/b/d' },
      { path: 'e', type: 'directory' as const, mode: 0o700 },
      { path: 'e/f' },
    ];
    expect(withParents(files).map((file) => file.path)).toEqual(['a', 'a/b', 'a/b/c', 'a/b/d', 'e', 'e/f']);
  });

  test.each(['/absolute/x', '../up/x', 'a/../b', './x/y'])('adds nothing for %s', (path) => {
    expect(withParents([{ path }])).toEqual([{ path }]);
  });
});
