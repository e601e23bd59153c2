import type { Host } from '../host/ports.ts';
import { type Candidate, platformsOf } from '../image/choose-manifest.ts';
import { decodeConfig } from '../image/config.ts';
import type { Platform } from '../image/platform.ts';
import { onceFor } from '../model/once.ts';
import { type StagedArchive, stageDockerArchive, stagedWithTag } from './image-docker-archive.ts';
import type { FoundImage } from './image-engine.ts';
import { EngineExports } from './image-engine-exports.ts';
import { LayerCache } from './image-layer-cache.ts';
import { ImageMemory, type MemoryOptions } from './image-memory.ts';
import { unpackOciArchive } from './image-oci-archive.ts';
import { imagesOfLayout } from './image-oci-layout.ts';
import type { PreparedImage } from './image-prepared.ts';
import { type ImageSource, parseImageReference, repositoryOf, sharedRepository } from './image-reference.ts';
import { RegistryPulls } from './image-registry.ts';
import { parseRegistryImage, type RegistryImage } from './image-registry-reference.ts';
import { rememberedImage } from './image-remembered.ts';
import { type Contents, type Shelf, shelfOf } from './image-shelf.ts';

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
  readonly #shelves = new Map<string, Promise<Shelf>>();
  readonly #registries: RegistryPulls;
  readonly #asked = Promise.withResolvers<void>();

  /**
   * @param references of all images that will be asked for, as the user writes them
   * @param memory what to keep of engine images for the next run; null: nothing. With it, what the scanner gets may lack
   *   the layers (see `OpenedImage.complete`)
   */
  constructor(references: readonly string[], host: Host, memory: MemoryOptions | null = null) {
    this.#host = host;
    this.#left = references.length;
    this.#registries = new RegistryPulls(host);
    this.#memory = memory === null ? null : new ImageMemory(memory, host);
    const known = this.#memory;
    const isKnown = async (id: string): Promise<boolean> => known !== null && (await known.has(id));
    const names = references.flatMap(engineName);
    this.#engines = new EngineExports(names, host, isKnown, this.#asked.resolve);
    if (names.length === 0) this.#asked.resolve();
  }

  /**
   * To be called when an image has been read: after the last one nothing is kept in memory any more, and what is kept for
   * further runs is tidied.
   */
  async finished(): Promise<void> {
    this.#left -= 1;
    if (this.#left <= 0) {
      this.#layers.clear();
      await this.#memory?.tidy();
    }
  }

  /**
   * Resolves when an engine has begun to write images out, or none will: what is loaded before that keeps it waiting.
   */
  get underway(): Promise<void> {
    return this.#asked.promise;
  }

  /** To be called when more images will be asked for than were named. */
  expect(more: number): void {
    this.#left += more;
  }

  /**
   * The platforms that an image is there for, like `linux/arm64`, sorted. What builds record beside it is none.
   * @throws UsageError, VerifyError
   */
  async platforms(source: ImageSource): Promise<readonly string[]> {
    return (await this.#shelf(source)).platforms;
  }

  /**
   * Finds and chooses an image; `onFound` is told in between, while an engine writes it out. What Trivy is to be given is
   * there when this resolves; nothing has been read of it yet.
   * @throws UsageError, VerifyError
   */
  async prepare(source: ImageSource, platform: Platform | null, onFound?: () => void): Promise<Prepared> {
    const { take, repository } = await this.#shelf(source, onFound);
    return { prepared: await take(platform), repository };
  }

  /** Once for each source: a tag that moves meanwhile must not mix the platforms of two builds. */
  #shelf(source: ImageSource, onFound?: () => void): Promise<Shelf> {
    const found = onceFor(this.#shelves, JSON.stringify(source), () => this.#find(source, onFound));
    // Whether it is there or not, no engine is asked for it any more.
    return found.finally(this.#asked.resolve);
  }

  async #find(source: ImageSource, onFound?: () => void): Promise<Shelf> {
    const host = this.#host;
    const { files } = host;
    switch (source.kind) {
      case 'engine': {
        const found = await this.#engines.find(source.reference);
        const shelf = this.#fromEngine(found, source.reference);
        // Whoever is told has work of its own.
        await Promise.race([this.underway, shelf]);
        onFound?.();
        return shelf;
      }
      case 'docker-archive': {
        const archive = await onceFor(this.#archives, source.file, () => stageDockerArchive(source.file, files));
        return this.#staged({ ...archive, images: stagedWithTag(archive.images, source.tag) }, source.file);
      }
      case 'oci-archive': {
        const folder = await onceFor(this.#unpacked, source.file, () => unpackOciArchive(source.file, host));
        return this.#layout(folder, await imagesOfLayout(folder, source.tag, files), source.file);
      }
      case 'oci': {
        const { folder, tag } = source;
        return this.#layout(folder, await imagesOfLayout(folder, tag, files), folder);
      }
      case 'registry':
        return this.#fromRegistry(parseRegistryImage(source.reference));
    }
  }

  async #fromEngine(found: FoundImage, reference: string): Promise<Shelf> {
    const memory = this.#memory;
    const isId = found.id.startsWith(reference.replace('sha256:', ''));
    const repository = isId ? sharedRepository(found.names) : repositoryOf(reference);
    const takeOut = async (platform: Platform | null): Promise<PreparedImage> => {
      const prepared = await this.#staged(await this.#engines.stage(found), reference).take(platform);
      return memory === null ? prepared : remembering(prepared, memory, found.id);
    };
    const known = memory === null ? null : await memory.recall(found.id);
    if (known !== null) {
      const { platform: own } = decodeConfig(known.config);
      const take: Shelf['take'] = (platform) =>
        rememberedImage(known, found.names, () => takeOut(platform), this.#host.files);
      return { platforms: platformsOf([{ platform: own }]), repository, take };
    }
    const { platforms } = this.#staged(await this.#engines.stage(found), reference);
    return { platforms, repository, take: takeOut };
  }

  #staged({ store, images }: StagedArchive, name: string): Shelf {
    const isVerified = (digest: string): boolean => store.has(digest);
    return this.#shelve({
      folder: store.folder,
      images,
      name,
      isVerified,
      digestOf: ({ digest }) => digest,
      isArchive: true,
    });
  }

  #layout(folder: string, images: readonly Candidate[], name: string): Shelf {
    return this.#shelve({ folder, images, name, isVerified: () => false, digestOf: manifestDigest });
  }

  async #fromRegistry(image: RegistryImage): Promise<Shelf> {
    const { candidates, fetch } = await this.#registries.find(image);
    const store = await this.#registries.store();
    return this.#shelve({
      folder: store.folder,
      images: candidates,
      name: image.text,
      isVerified: (digest) => store.has(digest),
      digestOf: manifestDigest,
      repository: repositoryOf(image.text),
      fetch,
    });
  }

  #shelve<T extends Candidate>(contents: Contents<T>): Shelf {
    return shelfOf(contents, this.#layers, this.#host);
  }
}

function manifestDigest({ descriptor }: Candidate): string {
  return descriptor.digest;
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
