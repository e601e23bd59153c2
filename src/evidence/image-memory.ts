import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Files, Host } from '../host/ports.ts';
import { decodeConfig } from '../image/config.ts';
import type { LayerEntry, LayerListing } from '../image/layer.ts';
import { IMAGE_LIMITS } from '../image/limits.ts';
import { digestOf } from '../image/meter.ts';
import type { StoredImage } from '../image/stored-image.ts';
import { decodeListing, encodeListing, type MayStore } from '../image/stored-listing.ts';
import { errorMessage } from '../model/error-code.ts';
import { MemoryUse } from './image-memory-use.ts';

export interface MemoryOptions {
  /** A folder that outlives the run. */
  readonly folder: string;
  /** What of the files of an image may be written there: no credentials. */
  readonly mayStore: MayStore;
}

export interface RememberedImage {
  readonly config: Uint8Array;
  /** Bottom first. */
  readonly layers: readonly LayerListing[];
}

const LARGEST = 512 * 1024 * 1024;

/**
 * What was learnt of images of an engine, kept between runs: configs by image id, which is their digest, and listings of
 * layers by diff id. It spares the engine's export. Whatever is missing, damaged or of another version is read anew.
 */
export class ImageMemory {
  readonly #files: Files;
  readonly #log: Host['log'];
  readonly #folder: string;
  readonly #mayStore: MayStore;
  readonly #use: MemoryUse;

  constructor({ folder, mayStore }: MemoryOptions, { files, log, clock }: Pick<Host, 'files' | 'log' | 'clock'>) {
    this.#files = files;
    this.#log = log;
    this.#folder = folder;
    this.#mayStore = mayStore;
    this.#use = new MemoryUse(folder, files, clock);
  }

  /** @param id 64 hex digits; null when not all of the image is known */
  async recall(id: string): Promise<RememberedImage | null> {
    const config = await this.#read(this.#configPath(id), IMAGE_LIMITS.document);
    if (config === null || digestOf(config) !== `sha256:${id}`) return null;
    const layers: LayerListing[] = [];
    const { diffIds } = decodeConfig(config);
    for (const diffId of diffIds) {
      const bytes = await this.#read(this.#layerPath(diffId), LARGEST);
      const listing = bytes === null ? null : decodeListing(bytes, diffId);
      if (listing === null) return null;
      layers.push(listing);
    }
    await this.#noteUse(id, diffIds);
    return { config, layers };
  }

  /** Whether an image was remembered; for certain only `recall` can tell. */
  async has(id: string): Promise<boolean> {
    return (await this.#files.stat(this.#configPath(id)))?.kind === 'file';
  }

  /** Failing to write costs the next run time, no more. */
  async remember({ config, layers }: StoredImage, id: string): Promise<void> {
    // Some engines name an image by something else than its config.
    if (digestOf(config) !== `sha256:${id}`) return;
    try {
      for (const listing of layers) {
        // Of a compressed layer the stored form is the engine's affair, and may change.
        if (listing.digest !== listing.diffId) return;
        if (await this.#knows(listing)) continue;
        await this.#write(this.#layerPath(listing.diffId), encodeListing(listing, this.#mayStore));
      }
      await this.#write(this.#configPath(id), config);
      await this.#noteUse(
        id,
        layers.map(({ diffId }) => diffId),
      );
    } catch (error) {
      this.#log.debug(`What was learnt of sha256:${id} is not kept: ${errorMessage(error)}`);
    }
  }

  /** To be called at the end of a run: lets go of what was not used for long, and of what is too much. */
  async tidy(): Promise<void> {
    try {
      await this.#use.tidy();
    } catch (error) {
      this.#log.debug(`${this.#folder} was not tidied: ${errorMessage(error)}`);
    }
  }

  async #noteUse(id: string, diffIds: readonly string[]): Promise<void> {
    try {
      await this.#use.note('configs', id);
      for (const diffId of new Set(diffIds)) await this.#use.note('layers', diffId.replace('sha256:', ''));
    } catch (error) {
      this.#log.debug(`The use of sha256:${id} is not noted: ${errorMessage(error)}`);
    }
  }

  /** Whether the listing is there, with all the content that may be. */
  async #knows({ diffId, entries }: LayerListing): Promise<boolean> {
    const bytes = await this.#read(this.#layerPath(diffId), LARGEST);
    const known = bytes === null ? null : decodeListing(bytes, diffId);
    if (known === null) return false;
    const kept = (entry: LayerEntry): number =>
      entry.content !== null && this.#mayStore(entry.path, entry.content) ? entry.content.length : 0;
    return entries.every((entry, index) => kept(entry) <= (known.entries[index]?.content?.length ?? 0));
  }

  #configPath(id: string): string {
    return join(this.#folder, 'configs', id);
  }

  #layerPath(diffId: string): string {
    return join(this.#folder, 'layers', diffId.replace('sha256:', ''));
  }

  async #read(path: string, limit: number): Promise<Uint8Array | null> {
    try {
      return (await this.#files.stat(path))?.kind === 'file' ? await this.#files.readBytes(path, limit) : null;
    } catch {
      return null;
    }
  }

  /** Whole or not at all, and for this user alone. */
  async #write(path: string, bytes: Uint8Array): Promise<void> {
    this.#use.wrote();
    await this.#files.makeFolder(join(path, '..'));
    const draft = `${path}.${randomUUID()}`;
    await this.#files.save(
      draft,
      (async function* () {
        yield bytes;
      })(),
      0o600,
    );
    await this.#files.rename(draft, path);
  }
}
