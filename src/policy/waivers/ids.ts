import type { Fault } from '../../model/finding.ts';
import type { Waiver } from '../../model/waiver.ts';

/**
 * One spelling of an id. Trivy has called its Dockerfile checks `DS002`, `AVD-DS-0002` and `DS-0002` in turn, and reads
 * all of them.
 */
export function idKey(id: string): string {
  const text = id.trim().toLowerCase();
  const trivy = /^(?:avd-)?ds-?([0-9]{3,4})$/.exec(text);
  return trivy === null ? text : `ds-${(trivy[1] ?? '').padStart(4, '0')}`;
}

/** All keys under which a fault can be waived. */
export function keysOf({ id, aliases, kind }: Pick<Fault, 'id' | 'aliases' | 'kind'>): ReadonlySet<string> {
  return new Set([id, ...aliases, ...licenseName(id, kind)].map(idKey));
}

/**
 * Whether an id of the waiver means the fault, once their keys agree. A policy's ids mean aliases too. Files of other
 * tools mean what they mean there: Trivy compares the ids of advisories, secrets and licences letter by letter, and knows
 * no aliases of theirs.
 */
export function meansFault({ ids, source, kinds }: Pick<Waiver, 'ids' | 'source' | 'kinds'>, fault: Fault): boolean {
  if (kinds !== undefined && !kinds.includes(fault.kind)) return false;
  if (source === 'policy' || fault.kind === 'rule') return true;
  const [name] = licenseName(fault.id, fault.kind);
  return ids.includes(name ?? fault.id);
}

/** Findings of licences are called `license-GPL-3.0` here; elsewhere the licence alone is the id. */
function licenseName(id: string, kind: Fault['kind']): readonly string[] {
  return kind === 'license' && id.startsWith('license-') ? [id.slice('license-'.length)] : [];
}
