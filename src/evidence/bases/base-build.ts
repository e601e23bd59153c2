/** A Dockerfile of the repository that builds a base image, and how. */
export interface BaseBuild {
  /** Relative to the working directory, with slashes. */
  readonly dockerfile: string;
  /** Null: the last stage. */
  readonly target: string | null;
  /** Every set of build arguments that it may be built with: at least one. Only what all of them agree on is known. */
  readonly variants: readonly BuildVariant[];
  /** What says so, for people: `bases in .github/image-gate.yml:3`. */
  readonly says: string;
  /** The policy says so: what is wrong with it is the user's to correct. Else it was found in build files. */
  readonly certain: boolean;
}

export interface BuildVariant {
  readonly args: Readonly<Record<string, string>>;
  /** A value stands in for one that is not known, and the build may refuse it where it would not refuse the real one. */
  readonly optional: boolean;
}

/** One set of arguments, all of them known. */
export function exactly(args: Readonly<Record<string, string>>): readonly BuildVariant[] {
  return [{ args, optional: false }];
}

/**
 * Stands in for arguments whose values are not known: two different texts that are valid nearly everywhere (names,
 * numbers, ports, tags), and nothing at all. What differs between them depends on the argument.
 */
export function withUnknown(
  args: Readonly<Record<string, string>>,
  unknown: readonly string[],
): readonly BuildVariant[] {
  if (unknown.length === 0) return exactly(args);
  const filled = (value: string): Readonly<Record<string, string>> => ({
    ...args,
    ...Object.fromEntries(unknown.map((name) => [name, value])),
  });
  return [
    { args: filled('1'), optional: false },
    { args: filled('2'), optional: false },
    { args: filled(''), optional: true },
  ];
}
