/** One tar header and what follows it, every field free to be wrong. */
export interface RawEntry {
  readonly name: string;
  /** Type flag; a regular file when not given. */
  readonly flag?: string;
  readonly content?: string | Buffer;
  /** What the header states, when it is not the content's size. */
  readonly size?: number;
  readonly link?: string;
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly magic?: string;
  /** Field at 345 of the POSIX form. */
  readonly prefix?: string;
  readonly checksum?: number;
  /** Overwrites bytes of the finished header before the checksum is taken. */
  readonly patch?: (header: Buffer) => void;
}

/** One entry as bytes: header, content, padding. */
export function rawEntry(entry: RawEntry): Buffer {
  const content = Buffer.from(entry.content ?? '');
  const header = Buffer.alloc(512);
  header.write(entry.name, 0, 100);
  header.write(octal(entry.mode ?? 0o644, 7), 100);
  header.write(octal(entry.uid ?? 0, 7), 108);
  header.write(octal(entry.gid ?? 0, 7), 116);
  header.write(octal(entry.size ?? content.length, 11), 124);
  header.write(octal(0, 11), 136);
  header.write(entry.flag ?? '0', 156, 1, 'latin1');
  header.write(entry.link ?? '', 157, 100);
  header.write(entry.magic ?? 'ustar\u000000', 257, 'latin1');
  header.write(entry.prefix ?? '', 345, 155);
  entry.patch?.(header);
  header.fill(' ', 148, 156);
  const sum = entry.checksum ?? header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)}\0 `, 148);
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

/** A whole archive, with its end marker. */
export function rawTar(...entries: readonly (RawEntry | Buffer)[]): Buffer {
  return Buffer.concat([...entries.map((entry) => (Buffer.isBuffer(entry) ? entry : rawEntry(entry))), END]);
}

/** The two zero blocks that end an archive. */
export const END = Buffer.alloc(1024);

/** A pax extended header with these records. */
export function pax(records: Readonly<Record<string, string>>, flag: 'x' | 'g' = 'x'): RawEntry {
  return { name: 'PaxHeaders/0', flag, content: Object.entries(records).map(paxRecord).join('') };
}

function paxRecord([key, value]: readonly [string, string]): string {
  const rest = ` ${key}=${value}\n`;
  const bytes = Buffer.byteLength(rest);
  const guess = bytes + String(bytes).length;
  return `${bytes + String(guess).length}${rest}`;
}

function octal(value: number, width: number): string {
  return value.toString(8).padStart(width, '0');
}
