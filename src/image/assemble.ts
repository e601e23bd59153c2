import { VerifyError } from '../model/failure.ts';
import type { ImageEvidence } from '../model/image.ts';
import type { ImageFiles } from '../model/image-files.ts';
import type { Wanted } from './capture.ts';
import { type DecodedConfig, decodeConfig } from './config.ts';
import { damaged } from './damaged.ts';
import type { LayerListing } from './layer.ts';
import { IMAGE_LIMITS } from './limits.ts';
import { listFiles } from './list-files.ts';
import { MergedTree } from './merged-tree.ts';
import { digestOf } from './meter.ts';
import { formatPlatform, matchesPlatform, type Platform } from './platform.ts';
import type { StoredImage } from './stored-image.ts';

/** The evidence, or the paths of files whose content is needed too because links lead to them. */
export type Assembled =
  | {
      readonly kind: 'complete';
      readonly evidence: ImageEvidence;
      /** Files that were asked for and not looked into, because all of them together are too large. */
      readonly skipped: number;
    }
  | { readonly kind: 'needs'; readonly paths: readonly string[] };

export interface AssembleOptions extends Wanted {
  readonly reference: string;
  /** Null: any. */
  readonly platform: Platform | null;
}

/**
 * Compares what was read with what the config says and merges the layers.
 * @param isLast what is missing now is not asked for again: texts are refused, beginnings of files left out
 */
export function assemble(stored: StoredImage, options: AssembleOptions, isLast: boolean): Assembled {
  const decoded = decodeConfig(stored.config);
  checkPlatform(decoded.platform, options.platform);
  checkLayers(decoded, stored.layers);
  const tree = new MergedTree();
  for (const layer of stored.layers) {
    tree.apply(layer);
  }
  const { texts, needs } = textsOf(tree, options.texts);
  const wants = (path: string): boolean => options.heads(path, decoded.config);
  const listed = options.files ? listFiles(tree, decoded.diffIds, wants) : null;
  const missing = listed?.missing ?? [];
  if (needs.length > 0 && isLast) {
    throw damaged('its text files take more room than any real ones');
  }
  if (needs.length + missing.length > 0 && !isLast) {
    return { kind: 'needs', paths: [...needs, ...missing] };
  }
  return {
    kind: 'complete',
    evidence: toEvidence(stored, decoded, options.reference, texts, listed?.files ?? null),
    skipped: (listed?.skipped ?? 0) + missing.length,
  };
}

function textsOf(
  tree: MergedTree,
  paths: readonly string[],
): { readonly texts: Readonly<Record<string, string | null>>; readonly needs: readonly string[] } {
  const texts: Record<string, string | null> = {};
  const needs: string[] = [];
  for (const path of paths) {
    const text = textOf(tree, path);
    if (typeof text === 'object' && text !== null) {
      needs.push(text.needs);
    } else {
      texts[path] = text;
    }
  }
  return { texts, needs };
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
  const isWhole = entry.content !== null && entry.content.length === entry.size;
  return isWhole ? entry.content.toString('utf8') : { needs: entry.path };
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
  files: ImageFiles | null,
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
    files,
  };
}
