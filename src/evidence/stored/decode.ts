import * as z from 'zod';
import { EVIDENCE_SCHEMA, type StoredEvidence, storedEvidence } from './schema.ts';

/** The longest text that is decoded, in UTF-8 bytes. */
export const MAX_EVIDENCE_BYTES = 128 * 1024 * 1024;

export type DecodedEvidence =
  | { readonly evidence: StoredEvidence }
  /** A part of a sentence. It quotes nothing of the text. */
  | { readonly mistake: string };

/** Decodes stored evidence, whoever wrote it. Total: what is wrong is an answer. */
export function decodeEvidence(text: string): DecodedEvidence {
  const json = parse(text);
  if (json === undefined) return { mistake: 'it is not whole JSON' };
  const schema = named.safeParse(json).data?.schema;
  if (schema !== EVIDENCE_SCHEMA) {
    const of = schema !== undefined && /^image-gate\/[a-z]+\/\d{1,4}$/.test(schema) ? schema : 'none';
    return { mistake: `its schema is ${of}, and this version reads ${EVIDENCE_SCHEMA}` };
  }
  const decoded = storedEvidence.safeParse(json);
  if (decoded.success) return { evidence: decoded.data };
  return { mistake: `it does not have the expected form at ${placeOf(decoded.error)}` };
}

const named = z.object({ schema: z.string() });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function placeOf({ issues }: z.ZodError): string {
  return issues[0]?.path.map(String).join('.') || 'the top';
}
