import { posix } from 'node:path';
import type { ImageReference } from '../../dockerfile/image-reference.ts';
import { type BuildStep, UNKNOWN } from './inference/build-step.ts';
import type { RepositoryBuilds } from './inference/find-builds.ts';
import { isOfficialImage } from './official-images.ts';

/** In words, what likely builds an image although nothing proves it; null when nothing is like it. */
export function suggestion(
  wanted: ImageReference,
  sameRepository: readonly BuildStep[],
  { steps, dockerfiles }: RepositoryBuilds,
): string | null {
  const name = `${wanted.registry}/${wanted.repository}`;
  const [same] = sameRepository;
  if (same !== undefined) {
    const why = isOfficialImage(wanted)
      ? ', the name of a public image'
      : wanted.digest === null
        ? ' with another tag'
        : ' and FROM pins a digest, which may be an older build';
    return `perhaps ${same.dockerfile}: ${same.place} builds ${name}${why}; ${advice(same.dockerfile)}`;
  }
  // Public images are not what a folder called `node` builds.
  if (isOfficialImage(wanted)) return null;
  const last = name.split('/').at(-1) ?? '';
  const alike = steps.find(({ tags }) => tags.some((tag) => couldBe(tag, name) || lastSegment(tag) === last));
  if (alike !== undefined) {
    return `perhaps ${alike.dockerfile}: ${alike.place} builds an image of a name like this; ${advice(alike.dockerfile)}`;
  }
  const named = dockerfiles.find((path) => isNamed(path, last));
  return named === undefined ? null : `perhaps ${named}, by its name; ${advice(named)}`;
}

function advice(dockerfile: string): string {
  return `if so, name ${dockerfile} under bases in the policy file`;
}

/** `ghcr.io/…/mcp-base` with unknown parts may be `ghcr.io/acme/mcp-base`. */
function couldBe(tag: string, name: string): boolean {
  if (!tag.includes(UNKNOWN)) return false;
  const [start = '', ...rest] = withoutTag(tag).split(UNKNOWN);
  const end = rest.at(-1) ?? '';
  // At least a name must be written out: an unknown text could be any image.
  return end.length > 3 && name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
}

function lastSegment(tag: string): string {
  return withoutTag(tag).split('/').at(-1) ?? '';
}

function withoutTag(tag: string): string {
  const colon = tag.lastIndexOf(':');
  return colon > tag.lastIndexOf('/') ? tag.slice(0, colon) : tag;
}

/** `base/Dockerfile`, `Dockerfile.base` and `base.Dockerfile` are named like `base` and `mcp-base`. */
function isNamed(path: string, last: string): boolean {
  const file = posix.basename(path);
  const names = [
    posix.basename(posix.dirname(path)),
    ...(file.startsWith('Dockerfile.') ? [file.slice('Dockerfile.'.length)] : []),
    ...(file.endsWith('.Dockerfile') ? [file.slice(0, -'.Dockerfile'.length)] : []),
  ];
  return names.some((name) => name.length > 1 && (last === name || last.endsWith(`-${name}`)));
}
