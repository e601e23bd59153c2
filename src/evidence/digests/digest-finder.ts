import type { ImageReference } from '../../dockerfile/image-reference.ts';

/** What a name of an image stands for at the moment: `source` says who says so, without a full stop. */
export type FoundDigest = { readonly digest: string; readonly source: string } | { readonly reason: string };

/** One place to ask for digests. Null: nothing is known there. It never fails for what it finds. */
export type DigestFinder = (wanted: ImageReference) => Promise<FoundDigest | null>;

/** Only this kind is used by registries in practice, and every engine takes it. */
export const DIGEST = /^sha256:[0-9a-f]{64}$/;
