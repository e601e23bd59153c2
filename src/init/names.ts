import { posix } from 'node:path';
import { parseImageReference } from '../dockerfile/image-reference.ts';

/**
 * Whether a path or name can stand in a workflow's script and in YAML without quotes, and is no option of a program:
 * whoever names a file in a repository must not write commands.
 */
export function isPlain(text: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_./-]{0,199}$/.test(text);
}

/** The same for the name of an image with a tag. */
export function isPlainImage(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_./:-]{0,199}$/.test(text) && parseImageReference(text) !== null;
}

/** `servers/time/Dockerfile` → `time`, `Dockerfile.time` → `time`, `Dockerfile` → the name of the whole repository. */
export function nameOf(dockerfile: string, repository: string): string {
  const file = posix.basename(dockerfile);
  const own = file.startsWith('Dockerfile.')
    ? file.slice('Dockerfile.'.length)
    : file.endsWith('.Dockerfile')
      ? file.slice(0, -'.Dockerfile'.length)
      : '';
  const folder = posix.dirname(dockerfile) === '.' ? repository : posix.basename(posix.dirname(dockerfile));
  return componentOf(own === '' ? folder : own) ?? 'image';
}

/** The same with the folders above, for names that are taken. */
export function longNameOf(dockerfile: string): string {
  return componentOf(dockerfile.replaceAll('/', '-').replace(/-?Dockerfile-?|-?Containerfile/g, '')) ?? 'image';
}

/** As a part of an image's name may be written (distribution/reference). */
function componentOf(text: string): string | null {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return name === '' ? null : name;
}

/** The repository of a reference as it is written: `ghcr.io/acme/base:1@sha256:…` → `ghcr.io/acme/base`. */
export function repositoryOf(reference: string): string {
  const named = reference.split('@')[0] ?? '';
  const colon = named.lastIndexOf(':');
  return colon > named.lastIndexOf('/') ? named.slice(0, colon) : named;
}
