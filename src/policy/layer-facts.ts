import { attributeLayers, type LayerSource } from '../image/attribution.ts';
import type { DockerfileEvidence, Instruction } from '../model/dockerfile.ts';
import type { HistoryEntry, ImageEvidence } from '../model/image.ts';
import type { Evidence } from '../model/subject.ts';
import type { LayerFacts } from '../model/verdict.ts';

/** The layers of the image, bottom first, each with the instruction that made it where that is known. */
export function layerFacts({ image, dockerfile }: Evidence): readonly LayerFacts[] {
  if (image === null) return [];
  const sources: ReadonlyMap<string, LayerSource> =
    dockerfile === null ? new Map() : attributeLayers(image, dockerfile, dockerfile.bases);
  const history = historyOfLayers(image);
  return image.layers.map(({ diffId, size }, index) => {
    const source = sources.get(diffId);
    return {
      diffId,
      size,
      origin: source?.origin ?? null,
      instruction: instructionText(source, dockerfile) ?? keywordOf(history?.[index]),
      location: source?.location ?? null,
    };
  });
}

/** Null when the history does not tell of every layer, as after squashing. */
function historyOfLayers({ history, layers }: ImageEvidence): readonly HistoryEntry[] | null {
  const entries = history.filter(({ emptyLayer }) => !emptyLayer);
  return entries.length === layers.length ? entries : null;
}

function instructionText(source: LayerSource | undefined, dockerfile: DockerfileEvidence | null): string | null {
  if (source === undefined || dockerfile === null) return null;
  if (source.instruction !== null) return shortened(source.instruction);
  // The FROM may stand in a base that the same repository builds.
  const from = [dockerfile, ...(dockerfile.bases ?? [])].find(({ base }) => base?.location === source.location);
  return from?.base == null ? 'FROM' : `FROM ${from.base.written}`;
}

/** Of a command only the program's name, of a copy nothing but the keyword: the rest may hold a credential. */
function shortened({ keyword, text, json }: Instruction): string {
  const first = json === null ? /^[a-z][a-z0-9.+_-]{0,30}(?=\s|$)/.exec(text)?.[0] : undefined;
  return keyword === 'RUN' && first !== undefined ? `RUN ${first}` : keyword;
}

const KEYWORDS = new Set(['RUN', 'COPY', 'ADD', 'WORKDIR']);

/** BuildKit writes the instruction, the legacy builder a shell's call with `#(nop)` for all but RUN. */
function keywordOf(entry: HistoryEntry | undefined): string {
  if (entry === undefined) return '';
  const text = entry.createdBy.slice(0, 200);
  const keyword = (/#\(nop\)\s+([A-Z]+)\b/.exec(text) ?? /^([A-Z]+)\b/.exec(text))?.[1] ?? '';
  if (KEYWORDS.has(keyword)) return keyword;
  return text.startsWith('/bin/sh -c ') ? 'RUN' : '';
}
