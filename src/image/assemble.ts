import { posix } from 'node:path';
import { VerifyError } from '../model/failure.ts';
import type { ImageEvidence } from '../model/image.ts';
import { type DecodedConfig, decodeConfig } from './config.ts';
import { damaged } from './damaged.ts';
import type { Capture, LayerListing } from './layer.ts';
import { IMAGE_LIMITS } from './limits.ts';
import { MergedTree } from './merged-tree.ts';
import { digestOf } from './meter.ts';
import { formatPlatform, matchesPlatform, type Platform } from './platform.ts';
import type { StoredImage } from './stored-image.ts';

/** The evidence, or the paths of files whose content is needed too because links lead to them. */
export type Assembled =
  | { readonly kind: 'complete'; readonly evidence: ImageEvidence }
  | { readonly kind: 'needs'; readonly paths: readonly string[] };

export interface AssembleOptions {
  readonly reference: string;
  /** Null: any. */
  readonly platform: Platform | null;
  /** Absolute paths. */
  readonly texts: readonly string[];
}

/** Compares what was read with what the config says and merges the layers. */
export function assemble(stored: StoredImage, options: AssembleOptions): Assembled {
  const decoded = decodeConfig(stored.config);
  checkPlatform(decoded.platform, options.platform);
  checkLayers(decoded, stored.layers);
  const tree = new MergedTree();
  for (const layer of stored.layers) {
    tree.apply(layer);
  }
  const texts: Record<string, string | null> = {};
  const needs: string[] = [];
  for (const path of options.texts) {
    const text = textOf(tree, path);
    if (typeof text === 'object' && text !== null) {
      needs.push(text.needs);
    } else {
      texts[path] = text;
    }
  }
  if (needs.length > 0) {
    return { kind: 'needs', paths: needs };
  }
  return { kind: 'complete', evidence: toEvidence(stored, decoded, options.reference, texts) };
}

/**
 * Which files to keep while reading for the first time: those asked for, and those of the same name elsewhere, since
 * that is where links lead (`/etc/os-release` to `/usr/lib/os-release`). It saves reading the image again.
 */
export function captureNames(texts: readonly string[]): Capture {
  const names = new Set(texts.map((path) => posix.basename(path)));
  return (path) => names.has(path.slice(path.lastIndexOf('/') + 1));
}

function textOf(tree: MergedTree, path: string): string | null | { readonly needs: string } {
  const node = tree.resolve(path);
  if (node === null || node.entry.kind !== 'file') {
    return null;
  }
  const { entry } = node;
  if (entry.size > IMAGE_LIMITS.text) {
    throw damaged(`${path} has ${entry.size} bytes, which no real one has`);
  }
  return entry.content === null ? { needs: entry.path } : entry.content.toString('utf8');
}

function checkPlatform(found: Platform, asked: Platform | null): void {
  if (asked !== null && !matchesPlatform(asked, found)) {
    throw new VerifyError(
      'platform-mismatch',
      `it is built for ${formatPlatform(found)}, not for ${formatPlatform(asked)}.`,
      'Build the image for the platform that is asked for, or ask for the one it has.',
    );
  }
}

function checkLayers({ diffIds }: DecodedConfig, layers: readonly LayerListing[]): void {
  if (diffIds.length !== layers.length) {
    throw damaged(`its config names ${diffIds.length} layers, but it has ${layers.length}`);
  }
  for (const [index, { diffId }] of layers.entries()) {
    if (diffId !== diffIds[index]) {
      const place = `layer ${index + 1} of ${layers.length}`;
      throw damaged(`${place} is not what its config says: expected ${diffIds[index]}, found ${diffId}`);
    }
  }
}

function toEvidence(
  stored: StoredImage,
  decoded: DecodedConfig,
  reference: string,
  texts: Readonly<Record<string, string | null>>,
): ImageEvidence {
  return {
    reference,
    imageId: digestOf(stored.config),
    digest: stored.digest,
    platform: formatPlatform(decoded.platform),
    config: decoded.config,
    history: decoded.history,
    layers: stored.layers.map(({ diffId, size }) => ({ diffId, size })),
    texts,
  };
}
