import type { Files } from '../host/ports.ts';
import { hasName } from '../image/choose-manifest.ts';
import { damaged, shown } from '../image/damaged.ts';
import { UsageError } from '../model/failure.ts';
import { BlobStore } from './image-blob-store.ts';
import { requireFile } from './image-files.ts';
import { type StagedImage, stageArchive } from './image-stage-archive.ts';

export interface StagedArchive {
  readonly store: BlobStore;
  readonly images: readonly StagedImage[];
}

/** Unpacks a `docker save` archive, plain or compressed, into a layout that Trivy and we read. */
export async function stageDockerArchive(file: string, files: Files): Promise<StagedArchive> {
  await requireFile(file, files);
  const store = await BlobStore.create((await files.stat(file))?.size ?? 0, files);
  const { images } = await stageArchive(files.open(file), store, files);
  if (images.length === 0) throw damaged('it holds no manifest.json');
  return { store, images };
}

/**
 * The images of an archive with this name or tag.
 * @throws UsageError `image-not-found` when there is none
 */
export function stagedWithTag(images: readonly StagedImage[], tag: string | null): readonly StagedImage[] {
  const named = tag === null ? images : images.filter(({ names }) => hasName(names, tag));
  if (named.length === 0) {
    const names = images.flatMap((image) => image.names).slice(0, 10);
    throw new UsageError(
      'image-not-found',
      `it has no image with the tag ${shown(tag ?? '')}${names.length === 0 ? '' : `, only ${names.map(shown).join(', ')}`}.`,
      'Name a tag it has, or leave the tag out.',
    );
  }
  return named;
}
