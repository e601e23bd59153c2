import type { Location } from './location.ts';
import type { Severity } from './severity.ts';
import type { TextEdit } from './text-edit.ts';
import type { Waiver } from './waiver.ts';

export const FINDING_KINDS = ['rule', 'advisory', 'secret', 'license'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Where the fault comes from: the base image, a build instruction, the application, or the image's config. */
export type Origin = 'base' | 'build' | 'app' | 'config';

/** Why a finding gates or does not. Only `fail` gates. */
export const FINDING_STATUSES = [
  'fail',
  /** It cannot be told whether the change introduces it, and the policy lets that pass. */
  'unknown',
  'grace',
  'baseline',
  'waived',
  'unfixed',
  'below-threshold',
] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** A fault before it is judged. */
export interface Fault {
  /** Rule id or advisory id. */
  readonly id: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly fix: string;
  readonly location: Location | null;
  readonly related: readonly { readonly location: Location; readonly message: string }[];
  /** The place in the image; null for a fault that only the Dockerfile shows. */
  readonly image: ImagePlace | null;
  /** Null when it is not known. */
  readonly origin: Origin | null;
  readonly aliases: readonly string[];
  readonly url: string | null;
  readonly fingerprint: string;
  /** How many credentials of one kind one file holds: their lines are no part of the fingerprint. Not given: one. */
  readonly times?: number;
  /** False for an advisory that no version fixes yet. */
  readonly fixable: boolean;
  /** When the advisory was published, RFC 3339; null when nobody says, and for all else. */
  readonly published: string | null;
  /** Like `CWE-79`. */
  readonly cwes: readonly string[];
  /** A change of the repository's files that removes the fault; empty when a program cannot know one. */
  readonly edits: readonly TextEdit[];
}

export interface ImagePlace {
  /** Diff id. */
  readonly layer: string | null;
  readonly path: string | null;
  readonly package: string | null;
  readonly purl: string | null;
  readonly installed: string | null;
  readonly fixed: string | null;
}

/** A fault with its judgement. */
export interface Finding extends Fault {
  readonly status: FindingStatus;
  /** Why it has this status, in one sentence. */
  readonly reason: string;
  /** Against the baseline; null when there is none to compare with. */
  readonly change: 'new' | 'unchanged' | null;
  /** The one that accepts it, also when it would not have gated. */
  readonly waiver: Waiver | null;
  /** When its period of grace ends, RFC 3339: from then on it gates. Null when it is in none. */
  readonly deadline: string | null;
}
