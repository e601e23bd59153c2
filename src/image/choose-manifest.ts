import { UsageError, VerifyError } from '../model/failure.ts';
import { shown } from './damaged.ts';
import type { Descriptor } from './manifest.ts';
import { formatPlatform, matchesPlatform, type Platform } from './platform.ts';

/** One image of an index, with the name it has there. */
export interface Candidate {
  readonly descriptor: Descriptor;
  /** As its config says, which a descriptor may only repeat. */
  readonly platform: Platform;
  /** Names and tags the index gives it. */
  readonly names: readonly string[];
}

const REF_NAME = 'org.opencontainers.image.ref.name';
/** BuildKit and containerd write the full name here. */
const IMAGE_NAME = 'io.containerd.image.name';

/** Build records (SBOM, provenance) that BuildKit keeps in the same index as the images they describe. */
export function isAttestation({ annotations, platform }: Descriptor): boolean {
  return (
    annotations['vnd.docker.reference.type'] !== undefined ||
    (platform?.os === 'unknown' && platform.architecture === 'unknown')
  );
}

export function namesOf({ annotations }: Descriptor): readonly string[] {
  return [annotations[IMAGE_NAME], annotations[REF_NAME]].filter(
    (name) => name !== undefined && name !== '',
  ) as string[];
}

/** Whether an entry is what `tag` asks for: its ref name, or the full name or the tag of its image name. */
export function hasTag(descriptor: Descriptor, tag: string): boolean {
  return hasName(namesOf(descriptor), tag);
}

/** Whether one of the names is this one, or has this tag. */
export function hasName(names: readonly string[], tag: string): boolean {
  return names.some((name) => name === tag || name.endsWith(`:${tag}`));
}

/**
 * The one image that is meant: of the platform asked for; else the only one; else the one for this machine. Never a
 * guess among several.
 */
export function chooseManifest<T extends Candidate>(
  candidates: readonly T[],
  asked: Platform | null,
  machine: Platform,
): T {
  const distinct = [...new Map(candidates.map((item) => [item.descriptor.digest, item])).values()];
  const first = distinct[0];
  if (first === undefined) {
    throw new UsageError('image-empty', 'it holds no image.', 'Name the file or folder that the build wrote.');
  }
  if (asked === null && distinct.length === 1) {
    return first;
  }
  const wanted = asked ?? machine;
  const fitting = distinct.filter((item) => matchesPlatform(wanted, item.platform));
  const [only, another] = preferExact(fitting, wanted);
  if (only === undefined) {
    throw missing(distinct, wanted, asked !== null);
  }
  if (another !== undefined) {
    throw severalImages(fitting.flatMap((item) => item.names));
  }
  return only;
}

/** What images are for, like `linux/arm64`: each once, sorted. */
export function platformsOf(candidates: readonly Pick<Candidate, 'platform'>[]): readonly string[] {
  return [...new Set(candidates.map(({ platform }) => formatPlatform(platform)))].sort();
}

/** Of `linux/amd64` and `linux/amd64/v3`, the former is what `linux/amd64` means. */
function preferExact<T extends Candidate>(fitting: readonly T[], wanted: Platform): readonly T[] {
  const exact = fitting.filter((item) => formatPlatform(item.platform) === formatPlatform(wanted));
  return exact.length > 0 ? exact : fitting;
}

function missing(candidates: readonly Candidate[], wanted: Platform, asked: boolean): UsageError | VerifyError {
  const has = platformsOf(candidates).join(', ');
  const message = `it has no image for ${formatPlatform(wanted)}, only for ${has}.`;
  return asked
    ? new VerifyError(
        'platform-missing',
        message,
        'Build the image for the platform that is asked for, or ask for another.',
      )
    : new UsageError('platform-needed', message, 'Say with --platform which one to judge, or all.');
}

/** More than one image where one was named. */
export function severalImages(names: readonly string[]): UsageError {
  const list = [...new Set(names)].sort();
  const told = list.length === 0 ? '' : `: ${list.slice(0, 10).map(shown).join(', ')}${list.length > 10 ? ', …' : ''}`;
  return new UsageError(
    'image-several',
    `it holds several images${told}.`,
    'Name one: write each image to a file of its own, or give its tag (docker-archive:FILE:TAG, oci-archive:FILE:TAG, oci:FOLDER:TAG).',
  );
}
