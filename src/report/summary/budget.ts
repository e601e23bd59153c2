/** A part of a document: a head and a tail that belong together, and rows between them that can be left out. */
export interface Block {
  readonly head: string;
  /** One line each; the most important first. */
  readonly rows: readonly string[];
  readonly tail: string;
  /** Says that `count` rows were left out. */
  readonly omitted: (count: number) => string;
}

const encoder = new TextEncoder();

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
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
  const everything = blocks.map((block) => assemble(block, block.rows.length, '')).join('') + footer.text;
  if (byteLength(everything) < limitBytes) return everything;

  // The note about blocks is longest when all of them are left out.
  let room = limitBytes - 1 - byteLength(footer.text) - byteLength(footer.omitted(blocks.length));
  if (room < 0) return '';
  let dropped = 0;
  const parts: string[] = [];
  for (const block of blocks) {
    const part = fitting(block, room);
    if (part === '') dropped += 1;
    room -= byteLength(part);
    parts.push(part);
  }
  return parts.join('') + (dropped > 0 ? footer.omitted(dropped) : '') + footer.text;
}

/** As much of a block as fits into `room` bytes; '' when not even its head does. */
function fitting(block: Block, room: number): string {
  const frame = byteLength(block.head) + byteLength(block.tail);
  const sizes = block.rows.map((row) => byteLength(row) + 1);
  const whole = sizes.reduce((sum, size) => sum + size, frame);
  if (whole <= room) return assemble(block, block.rows.length, '');

  // The note has its largest number of digits when all rows are left out.
  let used = frame + byteLength(block.omitted(block.rows.length)) + 1;
  if (used > room) return '';
  let kept = 0;
  for (const size of sizes) {
    if (used + size > room) break;
    used += size;
    kept += 1;
  }
  return assemble(block, kept, `${block.omitted(block.rows.length - kept)}\n`);
}

function assemble(block: Block, kept: number, note: string): string {
  const rows = block.rows.slice(0, kept).map((row) => `${row}\n`);
  return block.head + rows.join('') + note + block.tail;
}
