import type { Location } from './location.ts';
import type { Severity } from './severity.ts';

export const ANSWERS = ['pass', 'fail', 'unknown', 'not-applicable'] as const;

/** `unknown`: the evidence does not decide. It is never a quiet pass. */
export type Answer = (typeof ANSWERS)[number];

/** One thing that is wrong, at one place. */
export interface Violation {
  readonly message: string;
  readonly fix: string;
  /** Null when the subject has no Dockerfile in the repository. */
  readonly location: Location | null;
  readonly related: readonly { readonly location: Location; readonly message: string }[];
  /**
   * Tells several violations of one rule on one subject apart, such as `env:API_TOKEN`; '' where there can be one only.
   * It takes the place of a path in the image in the fingerprint: no lines, no versions, no values.
   */
  readonly place: string;
  /** Overrides the rule's own severity, for example for a proven credential value. */
  readonly severity: Severity | null;
}

/** One rule on one subject. */
export interface Check {
  readonly rule: string;
  readonly title: string;
  readonly answer: Answer;
  /** The worst that this check could report or reports. */
  readonly severity: Severity;
  /** Why the answer is what it is, in one sentence. */
  readonly reason: string;
  /** Not empty exactly when the answer is `fail`. */
  readonly violations: readonly Violation[];
}
