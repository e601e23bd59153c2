import type { ArtifactChange, Fix } from 'sarif';
import type { Finding } from '../../model/finding.ts';
import type { TextEdit } from '../../model/text-edit.ts';
import { plain } from '../text/plain.ts';
import { fullStop } from '../text/words.ts';
import { physicalLocation } from './locations.ts';

/** An edit of a Dockerfile is a few lines. A longer one is not worth its share of what GitHub takes of a file. */
const EDITS = 20;
const CHARACTERS = 10_000;

/** The change of files that removes a fault. All of it or nothing: half of a change is another change. */
export function fixesOf({ edits, fix }: Finding, repositoryFiles: ReadonlySet<string> | undefined): Fix[] {
  const length = edits.reduce((sum, { text }) => sum + text.length, 0);
  if (edits.length === 0 || edits.length > EDITS || length > CHARACTERS) return [];
  const changes: ArtifactChange[] = [];
  for (const [, ofFile] of Map.groupBy(edits, ({ file }) => file)) {
    const change = artifactChange(ofFile, repositoryFiles);
    if (change === null) return [];
    changes.push(change);
  }
  const text = fullStop(plain(fix, 1_000)) || 'Apply the change.';
  return [{ description: { text: text.replaceAll('](', '] (') }, artifactChanges: changes }];
}

function artifactChange(
  edits: readonly TextEdit[],
  repositoryFiles: ReadonlySet<string> | undefined,
): ArtifactChange | null {
  const [first] = edits;
  const place = first === undefined ? null : physicalLocation(first, repositoryFiles)?.artifactLocation;
  if (place == null || !edits.every(isPossible)) return null;
  const replacements = edits.map(({ startLine, startColumn, endLine, endColumn, text }) => ({
    deletedRegion: { startLine, startColumn, endLine, endColumn },
    // Without it the region is only deleted (SARIF 2.1.0, 3.57.4).
    ...(text === '' ? {} : { insertedContent: { text } }),
  }));
  return { artifactLocation: place, replacements };
}

function isPossible({ startLine, startColumn, endLine, endColumn }: TextEdit): boolean {
  const isForward = endLine > startLine || (endLine === startLine && endColumn >= startColumn);
  return startLine >= 1 && startColumn >= 1 && endColumn >= 1 && isForward;
}
