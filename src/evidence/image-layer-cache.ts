import type { Budget, Cost } from '../image/budget.ts';
import type { Capture, LayerEntry, LayerListing } from '../image/layer.ts';
import { readLayer, readPlainLayer } from '../image/layer.ts';
import type { PlacedBytes } from '../image/tar/file-reader.ts';

/** A layer that can be opened again and again. */
export interface OpenableLayer {
  /** Names these very bytes: what was read under it once is not read again. */
  readonly key: string;
  /** Null when the bytes have still to be compared with their digest. */
  readonly verified: string | null;
  readonly open: () => AsyncIterable<Uint8Array>;
  readonly openPlaced: () => Promise<PlacedBytes>;
}

interface Known {
  readonly listing: LayerListing;
  readonly cost: Cost;
}

/** Together they take some 300 MB at most; what goes beyond is read again for each image. */
const MOST_ENTRIES = 1_000_000;
const MOST_CONTENT = 64 * 1024 * 1024;

/** The layers that were read in one run, for the images that share them. */
export class LayerCache {
  readonly #known = new Map<string, Known>();
  #entries = 0;
  #content = 0;

  /** Reads a layer, unless it was read before and holds the content that is asked for. */
  async read(layer: OpenableLayer, capture: Capture, budget: Budget): Promise<LayerListing> {
    const { key } = layer;
    const known = this.#known.get(key);
    if (known?.listing.entries.every((entry) => !lacks(entry, capture)) === true) {
      budget.spendAgain(known.cost);
      return known.listing;
    }
    const before = budget.spent;
    // What other images asked for is kept too, so that they take turns without reading anew.
    const kept = new Set(known?.listing.entries.flatMap(({ path, content }) => (content === null ? [] : path)) ?? []);
    const both: Capture = (path, size) => {
      const wanted = capture(path, size);
      return kept.has(path) ? Math.max(wanted, Math.min(size, HEAD)) : wanted;
    };
    const listing = await read(layer, both, budget);
    const after = budget.spent;
    this.#keep(key, {
      listing,
      cost: {
        bytes: after.bytes - before.bytes,
        entries: after.entries - before.entries,
        names: after.names - before.names,
      },
    });
    return listing;
  }

  /** Forgets all: nobody will ask again. */
  clear(): void {
    this.#known.clear();
    this.#entries = 0;
    this.#content = 0;
  }

  #keep(key: string, known: Known): void {
    const old = this.#known.get(key);
    if (old !== undefined) {
      this.#known.delete(key);
      this.#entries -= old.listing.entries.length;
      this.#content -= contentOf(old.listing);
    }
    const content = contentOf(known.listing);
    const entries = known.listing.entries.length;
    if (this.#entries + entries > MOST_ENTRIES || this.#content + content > MOST_CONTENT) {
      return;
    }
    this.#entries += entries;
    this.#content += content;
    this.#known.set(key, known);
  }
}

/** What has its digest need not be read whole to know it. */
async function read(
  { verified, open, openPlaced }: OpenableLayer,
  capture: Capture,
  budget: Budget,
): Promise<LayerListing> {
  const plain = verified === null ? null : await readPlainLayer(await openPlaced(), capture, budget, verified);
  return plain ?? readLayer(open(), capture, budget, verified);
}

const HEAD = 64 * 1024;

/** Whether content is asked for that an entry does not hold. */
export function lacks({ kind, path, size, content }: LayerEntry, capture: Capture): boolean {
  const wanted = kind === 'file' ? Math.min(capture(path, size), size) : 0;
  return wanted > 0 && (content?.length ?? 0) < wanted;
}

function contentOf({ entries }: LayerListing): number {
  return entries.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
}
