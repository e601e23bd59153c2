import type { ResolvedBase } from '../../model/base-chain.ts';
import type { EffectiveConfig } from '../../model/dockerfile.ts';

/** What one Dockerfile or image says about itself, and where each value comes from. */
export interface Explained {
  /** Relative to the working directory; null for an image alone. */
  readonly dockerfile: string | null;
  readonly image: { readonly reference: string; readonly imageId: string } | null;
  /** Like `linux/amd64`. */
  readonly platform: string;
  /** The name of the stage, else its number; null for an image alone. */
  readonly target: string | null;
  readonly stages: readonly ExplainedStage[];
  /** The way down from the target, nearest first. */
  readonly bases: readonly ResolvedBase[];
  readonly config: EffectiveConfig;
}

export interface ExplainedStage {
  readonly name: string | null;
  /** What FROM names, as written. */
  readonly from: string;
  /** The same with its variables expanded; null when one has no value. */
  readonly base: string | null;
  readonly line: number;
}

/** What cannot be explained, and why. */
export interface Unexplained {
  readonly dockerfile: string | null;
  readonly image: string | null;
  /** `line` of the Dockerfile that BuildKit would reject; null when it is not about a line. */
  readonly error: { readonly line: number | null; readonly message: string };
}

export type Explanation = Explained | Unexplained;

/** The settings in the order in which they are shown. */
export const SETTINGS = [
  'user',
  'exposedPorts',
  'healthcheck',
  'entrypoint',
  'cmd',
  'env',
  'workingDir',
  'labels',
  'volumes',
  'stopSignal',
  'shell',
] as const satisfies readonly (keyof EffectiveConfig)[];
