import type { Instruction } from '../../model/dockerfile.ts';
import type { Evidence } from '../../model/subject.ts';
import { everyFile, layerSources } from './image-place.ts';

/** Who the files of a layer belong to. */
export interface LayerOwners {
  readonly user: ReadonlySet<number>;
  readonly group: ReadonlySet<number>;
}

/**
 * The owners of the files that each instruction brought, those that a later layer hides included. Folders do not count:
 * a layer repeats the ones above its files, with the owners that they had before. An instruction without files, or whose
 * layer is not known, is not here.
 */
export function layerOwners(evidence: Evidence): ReadonlyMap<Instruction, LayerOwners> {
  const files = evidence.image?.files ?? null;
  const owners = new Map<Instruction, { user: Set<number>; group: Set<number> }>();
  if (files === null) return owners;
  const sources = layerSources(evidence);
  for (const { type, layer, uid, gid } of everyFile(files)) {
    const instruction = type === 'file' ? (sources.get(layer)?.instruction ?? null) : null;
    if (instruction === null) continue;
    const known = owners.get(instruction) ?? { user: new Set(), group: new Set() };
    known.user.add(uid);
    known.group.add(gid);
    owners.set(instruction, known);
  }
  return owners;
}
