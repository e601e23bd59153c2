import type { Location } from './location.ts';

/**
 * A value and the place that set it. `known: false`: something this evaluation could not see (an unresolved base
 * image, a variable nobody sets) may change it, so a rule must not take it for the truth.
 * `from` is null when the builder itself supplied the value, or when nothing sets it.
 */
export interface Sourced<T> {
  readonly value: T;
  readonly known: boolean;
  readonly from: Location | null;
}

/** An accumulating setting (ENV, EXPOSE, VOLUME, LABEL). `complete: false`: an unresolved base could have more entries. */
export interface SourcedList<T> {
  readonly entries: readonly Sourced<T>[];
  readonly complete: boolean;
}

/** A health check as image configs store it: `['NONE']`, `['CMD', …]` or `['CMD-SHELL', text]`; durations in nanoseconds, 0 = default. */
export interface Healthcheck {
  readonly test: readonly string[];
  readonly interval: number;
  readonly timeout: number;
  readonly startPeriod: number;
  readonly startInterval: number;
  readonly retries: number;
}

/**
 * What a stage's image will say about itself, computed as BuildKit computes it
 * (frontend/dockerfile/dockerfile2llb/convert.go). Unresolved bases count as empty and are marked by `known` and `complete`.
 */
export interface EffectiveConfig {
  /** `null`: no USER anywhere, which runs as root unless an unresolved base says otherwise. */
  readonly user: Sourced<string | null>;
  /** Entries like `3000/tcp`, sorted, ranges expanded. */
  readonly exposedPorts: SourcedList<string>;
  readonly healthcheck: Sourced<Healthcheck | null>;
  readonly entrypoint: Sourced<readonly string[] | null>;
  readonly cmd: Sourced<readonly string[] | null>;
  /** Entries `NAME=value`, in the order of the image config. */
  readonly env: SourcedList<string>;
  readonly workingDir: Sourced<string | null>;
  /** Entries `key=value`, in the order in which they were set first. */
  readonly labels: SourcedList<string>;
  readonly volumes: SourcedList<string>;
  readonly stopSignal: Sourced<string | null>;
  readonly shell: Sourced<readonly string[] | null>;
}

/** One instruction as written, with its lines in the file. */
export interface Instruction {
  /** Upper case, e.g. `RUN`. */
  readonly keyword: string;
  /** All that follows the keyword (and its flags), continuation lines joined, comments removed; heredoc bodies are kept apart. */
  readonly text: string;
  /** `--from=build` is `{name: 'from', value: 'build'}`; a bare `--link` has the value `''`. */
  readonly flags: readonly { readonly name: string; readonly value: string }[];
  /** The words of a JSON form, or null for the shell form and for instructions that know no JSON form. */
  readonly json: readonly string[] | null;
  readonly heredocs: readonly Heredoc[];
  readonly location: Location;
}

export interface Heredoc {
  readonly name: string;
  /** A quoted delimiter switches expansion off. */
  readonly expand: boolean;
  /** With `<<-`, leading tabs are already removed. */
  readonly content: string;
}

export interface Stage {
  readonly index: number;
  /** The name after `AS`, lower case; null for an unnamed stage. */
  readonly name: string | null;
  /** What FROM names, as written. */
  readonly from: string;
  /** What FROM names with its variables expanded; null when a variable has no value. */
  readonly base: string | null;
  /** The index of the earlier stage that FROM names, else null: an image, or `scratch`. */
  readonly parent: number | null;
  readonly platform: string | null;
  /** The stage's instructions after FROM, in the order of the file. */
  readonly instructions: readonly Instruction[];
  readonly location: Location;
}

/** An image that the build of the target fetches from outside this file. */
export interface PulledImage {
  /** Variables expanded; null when one of them has no value. */
  readonly reference: string | null;
  readonly written: string;
  /** `syntax` is the frontend image of the `# syntax=` directive: it executes the build. */
  readonly via: 'from' | 'copy' | 'mount' | 'syntax';
  /** The stage that needs it; null for `syntax`. */
  readonly stage: number | null;
  readonly location: Location;
  /** The Dockerfile of this repository that builds it; left out when none is known to. */
  readonly builtBy?: string;
}

/** One `NAME=value` of an ENV or ARG instruction. */
export interface Assignment {
  readonly kind: 'env' | 'arg';
  readonly name: string;
  /** Expanded; null for an ARG without a default, or when a variable in it has no value that is known. */
  readonly value: string | null;
  /** Null for an ARG before the first FROM. */
  readonly stage: number | null;
  readonly location: Location;
}

/** All that is known of one Dockerfile, for one target stage. */
export interface DockerfileEvidence {
  readonly file: string;
  readonly stages: readonly Stage[];
  /** Index of the stage that is judged. */
  readonly target: number;
  /** Indexes of the stages that a build of the target runs, in ascending order. */
  readonly reachable: readonly number[];
  readonly pulledImages: readonly PulledImage[];
  /** The last image of the target's FROM chain: what the final image is built upon. */
  readonly base: PulledImage | null;
  /**
   * The Dockerfiles of this repository that build what the final image is built upon, the lowest first; left out when
   * nobody looked for them. The `base` of the lowest is built elsewhere.
   */
  readonly bases?: readonly DockerfileEvidence[];
  /** ENV and ARG assignments of every reachable stage, in the order of the file; ONBUILD ones are not included. */
  readonly assignments: readonly Assignment[];
  readonly config: EffectiveConfig;
}
