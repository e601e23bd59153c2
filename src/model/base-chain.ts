import type { Location } from './location.ts';

export const BASE_SOURCES = ['dockerfile', 'image', 'none'] as const;

/** One step of the way from a target stage down to the image that nothing stands below. */
export interface ResolvedBase {
  /** As FROM names it, variables expanded; as it is written when one of them has no value. */
  readonly reference: string;
  /** `dockerfile`: a Dockerfile of the repository builds it; `image`: its config was read; `none`: nothing is known of it. */
  readonly resolvedBy: (typeof BASE_SOURCES)[number];
  /** Of the repository, when that builds it; else null. */
  readonly dockerfile: string | null;
  /** Where this is known from, or why it is not known, in one sentence without a full stop. */
  readonly reason: string;
  /** The FROM that names it. */
  readonly from: Location;
}
