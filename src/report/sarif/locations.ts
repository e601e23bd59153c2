import type { LogicalLocation, PhysicalLocation, Location as SarifLocation } from 'sarif';
import type { Finding } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import type { SubjectVerdict } from '../../model/verdict.ts';
import { plain } from '../text/plain.ts';
import { repositoryUri } from '../text/repository-uri.ts';
import { LOCATIONS_PER_RESULT } from './limits.ts';

/** The name of the repository's root in a run; GitHub's own name for it. */
export const SOURCE_ROOT = '%SRCROOT%';

/** Lines of a file of the repository; null for a place that is none. */
export function physicalLocation(
  { file, startLine, endLine }: Location,
  repositoryFiles: ReadonlySet<string> | undefined,
): PhysicalLocation | null {
  const uri = repositoryUri(file);
  if (uri === null || startLine < 1 || repositoryFiles?.has(file) === false) return null;
  const region = { startLine, endLine: Math.max(startLine, endLine) };
  return { artifactLocation: { uri, uriBaseId: SOURCE_ROOT }, region };
}

/** Where else to look, numbered from 1; places outside the repository are left out. */
export function relatedLocations(finding: Finding, repositoryFiles: ReadonlySet<string> | undefined): SarifLocation[] {
  return finding.related
    .flatMap(({ location, message }) => {
      const physical = physicalLocation(location, repositoryFiles);
      const text = plain(message);
      return physical === null ? [] : [{ physicalLocation: physical, ...(text === '' ? {} : { message: { text } }) }];
    })
    .slice(0, LOCATIONS_PER_RESULT)
    .map((location, index) => ({ id: index + 1, ...location }));
}

/** The place in the image: the image itself, its layer, the file, the package. */
export function logicalLocations({ subject, image }: SubjectVerdict, place: Finding['image']): LogicalLocation[] {
  const parts = [
    image === null && place === null ? null : ['image', subject.name],
    ['layer', place?.layer],
    ['file', place?.path],
    ['package', place?.purl ?? place?.package],
  ] as const;
  return parts.flatMap((part) => {
    const name = part === null ? '' : plain(part[1] ?? '', 500);
    return part === null || name === '' ? [] : [{ fullyQualifiedName: name, kind: part[0] }];
  });
}
