import { createHash } from 'node:crypto';

/**
 * The artifact that holds the evidence of the images judged under a category. Artifact names take no slash (see
 * path-and-artifact-name-validation of @actions/artifact); a digest keeps apart what would fall together without it.
 */
export function evidenceArtifact(category: string): string {
  const plain = category.replaceAll(/[^A-Za-z0-9._ -]/g, '-');
  const mark = plain === category ? '' : `-${createHash('sha256').update(category).digest('hex').slice(0, 8)}`;
  return `image-gate-evidence-${plain}${mark}`;
}

/** Its only file. */
export const EVIDENCE_FILE = 'evidence.json';
