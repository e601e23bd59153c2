import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Block, byteLength, compose } from '../../src/report/summary/budget.ts';

const block = (head: string, rows: readonly string[]): Block => ({
  head: `${head}\n`,
  rows,
  tail: '\n',
  omitted: (count) => `(${count} left out)`,
});

const footer = { text: 'end\n', omitted: (count: number) => `(${count} blocks left out)\n` };

describe('compose', () => {
  test('all of it when there is room', () => {
    expect(compose([block('A', ['1', '2']), block('B', [])], footer, 1_000)).toBe('A\n1\n2\n\nB\n\nend\n');
  });

  test('drops whole rows with their number, later blocks first, and keeps the footer', () => {
    const text = compose([block('A', ['1', '2']), block('B', ['a'.repeat(50), 'b'.repeat(50)])], footer, 110);
    expect(text).toBe(`A\n1\n2\n\nB\n${'a'.repeat(50)}\n(1 left out)\n\nend\n`);
  });

  test('counts bytes of UTF-8, not characters', () => {
    const rows = ['ü'.repeat(20), 'ü'.repeat(20)];
    expect(compose([block('A', rows)], footer, 89)).toBe(`A\n${rows[0]}\n(1 left out)\n\nend\n`);
  });

  test('says how many blocks found no place at all', () => {
    const text = compose([block('A', []), block('B'.repeat(50), []), block('C', [])], footer, 40);
    expect(text).toBe('A\n\nC\n\n(1 blocks left out)\nend\n');
  });

  test('is always below the limit and loses nothing without a word', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(sizes, { maxLength: 5 }), fc.integer({ min: 1, max: 400 }), (some, limit) => {
        const blocks = some.map((lengths, index) =>
          block(
            `H${index}`,
            lengths.map((length) => 'ü'.repeat(length)),
          ),
        );
        const text = compose(blocks, footer, limit);
        expect(byteLength(text)).toBeLessThan(limit);
        if (text === '') return;
        const shown = blocks.filter(({ head }) => text.includes(head));
        const notes = [...text.matchAll(/^\((\d+) left out\)$/gmu)].map(([, count]) => Number(count));
        const rows = text.match(/^ü+$/gmu)?.length ?? 0;
        expect(rows + notes.reduce((sum, count) => sum + count, 0)).toBe(
          shown.flatMap((part) => [...part.rows]).length,
        );
        expect(text.includes(`(${blocks.length - shown.length} blocks left out)`)).toBe(shown.length < blocks.length);
      }),
    );
  });
});
