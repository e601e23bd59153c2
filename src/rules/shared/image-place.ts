import { attributeLayers, type LayerSource } from '../../image/attribution.ts';
import type { RunPlace } from '../../image/lookup-program.ts';
import { processUser } from '../../image/lookup-user.ts';
import type { ImageFile, ImageFiles } from '../../model/image-files.ts';
import type { Location } from '../../model/location.ts';
import type { Evidence } from '../../model/subject.ts';
import { fromLine } from './effective.ts';

/** The image's files and who runs them; null when the files were not read. */
export function runPlace({ image }: Evidence): RunPlace | null {
  if (image === null || image.files === null) return null;
  return { image, files: image.files, user: processUser(image) };
}

/** What brought each layer, by diff id; empty when nothing tells. */
export function layerSources({ image, dockerfile }: Evidence): ReadonlyMap<string, LayerSource> {
  return image === null || dockerfile === null ? new Map() : attributeLayers(image, dockerfile, dockerfile.bases);
}

/** The instruction whose layer holds the first of the files, else the FROM of the target. */
export function placeOf(evidence: Evidence, files: readonly ImageFile[]): Location | null {
  const sources = layerSources(evidence);
  const known = files.flatMap(({ layer }) => sources.get(layer) ?? []);
  return (known.find(({ origin }) => origin !== 'base') ?? known[0])?.location ?? fromLine(evidence);
}

/** Why a rule that needs files cannot decide: with an image they were not read, without one the Dockerfile does not tell. */
export function noFiles({ image }: Evidence): string {
  return image === null ? 'Only the built image can tell.' : 'The files of the image were not read.';
}

/** All files of the image, those that a later layer hides included. */
export function everyFile({ merged, hidden }: ImageFiles): readonly ImageFile[] {
  return [...merged, ...hidden];
}

/** The beginning of a file; null when it was not read. An empty file begins with nothing. */
export function headOf(files: ImageFiles, file: ImageFile, hidden: boolean): string | null {
  if (file.size === 0) return '';
  return files.heads[hidden ? `${file.path}@${file.layer}` : file.path] ?? null;
}
