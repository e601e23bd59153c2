import { join } from 'node:path';
import { formatImageReference, parseImageReference } from '../../dockerfile/image-reference.ts';
import type { Host } from '../../host/ports.ts';
import { hasTag, isAttestation } from '../../image/choose-manifest.ts';
import { IMAGE_LIMITS } from '../../image/limits.ts';
import { decodeIndex } from '../../image/manifest.ts';
import { locateImage } from '../image-locate.ts';
import { unpackOciArchive } from '../image-oci-archive.ts';
import { DIGEST, type DigestFinder, type FoundDigest } from './digest-finder.ts';

/**
 * Digests of the images that the user gives for names: of an OCI layout or archive, whose index names what a registry
 * would be given. Throws what reading them throws: whoever names one wants it used.
 */
export function givenDigests(given: Readonly<Record<string, string>>, folder: string, host: Host): DigestFinder {
  const sources = new Map(
    Object.entries(given).flatMap(([name, source]) => {
      const parsed = parseImageReference(name);
      return parsed === null ? [] : [[formatImageReference(parsed), source] as const];
    }),
  );
  return async (wanted) => {
    const source = sources.get(formatImageReference(wanted));
    return source === undefined ? null : read(source, folder, host);
  };
}

async function read(text: string, workingDirectory: string, host: Host): Promise<FoundDigest> {
  const source = await locateImage(text, workingDirectory, host);
  if (source.kind !== 'oci' && source.kind !== 'oci-archive') {
    return { reason: `${text}, given for it, has no digest that a registry knows` };
  }
  const folder = source.kind === 'oci' ? source.folder : await unpackOciArchive(source.file, host);
  const index = await host.files.readBytes(join(folder, 'index.json'), IMAGE_LIMITS.document);
  const { tag } = source;
  const images = decodeIndex(index, 'its index.json').filter((one) => !isAttestation(one));
  const [image, ...more] = tag === null ? images : images.filter((one) => hasTag(one, tag));
  if (image === undefined || more.length > 0) return { reason: `${text}, given for it, holds not exactly one image` };
  return DIGEST.test(image.digest)
    ? { digest: image.digest, source: text }
    : { reason: `${text} has another kind of digest` };
}
