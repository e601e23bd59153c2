import type { Check } from './check.ts';
import type { Fault, Finding, Origin } from './finding.ts';
import type { Location } from './location.ts';
import type { Notice } from './notice.ts';
import type { Severity } from './severity.ts';
import type { Subject } from './subject.ts';

export const VERDICTS = ['pass', 'fail', 'error'] as const;

/** `error`: something could not be verified. It outranks `fail`, and hides no finding. */
export type VerdictWord = (typeof VERDICTS)[number];

/** Something that could not be verified, told so that a user can act on it. */
export interface Problem {
  /** `usage`: what the user named is wrong (exit code 2). `verify`: a tool, the network or an image failed (exit code 3). */
  readonly kind: 'usage' | 'verify';
  /** Stable, such as `image-not-found`. */
  readonly code: string;
  readonly message: string;
  /** What to do next. */
  readonly advice: string;
}

/** One layer of the image, as far as a reader needs it to find the instruction behind a finding. */
export interface LayerFacts {
  /** SHA-256 of the uncompressed layer, with its `sha256:` prefix: findings name their layer by it. */
  readonly diffId: string;
  /** Bytes as stored (compressed or not). */
  readonly size: number;
  /** Null when the layer could not be matched to a Dockerfile. */
  readonly origin: Origin | null;
  /** What made it, without values that may be secret: `FROM node:24-slim`, `RUN npm`, `COPY`; '' when nothing says so. */
  readonly instruction: string;
  /** Of the instruction; for a layer of the base image its FROM. */
  readonly location: Location | null;
}

export interface SubjectVerdict {
  readonly subject: Subject;
  readonly verdict: VerdictWord;
  /** Null when the image could not be read, or none was named. */
  readonly image: {
    readonly reference: string;
    readonly imageId: string;
    readonly digest: string | null;
    readonly platform: string;
  } | null;
  /** Bottom first; empty when the image could not be read, or none was named. */
  readonly layers: readonly LayerFacts[];
  readonly os: { readonly family: string; readonly name: string; readonly endOfLife: boolean } | null;
  readonly packages: { readonly os: number; readonly language: number } | null;
  readonly checks: readonly Check[];
  /** Worst first; what gates before what does not. */
  readonly findings: readonly Finding[];
  /** What the baseline had and is gone; worst first. */
  readonly fixed: readonly Fault[];
  readonly errors: readonly Problem[];
}

/** What did the scanning, for the record. */
export interface ScannerFacts {
  readonly version: string;
  /** Where the executable came from, in words. */
  readonly source: string;
  /** Of the executable. */
  readonly sha256: string;
  readonly database: {
    /** RFC 3339; null when the database does not say. */
    readonly updatedAt: string | null;
    readonly source: string;
  } | null;
}

export interface Verdict {
  readonly verdict: VerdictWord;
  /** RFC 3339. */
  readonly startedAt: string;
  /** Errors of the run as a whole; a subject's own stand with the subject. */
  readonly errors: readonly Problem[];
  readonly scanner: ScannerFacts | null;
  readonly failOn: Severity;
  /** `new`: only what the change introduces gates. */
  readonly gate: 'all' | 'new';
  /** What was compared with; null: nothing. */
  readonly baseline: { readonly description: string; readonly commit: string | null } | null;
  readonly notices: readonly Notice[];
  readonly subjects: readonly SubjectVerdict[];
}
