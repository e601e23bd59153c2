import { damaged } from '../damaged.ts';

/** Extended header records (POSIX pax: `<length> <key>=<value>\n`). Values are raw: capabilities are binary. */
export type PaxRecords = ReadonlyMap<string, Buffer>;

/** The oldest form of sparse files repeats these two keys for each piece; Go puts them together as the next form has it. */
const SPARSE_PAIR = ['GNU.sparse.offset', 'GNU.sparse.numbytes'];

export const NO_RECORDS: PaxRecords = new Map();

/** Decodes records as strictly as Go's archive/tar: a lenient reader would see other files than the engine unpacks. */
export function decodePax(bytes: Buffer): PaxRecords {
  const records = new Map<string, Buffer>();
  const sparse: string[] = [];
  let rest = bytes;
  while (rest.length > 0) {
    const space = rest.indexOf(0x20);
    const digits = space === -1 ? '' : rest.toString('latin1', 0, space);
    const length = /^[0-9]{1,9}$/.test(digits) ? Number(digits) : 0;
    if (length <= space + 1 || length > rest.length || rest[length - 1] !== 0x0a) {
      throw damaged('a tar archive holds a malformed extended header');
    }
    const record = rest.subarray(space + 1, length - 1);
    const equals = record.indexOf(0x3d);
    if (equals <= 0) {
      throw damaged('a tar archive holds a malformed extended header');
    }
    const key = record.toString('utf8', 0, equals);
    const value = record.subarray(equals + 1);
    const place = SPARSE_PAIR.indexOf(key);
    if (place === -1) {
      records.set(key, value);
    } else if (place === sparse.length % 2 && !value.includes(0x2c)) {
      sparse.push(value.toString('latin1'));
    } else {
      throw damaged('a tar archive holds a sparse file with a malformed map');
    }
    rest = rest.subarray(length);
  }
  if (sparse.length > 0) {
    records.set('GNU.sparse.map', Buffer.from(sparse.join(',')));
  }
  return records;
}

/** A text record; undefined when it is absent or empty, which both mean "take the header's own". */
export function paxText(records: PaxRecords, key: string): string | undefined {
  const value = records.get(key);
  if (value === undefined || value.length === 0) {
    return undefined;
  }
  if (value.includes(0)) {
    throw damaged(`a tar archive holds an extended header with a NUL in its ${key}`);
  }
  return value.toString('utf8');
}

/** A decimal record, with the same rule for absent and empty ones. */
export function paxNumber(records: PaxRecords, key: string): number | undefined {
  const value = paxText(records, key);
  if (value === undefined) {
    return undefined;
  }
  const number = /^[0-9]{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(number)) {
    throw damaged(`a tar archive holds an extended header with a wrong ${key}`);
  }
  return number;
}
