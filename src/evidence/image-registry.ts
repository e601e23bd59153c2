import type { Host } from '../host/ports.ts';
import type { Candidate } from '../image/choose-manifest.ts';
import { damaged, shown, tooLarge } from '../image/damaged.ts';
import { IMAGE_LIMITS } from '../image/limits.ts';
import { type Descriptor, decodeManifest, isIndex, isManifest, statedType, TYPES } from '../image/manifest.ts';
import { digestOf } from '../image/meter.ts';
import { VerifyError } from '../model/failure.ts';
import { onceFor } from '../model/once.ts';
import { createSession, type Session } from '../registry/session.ts';
import { BlobStore } from './image-blob-store.ts';
import { readDocument } from './image-files.ts';
import { imagesUnder } from './image-oci-index.ts';
import { MANIFEST, registryErrors } from './image-registry-errors.ts';
import type { RegistryImage } from './image-registry-reference.ts';

/** For one image; a layer that comes to a halt is given up long before. */
const PULL_MS = 30 * 60_000;
const SIDE_BY_SIDE = 4;
const ACCEPT = TYPES.join(', ');

/** What a registry has under one name. */
export interface RegistryImages {
  readonly candidates: readonly Candidate[];
  /** Brings the parts of one of them into the store. */
  fetch(chosen: Candidate): Promise<void>;
}

/** Images that one run takes out of registries, in one layout where they share their layers. */
export class RegistryPulls {
  readonly #host: Host;
  readonly #found = new Map<string, Promise<RegistryImages>>();
  readonly #fetching = new Map<string, Promise<void>>();
  #store: Promise<BlobStore> | null = null;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Where they go. */
  store(): Promise<BlobStore> {
    this.#store ??= BlobStore.create(0, this.#host.files);
    return this.#store;
  }

  /** Asks once for each name: all platforms of an image come from one index, also when its tag moves meanwhile. */
  find(image: RegistryImage): Promise<RegistryImages> {
    return onceFor(this.#found, image.text, () => this.#ask(image));
  }

  async #ask(image: RegistryImage): Promise<RegistryImages> {
    const store = await this.store();
    const { clock } = this.#host;
    let deadline = clock.now().getTime() + PULL_MS;
    const timeLeftMs = (): number => deadline - clock.now().getTime();
    const session = createSession(image, timeLeftMs, registryErrors(image.registry), this.#host);
    const parts = new Parts(image, session, store, this.#fetching, this.#host);
    const candidates = await imagesUnder([await parts.top()], (descriptor) => parts.document(descriptor));
    return {
      candidates,
      fetch: async ({ descriptor }) => {
        deadline = clock.now().getTime() + PULL_MS;
        const manifest = decodeManifest(await parts.document(descriptor), descriptor.mediaType);
        await parts.document(manifest.config);
        await parts.layers(manifest.layers);
      },
    };
  }
}

/** The parts of the images of one repository: each is fetched once, and is what its digest says. */
class Parts {
  readonly #image: RegistryImage;
  readonly #base: string;
  readonly #session: Session;
  readonly #store: BlobStore;
  readonly #fetching: Map<string, Promise<void>>;
  readonly #host: Host;

  constructor(
    image: RegistryImage,
    session: Session,
    store: BlobStore,
    fetching: Map<string, Promise<void>>,
    host: Host,
  ) {
    this.#image = image;
    this.#base = `${image.origin}/v2/${image.repository}`;
    this.#session = session;
    this.#store = store;
    this.#fetching = fetching;
    this.#host = host;
  }

  /** What the name leads to. */
  async top(): Promise<Descriptor> {
    const { registry, wanted, digest } = this.#image;
    const options = { headers: { accept: ACCEPT }, maxBytes: IMAGE_LIMITS.document };
    const { body, headers } = await this.#session.get(`${this.#base}/manifests/${wanted}`, options, MANIFEST);
    const found = digestOf(body);
    const stated = digest ?? headers['docker-content-digest'] ?? found;
    if (stated.startsWith('sha256:') && stated !== found) {
      throw damaged(`${registry} answers with ${found} where the digest is ${shown(stated)}`);
    }
    const served = (headers['content-type'] ?? '').replace(/;.*$/s, '').trim();
    // Some servers of static files know no types.
    const mediaType = TYPES.includes(served) ? served : statedType(body);
    const descriptor = { mediaType, digest: found, size: body.byteLength, annotations: {}, platform: null };
    if (!isIndex(descriptor) && !isManifest(descriptor)) {
      throw new VerifyError(
        'image-format',
        `${registry} has it in a form that is not read: ${shown(mediaType === '' ? served : mediaType)}.`,
        'Push the image again with a current tool: docker push, buildx, skopeo.',
      );
    }
    await this.#store.addBytes(body);
    return descriptor;
  }

  /** A manifest, index or config. */
  async document(descriptor: Descriptor): Promise<Uint8Array> {
    const { digest, size } = descriptor;
    if (!this.#store.has(digest)) {
      if (size > IMAGE_LIMITS.document) throw tooLarge(`the document ${digest} has ${size} bytes`);
      const isConfig = !isIndex(descriptor) && !isManifest(descriptor);
      const url = `${this.#base}/${isConfig ? 'blobs' : 'manifests'}/${digest}`;
      const options = { headers: isConfig ? {} : { accept: descriptor.mediaType }, maxBytes: size };
      const { body } = await this.#session.get(url, options, `the document ${digest}`);
      if (body.byteLength !== size || digestOf(body) !== digest) {
        throw damaged(`${this.#image.registry} answers with something else than ${digest}`);
      }
      await this.#store.addBytes(body);
    }
    return readDocument(this.#store.folder, descriptor, this.#host.files);
  }

  /** Some side by side; of those that fail, the first is told, and no further one is begun. */
  async layers(layers: readonly Descriptor[]): Promise<void> {
    const missing = [...new Map(layers.map((layer) => [layer.digest, layer])).values()].filter(
      ({ digest }) => !this.#store.has(digest),
    );
    const size = missing.reduce((sum, layer) => sum + layer.size, 0);
    if (size > IMAGE_LIMITS.uncompressed) throw tooLarge(`its layers have ${size} bytes`);
    this.#store.requireRoom(size);
    const waiting = missing.values();
    const failures: unknown[] = [];
    const worker = async (): Promise<void> => {
      for (const layer of waiting) {
        if (failures.length > 0) return;
        await this.#layer(layer).catch((error: unknown) => failures.push(error));
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
    if (failures.length > 0) throw failures[0];
  }

  #layer(layer: Descriptor): Promise<void> {
    const { digest, size } = layer;
    const url = `${this.#base}/blobs/${digest}`;
    const fetching =
      this.#fetching.get(digest) ??
      this.#store
        .take(layer, (file) => this.#session.download(url, file, { maxBytes: size }, `the layer ${digest}`))
        // Another image may get it from another repository.
        .finally(() => this.#fetching.delete(digest));
    this.#fetching.set(digest, fetching);
    return fetching;
  }
}
