import type { Location } from './location.ts';
import type { Severity } from './severity.ts';

export const FINDING_KINDS = ['rule', 'advisory', 'secret', 'license'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Where the fault comes from: the base image, a build instruction, the application, or the image's config. */
export type Origin = 'base' | 'build' | 'app' | 'config';

/** Why a finding gates or does not. Only `fail` gates. */
export const FINDING_STATUSES = ['fail', 'unfixed', 'below-threshold'] as const;
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
  /** False for an advisory that no version fixes yet. */
  readonly fixable: boolean;
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
}
