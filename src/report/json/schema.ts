import * as z from 'zod';
import { ANSWERS } from '../../model/check.ts';
import { FINDING_KINDS, FINDING_STATUSES } from '../../model/finding.ts';
import { NOTICE_KINDS } from '../../model/notice.ts';
import { SEVERITIES } from '../../model/severity.ts';
import { VERDICTS } from '../../model/verdict.ts';
import { WAIVER_SOURCES } from '../../model/waiver.ts';

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

const origin = z.enum(['base', 'build', 'app', 'config']).nullable();

const waiver = z.object({
  ids: z.array(text).describe('Ids or aliases that it accepts'),
  reason: text,
  owner: maybe,
  expires: maybe.describe('The last day on which it counts, YYYY-MM-DD in UTC; null where its file knows no term'),
  source: z.enum(WAIVER_SOURCES).describe('What kind of file it stands in'),
  location: location.describe('Where it stands'),
});

const edit = z.object({
  file: text,
  startLine: line,
  startColumn: line.describe('Counted from 1, in UTF-16 units'),
  endLine: line,
  endColumn: line.describe('Not included'),
  text,
});

const fault = z.object({
  id: text.describe('Rule id or advisory id'),
  kind: z.enum(FINDING_KINDS),
  severity,
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
  origin,
  fingerprint: text.describe('The same for the same fault in every build of the subject'),
  aliases: z.array(text).describe('Ids of the same fault in other tools and databases'),
  fixable: z.boolean().describe('False for an advisory that no version fixes yet'),
  published: maybe.describe('When the advisory was published, RFC 3339'),
  cwes: z.array(text).describe('Like CWE-79'),
  edits: z.array(edit).describe("A change of the repository's files that removes the fault; empty when none is known"),
});

const finding = fault.extend({
  status: z.enum(FINDING_STATUSES).describe('Only fail gates'),
  reason: text.describe('Why the finding has this status'),
  change: z
    .enum(['new', 'unchanged'])
    .nullable()
    .describe('Against the baseline; null: not known, or nothing to compare'),
  waiver: waiver.nullable().describe('The one that accepts it'),
  deadline: maybe.describe('When its period of grace ends, RFC 3339: from then on it gates'),
});

const layer = z.object({
  diffId: text.describe('SHA-256 of the uncompressed layer: findings name their layer by it'),
  size: count.describe('Bytes as stored'),
  origin,
  instruction: text.describe("What made it, without values that may be secret; '' when nothing says so"),
  location: location.nullable(),
});

const check = z.object({ rule: text, answer: z.enum(ANSWERS), severity, title: text, reason: text });

const subject = z.object({
  name: text,
  platform: maybe.describe('Where several platforms of one image are judged'),
  image: z.object({ reference: text, imageId: text, digest: maybe, platform: text }).nullable(),
  dockerfile: maybe,
  verdict,
  os: z.object({ family: text, name: text, endOfLife: z.boolean() }).nullable(),
  packages: z.object({ os: count, language: count }).nullable(),
  layers: z.array(layer).describe('Bottom first; empty when no image was read'),
  checks: z.array(check),
  findings: z.array(finding).describe('Worst first; what gates before what does not'),
  fixed: z.array(fault).describe('What the baseline had and this subject has no more'),
});

const problem = z.object({
  kind: z
    .enum(['usage', 'verify'])
    .describe('usage: what was asked is wrong; verify: a tool, the network or an image failed'),
  code: text,
  message: text,
  advice: text.describe('What to do next'),
  subject: maybe.describe(
    'Name of the subject, with its platform in brackets where there are several; null: the run as a whole',
  ),
});

const notice = z.object({ kind: z.enum(NOTICE_KINDS), message: text, location: location.nullable() });

/** The shape of `report.json`. */
export const reportSchema = z.object({
  schema: z.literal(REPORT_SCHEMA),
  verdict,
  startedAt: text.describe('RFC 3339'),
  failOn: severity.describe('The least severity that gates'),
  gate: z.enum(['all', 'new']).describe('new: only what the change introduces gates'),
  baseline: z.object({ description: text, commit: maybe }).nullable().describe('What was compared with; null: nothing'),
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
  notices: z.array(notice).describe('What a reader should know of the judging itself; it decides nothing'),
  subjects: z.array(subject),
});

export type Report = z.infer<typeof reportSchema>;

/** The published JSON Schema (draft 2020-12). It allows unknown fields: new ones come without a new version. */
export function reportJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, { io: 'input' });
  return { $schema, title: 'report.json of image-gate', description: `Contract ${REPORT_SCHEMA}`, ...schema };
}
