import type { Files } from '../host/ports.ts';
import type { ArchivedFile } from '../image/docker-archive.ts';
import { type Descriptor, decodeIndex, decodeManifest, isIndex } from '../image/manifest.ts';
import type { BlobStore } from './image-blob-store.ts';
import { readDocument } from './image-files.ts';
import { imagesUnder } from './image-oci-index.ts';
import { document, type StagedImage } from './image-stage-archive.ts';

/**
 * The images below one entry of the `index.json` that an engine exported. Docker with containerd's image store knows an
 * image by the digest of its index, may have it for several platforms, and names only one of them in `manifest.json`.
 * A platform that the engine has not pulled is in the index, but its blobs are not there: it is left out.
 * @param digest of the entry
 * @returns none when the index has no such entry
 */
export async function stagedUnder(
  digest: string,
  index: ArchivedFile,
  store: BlobStore,
  files: Files,
): Promise<readonly StagedImage[]> {
  const read = (descriptor: Descriptor): Promise<Uint8Array> => readDocument(store.folder, descriptor, files);
  const isHere = (part: Descriptor): boolean => store.has(part.digest);
  const all = decodeIndex(await document(index, store, files), 'its index.json');
  const named = all.find((entry) => entry.digest === digest);
  if (named === undefined || !isHere(named)) return [];
  const entries = isIndex(named) ? decodeIndex(await read(named), 'an index in it') : [named];
  const staged: StagedImage[] = [];
  for (const candidate of await imagesUnder(entries.filter(isHere), read)) {
    const { descriptor } = candidate;
    const { config, layers } = decodeManifest(await read(descriptor), descriptor.mediaType);
    if (![config, ...layers].every(isHere)) continue;
    staged.push({ ...candidate, imageId: config.digest, digest: descriptor.digest });
  }
  return staged;
}
