import type { Files, Host } from '../host/ports.ts';
import { chooseManifest, hasName } from '../image/choose-manifest.ts';
import { shown } from '../image/damaged.ts';
import { machinePlatform, type Platform } from '../image/platform.ts';
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
  return { store, images: await stageArchive(files.open(file), store, files) };
}

/** The image of an archive that is meant: the one of this name or tag, else the only one, else that of the platform. */
export function chooseStaged(
  images: readonly StagedImage[],
  tag: string | null,
  platform: Platform | null,
  { machine }: Host,
): StagedImage {
  const named = tag === null ? images : images.filter(({ names }) => hasName(names, tag));
  const [only, another] = named;
  if (only === undefined) {
    const names = images.flatMap((image) => image.names).slice(0, 10);
    throw new UsageError(
      'image-not-found',
      `it has no image with the tag ${shown(tag ?? '')}${names.length === 0 ? '' : `, only ${names.map(shown).join(', ')}`}.`,
      'Name a tag it has, or leave the tag out.',
    );
  }
  // Whether it is for the platform that was asked for is seen when it is read.
  if (another === undefined) return only;
  const { descriptor } = chooseManifest(named, platform, machinePlatform(machine.arch));
  return named.find((image) => image.descriptor.digest === descriptor.digest) ?? only;
}
