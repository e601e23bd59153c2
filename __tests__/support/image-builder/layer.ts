import { gzipSync, zstdCompressSync } from 'node:zlib';
import { type Blob, blobOf, digestOf } from './blob.ts';
import type { Compression, FileSpec } from './spec.ts';
import { packTar, withParents } from './tar.ts';

export interface LayerBlob {
  readonly diffId: string;
  readonly blob: Blob;
}

export async function makeLayer(
  files: readonly FileSpec[],
  time: Date,
  compression: Compression,
  mediaTypes: 'oci' | 'docker',
): Promise<LayerBlob> {
  const tar = await packTar(withParents(files), time);
  return { diffId: digestOf(tar), blob: blobOf(MEDIA_TYPES[mediaTypes][compression], compress(tar, compression)) };
}

/** Docker's schema 2 has no name for zstd; its tools write the OCI one there. */
const MEDIA_TYPES = {
  oci: {
    none: 'application/vnd.oci.image.layer.v1.tar',
    gzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
    zstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
  },
  docker: {
    none: 'application/vnd.docker.image.rootfs.diff.tar',
    gzip: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
    zstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
  },
} as const;

function compress(tar: Buffer, compression: Compression): Buffer {
  switch (compression) {
    case 'none':
      return tar;
    case 'gzip':
      return withoutSystem(gzipSync(tar, { level: 6 }));
    case 'zstd':
      return zstdCompressSync(tar);
  }
}

/** Byte 9 of a gzip file names the system that wrote it (RFC 1952, section 2.3.1); 255 is "unknown". */
function withoutSystem(gzip: Buffer): Buffer {
  gzip[9] = 255;
  return gzip;
}
