import type { LayerListing } from './layer.ts';

/** An image as its container of whatever kind holds it, read but not yet compared with what its config says. */
export interface StoredImage {
  readonly config: Uint8Array;
  /** Of the manifest, where there is one. */
  readonly digest: string | null;
  /** Bottom first. */
  readonly layers: readonly LayerListing[];
  /** Full names with tags, as far as the container gives them. */
  readonly names: readonly string[];
}
