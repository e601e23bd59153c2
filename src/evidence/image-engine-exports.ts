import type { Host } from '../host/ports.ts';
import { BlobStore } from './image-blob-store.ts';
import type { StagedArchive } from './image-docker-archive.ts';
import { exportImages, type FoundImage, findImage } from './image-engine.ts';
import { type StagedImage, stageArchive } from './image-stage-archive.ts';

/**
 * What one run takes out of the engines. The images of the run leave the engine together, at the first that is asked
 * for, into one layout where they share their layers.
 */
export class EngineExports {
  readonly #references: readonly string[];
  readonly #host: Host;
  readonly #isKnown: (id: string) => Promise<boolean>;
  readonly #staged = new Map<string, StagedImage>();
  #store: BlobStore | null = null;
  #hasCompanions = false;

  /**
   * @param references names of all engine images of the run, as far as they are known
   * @param isKnown whether an image need not leave its engine, by its id
   */
  constructor(
    references: readonly string[],
    host: Host,
    isKnown: (id: string) => Promise<boolean> = async () => false,
  ) {
    this.#isKnown = isKnown;
    this.#references = references;
    this.#host = host;
  }

  /** The image with its layout; more than one when the engine keeps it for several platforms. */
  async stage(found: FoundImage): Promise<StagedArchive> {
    const companions = await this.#companionsOf(found);
    const store = await this.#storeFor([found, ...companions]);
    const known = this.#staged.get(found.id);
    if (known !== undefined) return { store, images: [known] };
    const ids = [...new Set([found, ...companions].map(({ id }) => id))];
    const images = await this.#export(found, ids, store);
    const own = images.find(({ imageId }) => imageId === `sha256:${found.id}`);
    if (own !== undefined) return { store, images: [own] };
    // Some engines know an image by the digest of its manifest: then only what it is exported alone as tells which it is.
    return { store, images: ids.length === 1 ? images : await this.#export(found, [found.id], store) };
  }

  async #export(found: FoundImage, ids: readonly string[], store: BlobStore): Promise<readonly StagedImage[]> {
    const { files } = this.#host;
    const images = await exportImages(found, ids, (archive) => stageArchive(archive, store, files), this.#host);
    for (const image of images) this.#staged.set(image.imageId.replace('sha256:', ''), image);
    return images;
  }

  /** The other images of the run in the same engine, once. One that is not there is reported when it is its turn. */
  async #companionsOf({ engine, id }: FoundImage): Promise<readonly FoundImage[]> {
    if (this.#hasCompanions || engine !== 'docker') return [];
    this.#hasCompanions = true;
    const found = await Promise.all(this.#references.map((name) => findImage(name, this.#host).catch(() => null)));
    const companions: FoundImage[] = [];
    for (const image of found) {
      if (image?.engine === engine && image.id !== id && !(await this.#isKnown(image.id))) companions.push(image);
    }
    return companions;
  }

  async #storeFor(images: readonly FoundImage[]): Promise<BlobStore> {
    // Layers may be shared: only the largest image is sure to need its size.
    this.#store ??= await BlobStore.create(Math.max(...images.map(({ size }) => size)), this.#host.files);
    return this.#store;
  }
}
