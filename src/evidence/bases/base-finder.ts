import type { BaseConfig } from '../../dockerfile/base-config.ts';
import type { ImageReference } from '../../dockerfile/image-reference.ts';
import type { BaseBuild } from './base-build.ts';

/** An image that a FROM names. */
export interface WantedBase {
  /** As FROM names it, variables expanded. */
  readonly reference: string;
  /** The same in its parts. */
  readonly parsed: ImageReference;
  /** Like `linux/amd64`. */
  readonly platform: string;
}

export type FoundBase =
  | { readonly kind: 'build'; readonly build: BaseBuild }
  /** `reason`: where the config was read. */
  | { readonly kind: 'image'; readonly config: BaseConfig; readonly reason: string }
  /** Not here, and why that is worth saying. */
  | { readonly kind: 'none'; readonly reason: string };

/** One place to look for base images. Null: nothing there, and nothing to say about it. It never fails for what it finds. */
export type BaseFinder = (wanted: WantedBase) => Promise<FoundBase | null>;
