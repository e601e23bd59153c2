import type { Host } from '../host/ports.ts';
import type { ArchivedFile } from '../image/docker-archive.ts';
import { onceFor } from '../model/once.ts';
import { BlobStore } from './image-blob-store.ts';
import type { StagedArchive } from './image-docker-archive.ts';
import { exportImages, type FoundImage, findImage } from './image-engine.ts';
import { type Staged, type StagedImage, stageArchive } from './image-stage-archive.ts';
import { stagedUnder } from './image-staged-index.ts';

/**
 * What one run takes out of the engines. The images of the run leave the engine together, at the first that is asked
 * for, into one layout where they share their layers.
 */
export class EngineExports {
  readonly #references: readonly string[];
  readonly #host: Host;
  readonly #onAsked: () => void;
  readonly #isKnown: (id: string) => Promise<boolean>;
  /** What the engines answered, by reference. */
  readonly #found = new Map<string, Promise<FoundImage>>();
  /** By id. */
  readonly #staged = new Map<string, readonly StagedImage[]>();
  /** Of the exports, the latest first. */
  #indexes: readonly ArchivedFile[] = [];
  #store: BlobStore | null = null;
  #hasCompanions = false;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * @param references names of all engine images of the run, as far as they are known
   * @param isKnown whether an image need not leave its engine, by its id
   * @param onAsked told when an engine has begun to write images out
   */
  constructor(
    references: readonly string[],
    host: Host,
    isKnown: (id: string) => Promise<boolean> = async () => false,
    onAsked: () => void = () => undefined,
  ) {
    this.#onAsked = onAsked;
    this.#isKnown = isKnown;
    this.#references = references;
    this.#host = host;
  }

  /**
   * The one image of this name. Once for each name, and with the first one for all of the run: asking takes longer than
   * the engines need to answer.
   * @throws UsageError `image-ambiguous`, `image-not-found`; VerifyError `engine-unavailable`
   */
  find(reference: string): Promise<FoundImage> {
    const asked = this.#ask(reference);
    // What an engine does not have is reported when it is its turn.
    for (const name of this.#references) this.#ask(name).catch(() => undefined);
    return asked;
  }

  #ask(reference: string): Promise<FoundImage> {
    return onceFor(this.#found, reference, () => findImage(reference, this.#host));
  }

  /** The image with its layout; more than one when the engine keeps it for several platforms. One after the other. */
  stage(found: FoundImage): Promise<StagedArchive> {
    // A scanner may want an image whole while the next one is being taken out.
    const staged = this.#last.then(() => this.#stage(found));
    this.#last = staged.catch(() => undefined);
    return staged;
  }

  async #stage(found: FoundImage): Promise<StagedArchive> {
    const companions = await this.#companionsOf(found);
    const store = await this.#storeFor([found, ...companions]);
    const known = await this.#lookUp(found, store);
    if (known !== null) return { store, images: known };
    const ids = [...new Set([found, ...companions].map(({ id }) => id))];
    const images = await this.#export(found, ids, store);
    const own = await this.#lookUp(found, store);
    if (own !== null) return { store, images: own };
    // Then only what it is exported alone as tells which it is.
    const alone = ids.length === 1 ? images : await this.#export(found, [found.id], store);
    this.#staged.set(found.id, alone);
    return { store, images: alone };
  }

  async #export(found: FoundImage, ids: readonly string[], store: BlobStore): Promise<readonly StagedImage[]> {
    const { files } = this.#host;
    const read = (archive: AsyncIterable<Uint8Array>): Promise<Staged> => stageArchive(archive, store, files);
    const staged = await exportImages(found, ids, read, this.#host, this.#onAsked);
    for (const image of staged.images) this.#staged.set(image.imageId.replace('sha256:', ''), [image]);
    if (staged.index !== null) this.#indexes = [staged.index, ...this.#indexes];
    return staged.images;
  }

  /** By the digest of its config, as most engines know it; else by that of its manifest or index, as containerd does. */
  async #lookUp({ id }: FoundImage, store: BlobStore): Promise<readonly StagedImage[] | null> {
    const known = this.#staged.get(id);
    if (known !== undefined) return known;
    for (const index of this.#indexes) {
      const images = await stagedUnder(`sha256:${id}`, index, store, this.#host.files);
      if (images.length === 0) continue;
      this.#staged.set(id, images);
      return images;
    }
    return null;
  }

  /** The other images of the run in the same engine, once. One that is not there is reported when it is its turn. */
  async #companionsOf({ engine, id }: FoundImage): Promise<readonly FoundImage[]> {
    if (this.#hasCompanions || engine !== 'docker') return [];
    this.#hasCompanions = true;
    const found = await Promise.all(this.#references.map((name) => this.#ask(name).catch(() => null)));
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
