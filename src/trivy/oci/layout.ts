import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import type { Host } from '../../host/ports.ts';
import { VerifyError } from '../../model/failure.ts';
import type { LayoutReference } from './reference.ts';
import type { ArtifactSource } from './source.ts';

const MAX_BYTES = 4 * 1024 * 1024;

const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);

const Index = z.object({
  manifests: z.array(z.object({ digest: Digest, annotations: z.record(z.string(), z.string()).default({}) })).max(1000),
});

export const REF_NAME = 'org.opencontainers.image.ref.name';

/** An artifact in an OCI layout (image-spec, image-layout.md): a folder that was carried here. */
export function layoutSource(
  reference: LayoutReference,
  defaultName: string,
  { files }: Pick<Host, 'files'>,
): ArtifactSource {
  const { folder, text } = reference;
  return {
    name: text,
    manifest: async () => {
      const wanted = reference.digest ?? (await digestInIndex(reference, defaultName, files));
      const path = blobPath(folder, wanted);
      if ((await files.stat(path))?.kind !== 'file') {
        throw missing(text, `there is no manifest ${wanted}`);
      }
      const bytes = await files.readBytes(path, MAX_BYTES);
      const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
      if (digest !== wanted) {
        throw missing(text, `the manifest ${wanted} is damaged`);
      }
      return { bytes, digest };
    },
    blob: async ({ digest }, file) => {
      const path = blobPath(folder, digest);
      if ((await files.stat(path))?.kind !== 'file') {
        throw missing(text, `the blob ${digest} is not there`);
      }
      await files.save(file, files.open(path));
    },
  };
}

/** The file of a blob. The digest has been checked for its form. */
export function blobPath(folder: string, digest: string): string {
  return join(folder, 'blobs', 'sha256', digest.replace('sha256:', ''));
}

async function digestInIndex(
  { folder, tag, text }: LayoutReference,
  defaultName: string,
  files: Host['files'],
): Promise<string> {
  const path = join(folder, 'index.json');
  if ((await files.stat(path))?.kind !== 'file') {
    throw missing(text, 'there is no index.json');
  }
  const index = Index.safeParse(parseJson(await files.readText(path, MAX_BYTES)));
  if (!index.success) {
    throw missing(text, 'index.json cannot be read');
  }
  const { manifests } = index.data;
  const named = (name: string) => manifests.filter(({ annotations }) => annotations[REF_NAME] === name);
  const found = tag !== null ? named(tag) : named(defaultName).length > 0 ? named(defaultName) : manifests;
  const [one] = found;
  if (one === undefined || new Set(found.map(({ digest }) => digest)).size > 1) {
    throw missing(text, `it holds ${found.length} artifacts of that name`);
  }
  return one.digest;
}

function missing(text: string, reason: string): VerifyError {
  return new VerifyError(
    'database-layout',
    `${text} cannot be used: ${reason}`,
    'Make the OCI layout again, for example with oras copy --to-oci-layout (docs/trivy.md).',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
