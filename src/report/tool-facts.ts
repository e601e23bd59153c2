/** Who made a report. */
export interface ToolFacts {
  readonly name: 'image-gate';
  /** Semantic version, without a leading `v`. */
  readonly version: string;
  /** Where a reader learns more; an https address. */
  readonly informationUri: string;
}
