/**
 * What a shell script runs, as far as its text tells: every simple command, whatever it stands in (lists, pipelines, loops,
 * functions, substitutions, the script of `sh -c`). That a command is listed does not say that it runs every time.
 */
export interface ShellScript {
  /** In the order of the text; what the substitutions in a command run comes before it, what its own words start after it. */
  readonly commands: readonly ShellCommand[];
  readonly pipes: readonly ShellPipe[];
  /** Variables that the script itself sets: the one value that it gives, or null when that hangs on something. */
  readonly assigned: ReadonlyMap<string, string | null>;
  /** False when a part could not be read (bad syntax, too large, too deep): it may run more than what is listed. */
  readonly complete: boolean;
}

/** Text on its way from commands to others: `|`, and what substitutions (`$(…)`, `<(…)`, `>(…)`) carry. */
export interface ShellPipe {
  /** Indexes of the commands whose standard output goes in. */
  readonly writers: readonly number[];
}

export interface ShellCommand {
  /** Its position in `commands`. */
  readonly index: number;
  /** As written. */
  readonly text: string;
  /** Commands that only run this one, outermost first, such as `sudo` and `env`. */
  readonly wrappers: readonly string[];
  /** The program without its folder; null when an expansion decides, or when only variables are set. */
  readonly name: string | null;
  /** The program and its arguments, without wrappers. */
  readonly words: readonly ShellWord[];
  /** Variables set before the command, by `env` and `sudo`, or by it (`export`). */
  readonly assignments: readonly ShellAssignment[];
  readonly redirects: readonly ShellRedirect[];
  /** Index of the pipe that it reads from, or null: inherited from outside, or a file. */
  readonly stdin: number | null;
  /** Index of the pipe that it writes to, or null. */
  readonly stdout: number | null;
  /** 0 for commands of the script itself, more for what stands in substitutions and in scripts given as words. */
  readonly level: number;
}

export interface ShellWord {
  /** Without its quotes; expansions stand as they are written. */
  readonly shown: string;
  /** What the command gets; null where an expansion decides. */
  readonly value: string | null;
  /** The parts of a word that has expansions; null for one that has none. */
  readonly pieces: readonly ShellPiece[] | null;
  /** Indexes of the pipes whose text becomes a part of the word, or the file that it names. */
  readonly feeds: readonly number[];
}

/** `opaque`: a value that only the running shell knows. */
export type ShellPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'opaque'; readonly text: string };

export interface ShellAssignment {
  readonly name: string;
  /** Null for an array. */
  readonly value: ShellWord | null;
}

export interface ShellRedirect {
  /** Such as `>`, `<`, `>&`, `<<`, `<<<`. */
  readonly operator: string;
  /** The number before the operator; null when there is none. */
  readonly descriptor: number | null;
  /** Null for a heredoc. */
  readonly target: ShellWord | null;
  /** Of a heredoc; null otherwise. */
  readonly body: string | null;
  /** Whether the operator stands right behind a word: `a>b`. */
  readonly glued: boolean;
}

/** Bounds for hostile input; real scripts stay far below them. Counts down over all scripts of one Dockerfile. */
export class ShellBudget {
  /** Characters to read, those of nested scripts once more for each level. */
  characters = 2 * 1024 * 1024;
  commands = 100_000;
}
