import type { Suppression } from 'sarif';
import type { Finding } from '../../model/finding.ts';
import { plain } from '../text/plain.ts';
import { physicalLocation } from './locations.ts';

/**
 * The waiver that accepts a finding; none for one that nobody accepts. Within a run either every result says whether it
 * is suppressed or none does (SARIF 2.1.0, 3.27.23), so a result without a waiver has an empty list.
 */
export function suppressionsOf({ waiver }: Finding, repositoryFiles: ReadonlySet<string> | undefined): Suppression[] {
  if (waiver === null) return [];
  const { reason, owner, expires, source, location } = waiver;
  const physical = physicalLocation(location, repositoryFiles);
  const facts = Object.entries({ owner, expires, source }).flatMap(([key, value]) =>
    value === null ? [] : [[key, plain(value, 200)]],
  );
  return [
    {
      kind: 'external',
      status: 'accepted',
      justification: plain(reason, 1_000),
      ...(physical === null ? {} : { location: { physicalLocation: physical } }),
      properties: Object.fromEntries(facts),
    },
  ];
}
