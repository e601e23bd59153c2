import { join } from 'node:path';
import type { Files } from '../host/ports.ts';
import { damaged } from '../image/damaged.ts';
import { IMAGE_LIMITS } from '../image/limits.ts';
import type { Descriptor } from '../image/manifest.ts';
import { digestOf } from '../image/meter.ts';
import { UsageError } from '../model/failure.ts';

/** Makes sure that a path the user named is a regular file: opening a pipe or a device could wait forever. */
export async function requireFile(file: string, files: Files): Promise<void> {
  const found = await files.stat(file);
  if (found?.kind !== 'file') {
    throw new UsageError(
      'image-not-found',
      found === null ? 'there is no such file.' : 'it is no regular file.',
      'Name the file that the build or `docker save` wrote.',
    );
  }
}

/** The path of a blob in an OCI layout. Digests are checked to be 64 hex digits when they are decoded. */
export function blobPath(folder: string, digest: string): string {
  return join(folder, 'blobs', ...digest.split(':'));
}

/** Makes sure that a blob is there with the size its descriptor states, before it is opened. */
export async function requireBlob(folder: string, { digest, size }: Descriptor, files: Files): Promise<string> {
  const path = blobPath(folder, digest);
  const found = await files.stat(path);
  if (found?.kind !== 'file') {
    throw damaged(`the blob ${digest} is missing`);
  }
  if (found.size !== size) {
    throw damaged(`the blob ${digest} has ${found.size} bytes where ${size} are stated`);
  }
  return path;
}

/** Reads a manifest, index or config, and checks that it is what its digest says. */
export async function readDocument(folder: string, descriptor: Descriptor, files: Files): Promise<Uint8Array> {
  if (descriptor.size > IMAGE_LIMITS.document) {
    throw damaged(`the document ${descriptor.digest} has ${descriptor.size} bytes, more than ${IMAGE_LIMITS.document}`);
  }
  const bytes = await files.readBytes(await requireBlob(folder, descriptor, files), IMAGE_LIMITS.document);
  if (digestOf(bytes) !== descriptor.digest) {
    throw damaged(`the blob ${descriptor.digest} is not what its digest says`);
  }
  return bytes;
}
