/** A place of the repository that builds a Dockerfile and tags the image. */
export interface BuildStep {
  /** Names that the image gets; UNKNOWN stands for each part that only the build knows. */
  readonly tags: readonly string[];
  /** Relative to the root of the repository. */
  readonly dockerfile: string;
  readonly target: string | null;
  readonly args: Readonly<Record<string, string>>;
  /** Arguments that are given, but not in the file. */
  readonly unknownArgs: readonly string[];
  /** For people: `compose.yaml:4`. */
  readonly place: string;
}

/** Stands for a part of a text that is not written in the file. No honest name has this character. */
export const UNKNOWN = '\0';

export function isKnown(text: string): boolean {
  return !text.includes(UNKNOWN);
}

/** Splits arguments into those with a value in the file and the others. Null is a value that is not there. */
export function splitArgs(given: Readonly<Record<string, string | null>>): Pick<BuildStep, 'args' | 'unknownArgs'> {
  const entries = Object.entries(given);
  const isPlain = (entry: [string, string | null]): entry is [string, string] => entry[1] !== null && isKnown(entry[1]);
  return {
    args: Object.fromEntries(entries.filter(isPlain)),
    unknownArgs: entries.filter((entry) => !isPlain(entry)).map(([name]) => name),
  };
}

/** Without `${…}` and `%{…}`. What is too long or too deep for that has more of them: all of it is UNKNOWN. */
export function withoutTemplates(text: string): string {
  const plain = text.replace(/[$%]\{[^{}]{0,200}\}/g, UNKNOWN);
  return /[$%]\{/.test(plain) ? UNKNOWN : plain;
}
