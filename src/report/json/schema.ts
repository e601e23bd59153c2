import * as z from 'zod';
import { ANSWERS } from '../../model/check.ts';
import { FINDING_KINDS } from '../../model/finding.ts';
import { SEVERITIES } from '../../model/severity.ts';
import { VERDICTS } from '../../model/verdict.ts';

/** The name and version of the contract. A reader may meet fields it does not know, never one less. */
export const REPORT_SCHEMA = 'image-gate/report/1';

const severity = z.enum(SEVERITIES);
const verdict = z.enum(VERDICTS);
const text = z.string();
const maybe = text.nullable();
const count = z.int().min(0);
const line = z.int().min(1);

const location = z.object({
  file: text.describe('POSIX path relative to the root of the repository'),
  startLine: line,
  endLine: line,
});

const finding = z.object({
  id: text.describe('Rule id or advisory id'),
  kind: z.enum(FINDING_KINDS),
  severity,
  status: z
    .enum(['fail', 'unfixed', 'below-threshold', 'waived', 'grace', 'baseline', 'unknown'])
    .describe('Only fail gates'),
  reason: text.describe('Why the finding has this status'),
  change: z.enum(['new', 'unchanged']).nullable(),
  title: text,
  message: text,
  fix: text.describe('What to do about it'),
  url: maybe,
  location: location.nullable(),
  related: z.array(z.object({ location, message: text })),
  image: z
    .object({
      layer: maybe.describe('Diff id'),
      path: maybe,
      package: maybe,
      purl: maybe,
      installed: maybe,
      fixed: maybe.describe('Versions that fix it; null when there is none yet'),
    })
    .nullable(),
  origin: z.enum(['base', 'build', 'app', 'config']).nullable(),
  fingerprint: text.describe('The same for the same fault in every build of the subject'),
  aliases: z.array(text).describe('Ids of the same fault in other tools and databases'),
  waiver: z.record(text, z.unknown()).nullable(),
  deadline: maybe.describe('RFC 3339'),
});

const check = z.object({ rule: text, answer: z.enum(ANSWERS), severity, title: text, reason: text });

const subject = z.object({
  name: text,
  image: z.object({ reference: text, imageId: text, digest: maybe, platform: text }).nullable(),
  dockerfile: maybe,
  verdict,
  os: z.object({ family: text, name: text, endOfLife: z.boolean() }).nullable(),
  packages: z.object({ os: count, language: count }).nullable(),
  checks: z.array(check),
  findings: z.array(finding).describe('Worst first; what gates before what does not'),
  fixed: z.array(finding.partial()).describe('What the baseline had and this image has no more'),
});

const problem = z.object({
  kind: z
    .enum(['usage', 'verify'])
    .describe('usage: what was asked is wrong; verify: a tool, the network or an image failed'),
  code: text,
  message: text,
  advice: text.describe('What to do next'),
  subject: maybe.describe('Name of the subject; null: the run as a whole'),
});

/** The shape of `report.json`. */
export const reportSchema = z.object({
  schema: z.literal(REPORT_SCHEMA),
  verdict,
  startedAt: text.describe('RFC 3339'),
  failOn: severity.describe('The least severity that gates'),
  tool: z.object({ version: text }),
  trivy: z
    .object({
      version: text,
      source: text,
      sha256: text.describe('Of the executable'),
      database: z.object({ updatedAt: maybe.describe('RFC 3339'), source: text }).nullable(),
    })
    .nullable()
    .describe('Null when Trivy was not run'),
  errors: z.array(problem).describe('All that could not be verified'),
  subjects: z.array(subject),
});

export type Report = z.infer<typeof reportSchema>;

/** The published JSON Schema (draft 2020-12). It allows unknown fields: new ones come without a new version. */
export function reportJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, { io: 'input' });
  return { $schema, title: 'report.json of image-gate', description: `Contract ${REPORT_SCHEMA}`, ...schema };
}
