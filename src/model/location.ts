/** Lines of a file of the repository: a POSIX path relative to the repository's root, lines counted from 1, both ends included. */
export interface Location {
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
}
