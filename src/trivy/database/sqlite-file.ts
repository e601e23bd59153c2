const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;

/**
 * Whether the file of the Java database is whole. The database is an SQLite file (sqlite.org/fileformat.html, 1.3): its
 * header says how large a page is and how many there are.
 *
 * @param head the first bytes of the file, at least 100 of a longer one
 * @param size of the whole file in bytes
 * @returns what is wrong with it, or null
 */
export function sqliteFault(head: Uint8Array, size: number): string | null {
  if (head.byteLength < HEADER_BYTES || new TextDecoder('latin1').decode(head.subarray(0, 16)) !== MAGIC) {
    return 'it is not an SQLite file';
  }
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const pageField = view.getUint16(16);
  const pageSize = pageField === 1 ? 65_536 : pageField;
  const wanted = pageSize * view.getUint32(28);
  // The number of pages counts only when it was written with the last change.
  const isCounted = view.getUint32(24) === view.getUint32(92) && wanted > 0;
  if (isCounted && size < wanted) {
    return `it has ${size} of ${wanted} bytes`;
  }
  return pageSize < 512 || size % pageSize !== 0 ? 'it does not end with a whole page' : null;
}
