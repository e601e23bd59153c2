/**
 * Replaces a part of a text file of the repository. Lines and columns are counted from 1, columns in UTF-16 units; the end
 * is not included (SARIF 2.1.0, section 3.30). An edit that starts where it ends only inserts.
 */
export interface TextEdit {
  readonly file: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}
