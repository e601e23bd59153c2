import type { Location } from '../model/location.ts';
import type { Step } from './command.ts';
import type { Platform } from './platform.ts';
import type { ParsedStage } from './read.ts';

/** A stage, or an image that a stage copies from or mounts, as a part of the build. */
export interface StageNode {
  /** Numbers stages first, then images in the order in which they are met: what `COPY --from=<number>` counts. */
  readonly position: number;
  /** Null for an image that is only copied from or mounted. */
  readonly stage: ParsedStage | null;
  readonly location: Location;
  /** What FROM or `from=` names, as written. */
  readonly written: string;
  /** The same with variables expanded; null when a variable has no value. */
  readonly base: string | null;
  /** The stage that it starts from, if it is one. */
  readonly parent: StageNode | null;
  /** Of `FROM --platform`. */
  readonly platform: Platform | null;
  /** What runs in it: first the instructions that its base left for it, then its own. */
  steps: readonly BoundStep[];
  readonly sources: Set<StageNode>;
}

/** An instruction in the stage where it runs. */
export interface BoundStep {
  readonly step: Step;
  /** For COPY the stage or image of `--from`, for RUN those of its mounts in their order. */
  readonly sources: readonly StageNode[];
  /** Whether a base left it behind with ONBUILD. */
  readonly triggered: boolean;
  /** The line that an error is told for. */
  readonly line: number;
}
