import * as z from 'zod';
import { SEVERITIES } from '../../model/severity.ts';

/** The name and version of the contract. A reader may meet fields it does not know, never one less. */
export const EVIDENCE_SCHEMA = 'image-gate/evidence/1';

/** What is read comes from an artifact: everything has an end. What is written keeps within the same limits. */
export const LIMITS = { text: 4_000, list: 1_000, faults: 20_000, hits: 100_000, subjects: 500 } as const;

const text = z.string().max(LIMITS.text);
const maybe = text.nullable();
const severity = z.enum(SEVERITIES);
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const count = z.int().min(0);
const texts = z.array(text).max(LIMITS.list);

const location = z.object({ file: text, startLine: z.int().min(1), endLine: z.int().min(1) });

const ruleFault = z.object({
  id: text,
  severity,
  title: text,
  message: text,
  fix: text,
  location: location.nullable(),
  related: z.array(z.object({ location, message: text })).max(LIMITS.list),
  origin: z.enum(['base', 'build', 'app', 'config']).nullable(),
  aliases: texts,
  url: maybe,
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
});

const secret = z.object({
  rule: text,
  title: text,
  severity,
  path: maybe,
  startLine: count,
  endLine: count,
  layer: maybe,
});

const license = z.object({ name: text, category: text, severity, package: maybe, path: maybe });

const image = z.object({
  reference: text,
  imageId: digest,
  digest: digest.nullable(),
  platform: text,
  config: z.object({
    user: text,
    exposedPorts: texts,
    environment: texts.describe('Names of variables, without their values'),
    hasHealthcheck: z.boolean(),
    stopSignal: maybe,
  }),
  layers: z.array(z.object({ diffId: digest, size: count })).max(LIMITS.list),
  history: z
    .array(z.object({ instruction: text.describe("Keyword; '' when the entry names none"), emptyLayer: z.boolean() }))
    .max(LIMITS.list),
});

const subject = z.object({
  name: text,
  platform: maybe,
  dockerfile: maybe,
  image,
  faults: z.array(ruleFault).max(LIMITS.faults).describe('What the rules found; not judged again'),
  secrets: z.array(secret).max(LIMITS.hits),
  licenses: z.array(license).max(LIMITS.hits),
  sbom: z
    .looseObject({ bomFormat: z.literal('CycloneDX'), specVersion: text })
    .describe('CycloneDX: the packages, which are looked up again in the database of the day'),
});

export const storedEvidence = z.object({
  schema: z.literal(EVIDENCE_SCHEMA),
  tool: z.object({ version: text }),
  createdAt: z.iso.datetime(),
  repository: maybe.describe('owner/name'),
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .nullable(),
  scanners: z.array(z.enum(['vuln', 'secret', 'license'])).max(3),
  subjects: z.array(subject).max(LIMITS.subjects),
});

/** What a run keeps of the images it has judged. It holds no value of an environment variable and no file's content. */
export type StoredEvidence = z.output<typeof storedEvidence>;
export type StoredSubject = StoredEvidence['subjects'][number];
export type StoredFault = StoredSubject['faults'][number];

/** The published JSON Schema (draft 2020-12). */
export function evidenceJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(storedEvidence, { io: 'input' });
  return { $schema, title: 'evidence.json of image-gate', description: `Contract ${EVIDENCE_SCHEMA}`, ...schema };
}
