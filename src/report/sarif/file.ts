import type { Log, Run } from 'sarif';
import { stringify } from '../json/stringify.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** Runs as the text of a SARIF 2.1.0 file: one line, as nobody reads it and GitHub counts its bytes. */
export function toFile(runs: Run[]): string {
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs };
  return `${stringify(log, 0)}\n`;
}
