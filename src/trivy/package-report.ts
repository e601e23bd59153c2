import * as z from 'zod';

const any = z.unknown().optional();

/**
 * The part of Trivy's report that a bill of materials is made of: the packages, and what they were found in. The image's
 * config, its history and labels, secrets and their surroundings hold values in clear text and are left out, so that no
 * converter can carry them on.
 */
const Part = z.object({
  SchemaVersion: z.number(),
  Trivy: any,
  ReportID: any,
  CreatedAt: any,
  Metadata: z.object({ Size: any, OS: any, ImageID: any, DiffIDs: any }),
  Results: z.array(z.object({ Target: any, Class: any, Type: any, Packages: any })).nullish(),
});

const WITH_PACKAGES: ReadonlySet<unknown> = new Set(['os-pkgs', 'lang-pkgs']);

/**
 * Reduces a report that `decodeTrivyReport` has accepted.
 * @param name what the bill of materials calls the image: Trivy itself would name the file that it was given
 */
export function packageReport(json: unknown, name: string): string {
  const { Results: results, ...report } = Part.parse(json);
  return JSON.stringify({
    ...report,
    ArtifactName: name,
    ArtifactType: 'container_image',
    Results: (results ?? []).filter(({ Class: kind }) => WITH_PACKAGES.has(kind)),
  });
}
