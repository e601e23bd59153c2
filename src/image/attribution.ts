import type { DockerfileEvidence, Instruction } from '../model/dockerfile.ts';
import type { ImageEvidence } from '../model/image.ts';
import type { Location } from '../model/location.ts';
import { type Alignment, alignAll, alignLayers } from './attribution/align.ts';
import { type BuildStep, buildSteps } from './attribution/build-steps.ts';
import { type HistoryStep, readHistoryEntry } from './attribution/history-text.ts';

/** What brought a layer: an instruction of a Dockerfile, or the base image. */
export interface LayerSource {
  readonly origin: 'base' | 'build';
  /** The instruction, or the FROM that names the base. */
  readonly location: Location;
  /** Null for what only the base image's own builder knows. */
  readonly instruction: Instruction | null;
  /** FROM of the stage of the same Dockerfile that the instruction copies from. */
  readonly copiedFrom: Location | null;
}

/**
 * Matches layers to history entries, and history entries to the instructions of the target stage and the stages it is
 * built upon, newest first. What lies below the oldest match belongs to the base.
 *
 * The result is empty, or lacks the layers that are not understood, when the image cannot have been built from this
 * Dockerfile and target as they stand: the history is missing or squashed, or tells of other instructions. Better no
 * line than a wrong one.
 * @param bases Dockerfiles of the same repository that build the images below, the nearest last; if the image was not
 *   built upon what they say now, they are left out
 * @returns by diff id
 */
export function attributeLayers(
  image: ImageEvidence,
  dockerfile: DockerfileEvidence,
  bases: readonly DockerfileEvidence[] = [],
): ReadonlyMap<string, LayerSource> {
  for (let skipped = 0; skipped <= bases.length; skipped += 1) {
    const known = bases.slice(skipped);
    const sources = attribute(image, dockerfile, known);
    if (sources !== null) return sources;
  }
  return new Map();
}

function attribute(
  image: ImageEvidence,
  dockerfile: DockerfileEvidence,
  bases: readonly DockerfileEvidence[],
): ReadonlyMap<string, LayerSource> | null {
  const steps = buildSteps(dockerfile, bases);
  const shells = shellsOf(image, steps);
  const history = image.history.map((entry) => readHistoryEntry(entry, shells));
  if (history.filter(({ emptyLayer }) => !emptyLayer).length !== image.layers.length) return null;
  const built = withoutFillers(history);
  const aligned = alignAll(built, steps, shells) ?? alignLayers(built, steps, shells);
  const from = (bases[0] ?? dockerfile).base;
  // Upon `scratch` nothing can lie below, and a base without any layer is none.
  if (aligned === null || (from === null) !== (aligned.steps.length === image.layers.length)) return null;
  return sourcesOf(image, aligned, from?.location ?? null);
}

function sourcesOf(
  image: ImageEvidence,
  { steps }: Alignment,
  from: Location | null,
): ReadonlyMap<string, LayerSource> {
  const sources = new Map<string, LayerSource>();
  const below = image.layers.length - steps.length;
  for (const [index, { diffId }] of image.layers.entries()) {
    // The same files can come twice; then the layer that brought them first is meant.
    if (sources.has(diffId)) continue;
    if (index < below) {
      if (from !== null) sources.set(diffId, { origin: 'base', location: from, instruction: null, copiedFrom: null });
      continue;
    }
    const step = steps[index - below] ?? null;
    if (step === null) continue;
    const { instruction, own, copiedFrom } = step;
    sources.set(diffId, {
      origin: own ? 'build' : 'base',
      location: instruction.location,
      instruction,
      copiedFrom,
    });
  }
  return sources;
}

/** Every shell that may stand before a command. */
function shellsOf({ config }: ImageEvidence, steps: readonly BuildStep[]): readonly string[] {
  const set = steps.flatMap(({ instruction: { keyword, json } }) =>
    keyword === 'SHELL' && json !== null ? [json.join(' ')] : [],
  );
  return [...new Set(['/bin/sh -c', ...set, ...(config.shell === null ? [] : [config.shell.join(' ')])])];
}

/** BuildKit puts an entry for each layer that the history of a base lacks behind all others. */
function withoutFillers(history: readonly HistoryStep[]): readonly HistoryStep[] {
  const last = history.findLastIndex(({ comment }) => comment !== 'buildkit.exporter.image.v0');
  return history.slice(0, last + 1);
}
