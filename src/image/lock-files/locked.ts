/** One package of a lock file. */
export interface Locked {
  /** As packages of this kind are compared: see the format. */
  readonly name: string;
  readonly version: string;
  /** The line that an update changes, counted from 1. */
  readonly line: number;
  /** Where npm puts it, like `node_modules/a/node_modules/b`; null for formats that do not say. */
  readonly folder: string | null;
}

/** A kind of lock file. */
export interface LockFormat {
  /** Type of the package URLs of its packages. */
  readonly type: 'npm' | 'pypi' | 'golang' | 'cargo';
  /** Of the file, without folders. */
  readonly name: RegExp;
  /** Where one package stands in two files, the line in the lower rank is meant. */
  readonly rank: number;
  /** In linear time; what is not understood is passed over. */
  readonly read: (text: string) => Iterable<Locked>;
}

/** Longer ones are no lines of a lock file. */
const LONGEST = 10_000;

/** The lines of a text with their numbers; '' for lines that are too long to be of use. */
export function* numberedLines(text: string): Generator<readonly [line: string, number: number]> {
  let number = 0;
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    number += 1;
    yield [end - start > LONGEST ? '' : text.slice(start, end), number];
    start = end + 1;
  }
}
