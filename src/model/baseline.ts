import type { Fault } from './finding.ts';

/** What was wrong before the change, judged with the same rules, policy, database and moment. */
export interface Baseline {
  /** In words, such as `commit 1a2b3c4 of main`. */
  readonly description: string;
  /** 40 or 64 hex digits; null when it is no commit. */
  readonly commit: string | null;
  /** By `subjectKey`. A subject that is not here has no baseline. */
  readonly subjects: ReadonlyMap<string, SubjectBaseline>;
}

export type SubjectBaseline =
  /** The baseline has no such subject: all that is wrong with it is new. */
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'known';
      readonly faults: readonly Fault[];
      /** What the faults come from. A fault that is not among them is new only where the same was looked at. */
      readonly covers: { readonly dockerfile: boolean; readonly image: boolean };
      /** Why it covers no more, as a part of a sentence. */
      readonly gap?: string;
    }
  /** The reason is a part of a sentence, such as `no run of main stored evidence of this image`. */
  | { readonly kind: 'unavailable'; readonly reason: string };
