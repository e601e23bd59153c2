import { toProblem } from '../model/failure.ts';
import { subjectKey } from '../model/subject.ts';
import type { Problem } from '../model/verdict.ts';
import type { Settings } from '../settings/settings.ts';
import type { Outcome } from './check.ts';
import { sbomTexts } from './sboms.ts';
import { evidenceText } from './store-baseline.ts';
import type { SbomText } from './write-reports.ts';

/** What goes beside the reports. */
export interface Attachments {
  readonly sboms: readonly SbomText[];
  /** Text of `evidence.json`, for later runs to compare with; null when no image was judged whole. */
  readonly evidence: string | null;
  /** What could not be made: it hides nothing of the verdict. */
  readonly problems: readonly Problem[];
}

/** Bills of materials and evidence of the images, from the scans that were made. */
export async function attachments(
  { cases, packagesFiles, sboms, verdict }: Outcome,
  { sbom, scanners }: Pick<Settings, 'sbom' | 'scanners'>,
  { repository, commit }: { readonly repository: string | null; readonly commit: string | null },
): Promise<Attachments> {
  const images = cases.flatMap(({ subject }, index) => {
    const packagesFile = packagesFiles[index] ?? null;
    return packagesFile === null ? [] : [{ subject, packagesFile }];
  });
  if (sboms === null || images.length === 0) return { sboms: [], evidence: null, problems: [] };
  const problems: Problem[] = [];
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      problems.push(toProblem(error));
      return null;
    }
  };
  const files = new Map(images.map(({ subject, packagesFile }) => [subjectKey(subject), packagesFile]));
  const facts = { createdAt: verdict.startedAt, repository, commit, scanners };
  return {
    sboms: (await attempt(() => sbomTexts(images, sboms, sbom))) ?? [],
    evidence: await attempt(() => evidenceText(cases, files, sboms, facts)),
    problems,
  };
}
