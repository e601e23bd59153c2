import { DockerfileError } from './dockerfile-error.ts';

/** BuildKit's scanner refuses longer lines (Go's `bufio.MaxScanTokenSize`), the line end included. */
const MAX_LINE_BYTES = 65536;

/**
 * The text of a Dockerfile without its byte-order mark. Bytes that are not UTF-8 (a Latin-1 comment) become U+FFFD one
 * by one, as they do in Go. Throws DockerfileError for an empty or a binary file.
 */
export function decodeSource(source: string | Uint8Array): string {
  const text = typeof source === 'string' ? source : decode(source);
  if (text.length === 0) throw new DockerfileError('the file is empty', 1);
  const zero = text.indexOf('\0');
  if (zero >= 0) {
    throw new DockerfileError('the file is binary, not a Dockerfile (it has a zero byte)', lineOf(text, zero));
  }
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeDamaged(bytes);
  }
}

function decodeDamaged(bytes: Uint8Array): string {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = sequenceLength(bytes[at] ?? 0);
    try {
      parts.push(strict.decode(bytes.subarray(at, at + size)));
      at += size;
    } catch {
      parts.push('\uFFFD');
      at += 1;
    }
  }
  return parts.join('');
}

function sequenceLength(lead: number): number {
  if (lead < 0xc0) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Reads physical lines one after the other, each with its line end. */
export class LineReader {
  readonly #text: string;
  #offset = 0;
  /** Lines read so far: the number of the last one. */
  line = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Null at the end. Throws DockerfileError for a line that is too long. */
  next(): string | null {
    if (this.#offset >= this.#text.length) return null;
    const end = this.#text.indexOf('\n', this.#offset);
    const line = this.#text.slice(this.#offset, end < 0 ? undefined : end + 1);
    this.#offset += line.length;
    this.line += 1;
    if (isTooLong(line, end >= 0)) {
      throw new DockerfileError(`a line is longer than the ${MAX_LINE_BYTES - 1} bytes that BuildKit reads`, this.line);
    }
    return line;
  }
}

function isTooLong(line: string, ended: boolean): boolean {
  if (line.length * 3 < MAX_LINE_BYTES) return false;
  if (line.length > MAX_LINE_BYTES) return true;
  const size = new TextEncoder().encode(line).length;
  return ended ? size > MAX_LINE_BYTES : size >= MAX_LINE_BYTES;
}
