import type { Host } from '../host/ports.ts';
import type { Platform } from '../image/platform.ts';
import { UsageError } from '../model/failure.ts';
import { chooseStaged, type StagedArchive, stageDockerArchive } from './image-docker-archive.ts';
import { type FoundImage, findImage } from './image-engine.ts';
import { EngineExports } from './image-engine-exports.ts';
import { LayerCache } from './image-layer-cache.ts';
import { ImageMemory, type MemoryOptions } from './image-memory.ts';
import { unpackOciArchive } from './image-oci-archive.ts';
import { prepareChosen, prepareOciLayout } from './image-oci-layout.ts';
import type { PreparedImage } from './image-prepared.ts';
import { type ImageSource, parseImageReference, repositoryOf, sharedRepository } from './image-reference.ts';
import { rememberedImage } from './image-remembered.ts';

export interface Prepared {
  readonly prepared: PreparedImage;
  /** Null: as the image's own names say. */
  readonly repository: string | null;
}

/**
 * The images of one run: whatever several of them need (an engine's export, an archive, a layer) is written and read
 * once. Not for use by several at the same time.
 */
export class ImageRun {
  readonly #host: Host;
  readonly #memory: ImageMemory | null;
  readonly #engines: EngineExports;
  readonly #layers = new LayerCache();
  #left: number;
  readonly #archives = new Map<string, Promise<StagedArchive>>();
  readonly #unpacked = new Map<string, Promise<string>>();

  /**
   * @param references of all images that will be asked for, as the user writes them
   * @param memory what to keep of engine images for the next run; null: nothing. With it, what the scanner gets may lack
   *   the layers (see `OpenedImage.complete`)
   */
  constructor(references: readonly string[], host: Host, memory: MemoryOptions | null = null) {
    this.#host = host;
    this.#left = references.length;
    this.#memory = memory === null ? null : new ImageMemory(memory, host);
    const known = this.#memory;
    const isKnown = async (id: string): Promise<boolean> => known !== null && (await known.has(id));
    this.#engines = new EngineExports(references.flatMap(engineName), host, isKnown);
  }

  /** To be called when an image has been read: after the last one nothing is kept in memory any more. */
  finished(): void {
    this.#left -= 1;
    if (this.#left <= 0) {
      this.#layers.clear();
    }
  }

  /**
   * Finds and chooses an image.
   * @throws UsageError, VerifyError
   */
  async prepare(source: ImageSource, platform: Platform | null): Promise<Prepared> {
    const host = this.#host;
    switch (source.kind) {
      case 'engine': {
        const found = await findImage(source.reference, host);
        const isId = found.id.startsWith(source.reference.replace('sha256:', ''));
        const prepared = await this.#fromEngine(found, platform);
        return { prepared, repository: isId ? sharedRepository(found.names) : repositoryOf(source.reference) };
      }
      case 'docker-archive': {
        const archive = await once(this.#archives, source.file, () => stageDockerArchive(source.file, host.files));
        return { prepared: await this.#prepareStaged(archive, source.tag, platform), repository: null };
      }
      case 'oci-archive': {
        const folder = await once(this.#unpacked, source.file, () => unpackOciArchive(source.file, host));
        const layout = { folder, tag: source.tag, platform };
        return { prepared: await prepareOciLayout(layout, this.#layers, host), repository: null };
      }
      case 'oci':
        return { prepared: await prepareOciLayout({ ...source, platform }, this.#layers, host), repository: null };
      case 'registry':
        throw new UsageError(
          'registry-not-supported',
          'images are not read from registries yet.',
          `Pull it first (docker pull ${source.reference}) and name it without the prefix.`,
        );
    }
  }

  async #fromEngine(found: FoundImage, platform: Platform | null): Promise<PreparedImage> {
    const memory = this.#memory;
    const takeOut = async (): Promise<PreparedImage> => {
      const prepared = await this.#prepareStaged(await this.#engines.stage(found), null, platform);
      return memory === null ? prepared : remembering(prepared, memory, found.id);
    };
    const known = memory === null ? null : await memory.recall(found.id);
    return known === null ? takeOut() : rememberedImage(known, found.names, takeOut, this.#host.files);
  }

  #prepareStaged({ store, images }: StagedArchive, tag: string | null, platform: Platform | null) {
    const chosen = chooseStaged(images, tag, platform, this.#host);
    const isVerified = (digest: string): boolean => store.has(digest);
    return prepareChosen({ folder: store.folder, chosen, isVerified, digest: null }, this.#layers, this.#host.files);
  }
}

/** Keeps what is learnt when the image is read. */
function remembering(prepared: PreparedImage, memory: ImageMemory, id: string): PreparedImage {
  const load: PreparedImage['load'] = async (captureFor, budget) => {
    const stored = await prepared.load(captureFor, budget);
    await memory.remember(stored, id);
    return stored;
  };
  return { ...prepared, load };
}

/** What can only be an engine's image: of a name without a tag, the file system has yet to decide. */
function engineName(reference: string): readonly string[] {
  try {
    const parsed = parseImageReference(reference);
    return parsed.kind === 'engine' ? [parsed.reference] : [];
  } catch {
    // It is reported when it is its turn.
    return [];
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  const promise = known.get(key) ?? work();
  known.set(key, promise);
  return promise;
}
