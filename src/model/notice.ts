import type { Location } from './location.ts';

export const NOTICE_KINDS = [
  /** A waiver that no longer counts. */
  'waiver-expired',
  /** A waiver that ends within 14 days. */
  'waiver-expiring',
  /** A waiver that matches nothing. */
  'waiver-unused',
  /** What a change asked for and does not get. */
  'ignored-on-pull-request',
  /** Why new findings could not be told from old ones. */
  'no-baseline',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Something about the judging itself that a reader should know. It decides nothing. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly message: string;
  readonly location: Location | null;
}
