import * as z from 'zod';

/**
 * The part of Trivy's JSON report that is used (pkg/types/report.go of 0.74.0, SchemaVersion 2). Fields that are not
 * named here are dropped, among them the context of secrets and the image config, which hold values in clear text.
 */

/** Go omits empty lists or writes null for them. */
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/** Go omits empty texts. */
const text = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value === '' ? null : value));

const severity = z
  .enum(['UNKNOWN', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'])
  .default('UNKNOWN')
  .transform((word) => LOWER[word]);

const LOWER = { UNKNOWN: 'unknown', LOW: 'low', MEDIUM: 'medium', HIGH: 'high', CRITICAL: 'critical' } as const;

const layer = z
  .object({ DiffID: text })
  .optional()
  .transform((value) => value?.DiffID ?? null);

const vulnerability = z.object({
  VulnerabilityID: z.string().min(1),
  VendorIDs: list(z.string()),
  PkgName: z.string(),
  PkgPath: text,
  PkgIdentifier: z.object({ PURL: text }).optional(),
  InstalledVersion: z.string().default(''),
  FixedVersion: text,
  Status: z.string().default('unknown'),
  Layer: layer,
  Severity: severity,
  SeveritySource: text,
  PrimaryURL: text,
  Title: text,
  CweIDs: list(z.string()),
  PublishedDate: text,
});

const secret = z.object({
  RuleID: z.string(),
  Title: z.string().default(''),
  Severity: severity,
  StartLine: z.number().default(0),
  EndLine: z.number().default(0),
  Layer: layer,
});

const license = z.object({
  Name: z.string(),
  Category: z.string().default('unknown'),
  Severity: severity,
  PkgName: text,
  FilePath: text,
});

const result = z.object({
  Target: z.string(),
  Class: z.string().default(''),
  Type: z.string().default(''),
  Packages: list(z.unknown()),
  Vulnerabilities: list(vulnerability),
  Secrets: list(secret),
  Licenses: list(license),
});

export const SUPPORTED_SCHEMA = 2;

/** Read before anything else: another version may mean anything by the rest. */
export const SchemaVersion = z.object({ SchemaVersion: z.number() });

export const Report = z.object({
  Trivy: z.object({ Version: z.string() }).optional(),
  ArtifactName: z.string(),
  ArtifactType: z.literal('container_image'),
  Metadata: z.object({
    OS: z.object({ Family: z.string(), Name: z.string().default(''), EOSL: z.boolean().default(false) }).optional(),
    ImageID: text,
    ImageConfig: z.object({ os: z.string(), architecture: z.string(), variant: text }),
  }),
  Results: list(result),
});

/** The same of `trivy sbom`: the packages came from a document, so there is no config of an image. */
export const SbomReport = z.object({
  ...Report.shape,
  ArtifactType: z.literal('cyclonedx'),
  Metadata: Report.shape.Metadata.omit({ ImageConfig: true }),
});

export type TrivyReport = z.output<typeof Report>;
export type TrivySbomReport = z.output<typeof SbomReport>;
export type TrivyVulnerability = z.output<typeof vulnerability>;
export type TrivyResult = z.output<typeof result>;
