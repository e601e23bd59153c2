import type { FindingKind, Origin } from './finding.ts';
import type { Location } from './location.ts';

/** Where waivers are written. */
export const WAIVER_SOURCES = ['policy', 'trivyignore', 'openvex'] as const;
export type WaiverSource = (typeof WAIVER_SOURCES)[number];

/** An accepted finding: who accepted what, why, and until when. Each condition that is given must hold. */
export interface Waiver {
  /** Ids or aliases of rules, advisories, secrets or licences; any of them is meant. */
  readonly ids: readonly string[];
  /** Globs of subject names, or package URLs of images (`pkg:oci/…`); empty: any subject. */
  readonly images: readonly string[];
  /** Package URLs, with or without version; empty: any package, and findings that are about none. */
  readonly packages: readonly string[];
  /** Globs of paths in the image or in the repository, without a leading slash; empty: any place. */
  readonly paths: readonly string[];
  /** What its file says it is about, where the file tells kinds apart; not given: any kind. */
  readonly kinds?: readonly FindingKind[];
  /** What a later statement of the same document takes back. */
  readonly unless?: readonly WaiverScope[];
  /** Null: any origin. */
  readonly origin: Origin | null;
  readonly reason: string;
  readonly owner: string | null;
  /** The last day on which it counts, `YYYY-MM-DD`, in UTC; null only where its file knows no term. */
  readonly expires: string | null;
  readonly source: WaiverSource;
  readonly location: Location;
}

/** What is meant by some ids: each condition that is given must hold, as in a waiver. */
export type WaiverScope = Pick<Waiver, 'ids' | 'images' | 'packages'>;
