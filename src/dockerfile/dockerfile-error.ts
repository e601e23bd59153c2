/** BuildKit would reject this file. The message is the reason without the file name; `line` counts from 1. */
export class DockerfileError extends Error {
  override readonly name = 'DockerfileError';
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** A reason to reject an instruction, before the line is known. Never leaves this folder. */
export class Rejection extends Error {
  override readonly name: string = 'Rejection';
}

/** A text made to cost more than any honest one; BuildKit has no such limit. */
export class Overload extends Rejection {}

/** Runs `work`; what it rejects is reported for `line`. */
export function atLine<T>(line: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Rejection ? new DockerfileError(error.message, line) : error;
  }
}
