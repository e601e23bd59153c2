/** Rows that are made when they are asked for: of tens of thousands only those that fit ever exist. An array will do too. */
export interface Rows extends Iterable<string> {
  readonly length: number;
}

/** A row for each item. */
export function rowsOf<T>(items: readonly T[], toRow: (item: T) => string): Rows {
  return mapRows({ length: items.length, [Symbol.iterator]: () => items[Symbol.iterator]() }, toRow);
}

/** The same rows, each changed. */
export function mapRows<T>(rows: Iterable<T> & { readonly length: number }, change: (row: T) => string): Rows {
  return {
    length: rows.length,
    *[Symbol.iterator]() {
      for (const row of rows) yield change(row);
    },
  };
}

/** A part of a document: a head and a tail that belong together, and rows between them that can be left out. */
export interface Block {
  readonly head: string;
  /** One line each; the most important first. */
  readonly rows: Rows;
  readonly tail: string;
  /** Says that `count` rows were left out. */
  readonly omitted: (count: number) => string;
}

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text);
}

/** The end of a document: `text` always, `omitted` only when that many blocks were left out. */
export interface Footer {
  readonly text: string;
  readonly omitted: (blocks: number) => string;
}

/**
 * Puts blocks together in their order and stays below `limitBytes` (UTF-8). What does not fit is dropped in whole rows,
 * with their number; a block whose head does not fit is dropped as a whole, and counted at the end. Earlier blocks are
 * served first; the footer always has its place. '' when there is not even room for the footer.
 */
export function compose(blocks: readonly Block[], footer: Footer, limitBytes: number): string {
  const room = limitBytes - 1 - byteLength(footer.text);
  const everything = fill(blocks, room);
  if (everything.isWhole) return everything.text + footer.text;

  // The note about blocks is longest when all of them are left out.
  const less = room - byteLength(footer.omitted(blocks.length));
  if (less < 0) return '';
  const { text, dropped } = fill(blocks, less);
  return text + (dropped > 0 ? footer.omitted(dropped) : '') + footer.text;
}

interface Filled {
  readonly text: string;
  /** Blocks of which nothing is there. */
  readonly dropped: number;
  readonly isWhole: boolean;
}

function fill(blocks: readonly Block[], bytes: number): Filled {
  let room = bytes;
  let dropped = 0;
  let isWhole = room >= 0;
  const parts: string[] = [];
  for (const block of blocks) {
    const part = fitting(block, room);
    if (part === null) dropped += 1;
    isWhole &&= part?.isWhole === true;
    const text = part?.text ?? '';
    room -= byteLength(text);
    parts.push(text);
  }
  return { text: parts.join(''), dropped, isWhole };
}

/** As much of a block as fits into `room` bytes; null when not even its head does. */
function fitting(block: Block, room: number): { readonly text: string; readonly isWhole: boolean } | null {
  const { head, rows, tail, omitted } = block;
  let used = byteLength(head) + byteLength(tail);
  if (used > room) return null;
  const kept: string[] = [];
  for (const row of rows) {
    const line = `${row}\n`;
    used += byteLength(line);
    kept.push(line);
    if (used > room) break;
  }
  if (used <= room) return { text: head + kept.join('') + tail, isWhole: true };

  // The note has its largest number of digits when all rows are left out.
  const note = byteLength(omitted(rows.length)) + 1;
  while (used + note > room) {
    const last = kept.pop();
    if (last === undefined) return null;
    used -= byteLength(last);
  }
  return { text: `${head}${kept.join('')}${omitted(rows.length - kept.length)}\n${tail}`, isWhole: false };
}
