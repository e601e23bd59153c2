import type { DockerfileEvidence, Instruction } from '../model/dockerfile.ts';
import type { HistoryEntry, ImageEvidence } from '../model/image.ts';
import type { Location } from '../model/location.ts';

/** What brought a layer: an instruction of the Dockerfile, or the base image. */
export interface LayerSource {
  readonly origin: 'base' | 'build';
  /** The instruction, or the FROM that names the base. */
  readonly location: Location;
}

/**
 * Matches layers to history entries, and history entries to the instructions of the target stage and the stages it is
 * built upon, newest first. What lies below the oldest match belongs to the base.
 *
 * The result is empty when the image cannot have been built from this Dockerfile and target as they stand (the history
 * is missing, squashed, or tells of other instructions): better no line than a wrong one.
 * @returns by diff id
 */
export function attributeLayers(
  image: ImageEvidence,
  dockerfile: DockerfileEvidence,
): ReadonlyMap<string, LayerSource> {
  const entries = image.history.filter(({ emptyLayer }) => !emptyLayer);
  if (entries.length !== image.layers.length) return new Map();
  const instructions = layerInstructions(dockerfile);
  const sources = new Map<string, LayerSource>();
  let next = instructions.length - 1;
  let index = entries.length - 1;
  for (; index >= 0 && next >= 0; index--) {
    const entry = entries[index];
    const diffId = image.layers[index]?.diffId;
    if (entry === undefined || diffId === undefined) return new Map();
    // The legacy builder, and BuildKit for a folder that is there already, add no layer for WORKDIR.
    while (instructions[next]?.keyword === 'WORKDIR' && kindOf(entry) !== 'WORKDIR') next--;
    const instruction = instructions[next];
    if (instruction === undefined) break;
    if (!matches(entry, instruction)) return new Map();
    sources.set(diffId, { origin: 'build', location: instruction.location });
    next--;
  }
  while (instructions[next]?.keyword === 'WORKDIR') next--;
  if (next >= 0) return new Map();
  const from = dockerfile.base?.location;
  if (from !== undefined) {
    for (const { diffId } of image.layers.slice(0, index + 1)) {
      if (!sources.has(diffId)) sources.set(diffId, { origin: 'base', location: from });
    }
  }
  return sources;
}

const LAYER_KEYWORDS = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR']);

/** The instructions that can make layers, oldest first, through the chain of stages of the target. */
function layerInstructions({ stages, target }: DockerfileEvidence): readonly Instruction[] {
  const chain: Instruction[][] = [];
  for (
    let stage = stages[target];
    stage !== undefined;
    stage = stage.parent === null ? undefined : stages[stage.parent]
  ) {
    chain.unshift(stage.instructions.filter(({ keyword }) => LAYER_KEYWORDS.has(keyword)));
  }
  return chain.flat();
}

/** `RUN |1 A=b /bin/sh -c … # buildkit` and the legacy builder's `/bin/sh -c …`, `/bin/sh -c #(nop) COPY file:… in …`. */
function kindOf({ createdBy }: HistoryEntry): string {
  const legacy = /#\(nop\)\s+([A-Z]+)\b/.exec(createdBy)?.[1];
  const keyword = legacy ?? /^([A-Z]+)\b/.exec(createdBy)?.[1];
  return keyword ?? 'RUN';
}

function matches(entry: HistoryEntry, instruction: Instruction): boolean {
  if (kindOf(entry) !== instruction.keyword) return false;
  const said = squeeze(entry.createdBy);
  if (instruction.keyword !== 'RUN') {
    // The legacy builder writes a checksum in place of the sources; variables are expanded by both.
    return (
      said.includes('#(nop)') ||
      instruction.text.includes('$') ||
      lastWord(said) === lastWord(squeeze(instruction.text))
    );
  }
  if (instruction.heredocs.length > 0) return true;
  return said.includes(squeeze(instruction.json === null ? instruction.text : instruction.json.join(' ')));
}

/** The destination of COPY and ADD, the folder of WORKDIR: in shell or JSON form. */
function lastWord(text: string): string {
  return (text.split(' ').at(-1) ?? '').replace(/^[["]+|[\]",]+$/g, '').replace(/(.)\/$/, '$1');
}

function squeeze(text: string): string {
  return text
    .replace(/\s*# buildkit\s*$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
