import { join } from 'node:path';
import type { Host } from '../host/ports.ts';
import { Budget } from '../image/budget.ts';
import { damaged, tooLarge } from '../image/damaged.ts';
import { decompressed } from '../image/decompress.ts';
import { layerPath } from '../image/layer-path.ts';
import { IMAGE_LIMITS } from '../image/limits.ts';
import { Meter } from '../image/meter.ts';
import { readTar, type TarEntry } from '../image/tar/read-tar.ts';
import { requireFile } from './image-files.ts';

const WANTED = /^(oci-layout|index\.json|blobs\/sha256\/([0-9a-f]{64}))$/;

/**
 * Unpacks an OCI archive into a temporary folder, since Trivy reads only folders. Nothing but the parts of a layout is
 * written, under names that cannot lead elsewhere, and each blob must be what its name says.
 * @returns the folder
 */
export async function unpackOciArchive(file: string, host: Host): Promise<string> {
  await requireFile(file, host.files);
  const folder = await host.files.makeTempFolder();
  await host.files.makeFolder(join(folder, 'blobs', 'sha256'));
  const budget = new Budget();
  const seen = new Set<string>();
  for await (const entry of readTar(decompressed(host.files.open(file)))) {
    budget.spendEntry(entry.name.length);
    const path = layerPath(entry.name, IMAGE_LIMITS.name).join('/');
    const match = WANTED.exec(path);
    if (match === null) {
      continue;
    }
    if (entry.kind !== 'file') {
      throw damaged(`its ${path} is no regular file`);
    }
    if (seen.has(path)) {
      throw damaged(`it holds ${path} twice`);
    }
    seen.add(path);
    budget.spendBytes(entry.size);
    await unpack(entry, join(folder, path), match[2], host);
  }
  if (!seen.has('index.json')) {
    throw damaged('it holds no index.json');
  }
  return folder;
}

async function unpack(entry: TarEntry, target: string, hex: string | undefined, host: Host): Promise<void> {
  if (hex === undefined && entry.size > IMAGE_LIMITS.document) {
    throw tooLarge(`its ${entry.name} has ${entry.size} bytes`);
  }
  const meter = new Meter();
  await host.files.save(target, meter.through(entry.content));
  const digest = meter.digest();
  if (hex !== undefined && digest !== `sha256:${hex}`) {
    throw damaged(`the blob sha256:${hex} is not what its name says`);
  }
}
