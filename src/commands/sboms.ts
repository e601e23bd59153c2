import { createHash } from 'node:crypto';
import { type Subject, subjectKey } from '../model/subject.ts';
import type { SbomFormat, Settings } from '../settings/settings.ts';
import type { SbomKind } from '../trivy/sbom.ts';
import type { Sboms } from './scanner.ts';
import type { SbomText } from './write-reports.ts';

/** An image that was scanned, and where the scan has left its packages. */
export interface ScannedImage {
  readonly subject: Subject;
  readonly packagesFile: string;
}

const ENDINGS = { cyclonedx: 'cdx.json', spdx: 'spdx.json' } as const;

/**
 * A bill of materials for each image, from the scan that was made, to be written into the report folder.
 * @returns in the order of the images; none for `none`
 * @throws VerifyError when Trivy cannot make one
 */
export async function sbomTexts(
  images: readonly ScannedImage[],
  sboms: Pick<Sboms, 'make'>,
  kind: SbomFormat,
): Promise<readonly SbomText[]> {
  if (kind === 'none') return [];
  const names = sbomNames(images.map(({ subject }) => subject));
  const texts: SbomText[] = [];
  for (const [index, { packagesFile }] of images.entries()) {
    const name = `${names[index]}.${ENDINGS[kind]}`;
    texts.push({ name, text: await sboms.make(packagesFile, kind) });
  }
  return texts;
}

const LONGEST_NAME = 100;

/**
 * File names without their ends, such as `sbom-server`: letters, digits, `.`, `_` and `-` alone. Where that takes something
 * away, or two names differ in case alone, a digest of the whole name keeps them apart.
 */
export function sbomNames(subjects: readonly Subject[]): readonly string[] {
  const keys = subjects.map(subjectKey);
  const small = keys.map((key) => key.toLowerCase());
  return keys.map((key, index) => {
    const safe = key.replaceAll(/[^A-Za-z0-9._-]+/g, '-').slice(0, LONGEST_NAME);
    const isAlone = safe === key && small.indexOf(key.toLowerCase()) === small.lastIndexOf(small[index] ?? '');
    const mark = isAlone ? '' : `-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
    return `sbom-${safe}${mark}`;
  });
}

/** The bills of materials that attachments are made of: evidence has one in it that Trivy can scan again. */
export function sbomKindsOf({ sbom }: Pick<Settings, 'sbom'>): readonly SbomKind[] {
  return sbom === 'spdx' ? ['cyclonedx', 'spdx'] : ['cyclonedx'];
}
