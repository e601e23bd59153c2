import type { BuildStep } from './build-steps.ts';
import type { HistoryStep } from './history-text.ts';
import { matches } from './matches.ts';

/** What made the uppermost layers of an image, bottom first; null for a layer whose instruction is not known. */
export interface Alignment {
  readonly steps: readonly (BuildStep | null)[];
}

/**
 * Docker's builders write one history entry for each instruction, with a layer or without. Null when the history does
 * not end with exactly these.
 */
export function alignAll(
  history: readonly HistoryStep[],
  steps: readonly BuildStep[],
  shells: readonly string[],
): Alignment | null {
  const squashed = isMerge(history.at(-1));
  const left = squashed ? history.slice(0, -1) : [...history];
  const pairs: { readonly entry: HistoryStep; readonly step: BuildStep }[] = [];
  for (const step of steps.toReversed()) {
    const entry = left.at(-1);
    // BuildKit keeps ONBUILD in the config alone.
    if (step.instruction.keyword === 'ONBUILD' && entry?.keyword !== 'ONBUILD') continue;
    if (entry === undefined || !matches(entry, step.instruction, shells)) return null;
    left.pop();
    pairs.unshift({ entry, step });
  }
  const layers = pairs.filter(({ entry }) => !entry.emptyLayer);
  if (squashed) return layers.length === 0 ? { steps: [null] } : null;
  const isOdd = pairs.some(({ entry }) => holdsMore(entry));
  return { steps: layers.map(({ step }) => (isOdd ? null : step)) };
}

/** `docker build --squash` leaves all entries empty and puts one layer on top. */
function isMerge(entry: HistoryStep | undefined): boolean {
  return entry !== undefined && !entry.emptyLayer && entry.keyword === '' && entry.comment.startsWith('merge sha256:');
}

/**
 * Builders that make one layer of several instructions say so here: a copy without a layer of its own, or a layer of an
 * instruction that changes no file.
 */
function holdsMore({ keyword, emptyLayer }: HistoryStep): boolean {
  return emptyLayer ? keyword === 'COPY' || keyword === 'ADD' : !MAKES_LAYERS.has(keyword);
}

const MAKES_LAYERS = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR']);

/**
 * Other builders write entries for layers only. WORKDIR may have made one or not; every other layer must be what the
 * Dockerfile says, without a gap.
 */
export function alignLayers(
  history: readonly HistoryStep[],
  steps: readonly BuildStep[],
  shells: readonly string[],
): Alignment | null {
  const left = history.filter(({ emptyLayer }) => !emptyLayer);
  const found: BuildStep[] = [];
  for (const step of steps.filter(({ instruction }) => MAKES_LAYERS.has(instruction.keyword)).toReversed()) {
    const entry = left.at(-1);
    if (entry !== undefined && matches(entry, step.instruction, shells)) {
      left.pop();
      found.unshift(step);
    } else if (step.instruction.keyword !== 'WORKDIR') {
      return null;
    }
  }
  return { steps: found };
}
