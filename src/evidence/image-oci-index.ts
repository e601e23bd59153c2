import { join } from 'node:path';
import type { Files } from '../host/ports.ts';
import { type Candidate, hasTag, isAttestation, namesOf } from '../image/choose-manifest.ts';
import { decodeConfig } from '../image/config.ts';
import { damaged, shown, tooLarge } from '../image/damaged.ts';
import { IMAGE_LIMITS } from '../image/limits.ts';
import { type Descriptor, decodeIndex, decodeManifest, isIndex, isManifest } from '../image/manifest.ts';
import type { Platform } from '../image/platform.ts';
import { UsageError } from '../model/failure.ts';
import { readDocument } from './image-files.ts';

/** All images that an OCI layout's index names, indexes inside it included, build records left out. */
export async function candidatesOf(folder: string, tag: string | null, files: Files): Promise<readonly Candidate[]> {
  const what = 'its index.json';
  const index = join(folder, 'index.json');
  if ((await files.stat(index))?.kind !== 'file') {
    throw damaged('it holds no index.json');
  }
  const top = decodeIndex(await files.readBytes(index, IMAGE_LIMITS.document), what);
  const named = tag === null ? top : top.filter((descriptor) => hasTag(descriptor, tag));
  if (tag !== null && named.length === 0) {
    const names = [...new Set(top.flatMap(namesOf))].slice(0, 10).map(shown).join(', ');
    throw new UsageError(
      'image-not-found',
      `it has no image with the tag ${shown(tag)}${names === '' ? '' : `, only ${names}`}.`,
      'Name a tag it has, or leave the tag out.',
    );
  }
  return imagesUnder(named, (descriptor) => readDocument(folder, descriptor, files));
}

/** Gets a manifest, index or config, and has checked that it is what its digest says. */
export type ReadDocument = (descriptor: Descriptor) => Promise<Uint8Array>;

/** All images that descriptors lead to, indexes inside of indexes included, build records left out. */
export async function imagesUnder(named: readonly Descriptor[], read: ReadDocument): Promise<readonly Candidate[]> {
  const search = new Search(read);
  await search.visit(named, [], 0);
  return search.found;
}

class Search {
  readonly found: Candidate[] = [];
  readonly #read: ReadDocument;
  #seen = 0;

  constructor(read: ReadDocument) {
    this.#read = read;
  }

  async visit(descriptors: readonly Descriptor[], names: readonly string[], depth: number): Promise<void> {
    for (const descriptor of descriptors) {
      this.#seen += 1;
      if (this.#seen > IMAGE_LIMITS.manifests || depth > IMAGE_LIMITS.indexDepth) {
        throw tooLarge('its index holds too many images');
      }
      const all = [...names, ...namesOf(descriptor)];
      if (isAttestation(descriptor)) {
        continue;
      }
      if (isIndex(descriptor)) {
        await this.visit(decodeIndex(await this.#read(descriptor), 'an index in it'), all, depth + 1);
      } else if (isManifest(descriptor)) {
        this.found.push({ descriptor, names: all, platform: await this.#platformOf(descriptor) });
      } else {
        throw damaged(`its index names something of the type ${shown(descriptor.mediaType)}, which is no image`);
      }
    }
  }

  /** What the descriptor says, checked once the image is chosen; else what the config says. */
  async #platformOf(descriptor: Descriptor): Promise<Platform> {
    if (descriptor.platform !== null) {
      return descriptor.platform;
    }
    const manifest = decodeManifest(await this.#read(descriptor), descriptor.mediaType);
    return decodeConfig(await this.#read(manifest.config)).platform;
  }
}
