const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** What stands around the runs of a SARIF 2.1.0 file: one line, as nobody reads it and GitHub counts its bytes. */
const HEAD = `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[`;
const TAIL = ']}\n';

/** What a file takes besides its runs and the commas between them. */
export const FRAME_BYTES: number = HEAD.length + TAIL.length;

/** The pieces of a file with these runs, each given as the pieces of its JSON. */
export function* toFile(runs: Iterable<Iterable<string>>): Generator<string> {
  let isFirst = true;
  yield HEAD;
  for (const run of runs) {
    if (!isFirst) yield ',';
    isFirst = false;
    yield* run;
  }
  yield TAIL;
}
