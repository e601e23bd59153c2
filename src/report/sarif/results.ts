import type { PhysicalLocation, Result } from 'sarif';
import type { Finding } from '../../model/finding.ts';
import { subjectKey } from '../../model/subject.ts';
import type { SubjectVerdict } from '../../model/verdict.ts';
import { plain } from '../text/plain.ts';
import { fullStop } from '../text/words.ts';
import { fixesOf } from './fixes.ts';
import { DESCRIPTION_LENGTH } from './limits.ts';
import { logicalLocations, relatedLocations } from './locations.ts';
import { LEVELS } from './severity.ts';
import { suppressionsOf } from './suppressions.ts';

/** What the results of a run share. */
export interface ResultContext {
  readonly subject: SubjectVerdict;
  readonly repositoryFiles: ReadonlySet<string> | undefined;
  /** Each result of the run is then `new` or `unchanged`: SARIF wants all of a run to say so, or none. */
  readonly hasStates: boolean;
  /** Some finding of the run is waived. */
  readonly hasSuppressions: boolean;
}

/** One alert, at a place of the repository. */
export function toResult(
  finding: Finding,
  physicalLocation: PhysicalLocation,
  ruleIndex: number,
  { subject, repositoryFiles, hasStates, hasSuppressions }: ResultContext,
): Result {
  const logical = logicalLocations(subject, finding.image);
  const related = relatedLocations(finding, repositoryFiles);
  const fixes = fixesOf(finding, repositoryFiles);
  return {
    ruleId: ruleId(finding),
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: messageText(finding, subject) },
    locations: [{ physicalLocation, ...(logical.length > 0 ? { logicalLocations: logical } : {}) }],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    // GitHub looks at no other key; the number counts results that only their place tells apart, of which there are none.
    partialFingerprints: { primaryLocationLineHash: `${plain(finding.fingerprint, 64)}:1` },
    ...(hasStates && finding.change !== null ? { baselineState: finding.change } : {}),
    ...(hasSuppressions ? { suppressions: suppressionsOf(finding, repositoryFiles) } : {}),
    ...(fixes.length > 0 ? { fixes } : {}),
    properties: properties(finding),
  };
}

/** The id that results and rules share. */
export function ruleId(finding: Finding): string {
  return plain(finding.id, 100) || finding.kind;
}

function messageText(finding: Finding, { subject }: SubjectVerdict): string {
  const parts = [
    fullStop(plain(finding.message, DESCRIPTION_LENGTH)),
    `Image gate: ${finding.severity} in '${plain(subjectKey(subject), 200)}'.`,
    finding.fix === '' ? '' : fullStop(`Fix: ${plain(finding.fix, DESCRIPTION_LENGTH)}`),
    finding.image?.path == null ? '' : `In the image: '${plain(finding.image.path, 500)}'.`,
  ];
  return unlinked(parts.filter((part) => part !== '').join(' '));
}

/** In a SARIF message `[text](target)` is a link (SARIF 2.1.0, 3.11.6); text from an image must not make one. */
export function unlinked(text: string): string {
  return text.replaceAll('](', '] (');
}

function properties({
  kind,
  severity,
  origin,
  status,
  reason,
  change,
  deadline,
  image,
  aliases,
}: Finding): Result['properties'] {
  const facts = {
    kind,
    severity,
    origin,
    status,
    reason: plain(reason),
    change,
    deadline,
    package: image?.package,
    purl: image?.purl,
    installed: image?.installed,
    fixed: image?.fixed,
    path: image?.path,
    layer: image?.layer,
  };
  const known = Object.entries(facts).flatMap(([key, value]) => (value == null ? [] : [[key, plain(value, 500)]]));
  return {
    ...Object.fromEntries(known),
    ...(aliases.length > 0 ? { aliases: aliases.slice(0, 20).map((id) => plain(id, 100)) } : {}),
  };
}
