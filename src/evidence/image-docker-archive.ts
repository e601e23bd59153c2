import type { Host } from '../host/ports.ts';
import { readMembers } from '../image/archive-members.ts';
import { dockerArchiveImage } from '../image/docker-archive.ts';
import { requireFile } from './image-files.ts';
import type { PreparedImage } from './image-prepared.ts';

/** A `docker save` archive, plain or gzip-compressed. Trivy reads the very file that we read. */
export async function prepareDockerArchive(file: string, host: Host): Promise<PreparedImage> {
  await requireFile(file, host.files);
  return {
    trivyInput: file,
    load: async (capture, budget) =>
      dockerArchiveImage(await readMembers(host.files.open(file), capture, budget), budget),
  };
}
