import * as z from 'zod';
import { VerifyError } from '../model/failure.ts';
import {
  Report,
  SbomReport,
  SchemaVersion,
  SUPPORTED_SCHEMA,
  type TrivyReport,
  type TrivySbomReport,
} from './report-schema.ts';

export type { TrivyReport } from './report-schema.ts';

/**
 * Decodes Trivy's JSON report, as `parseReport` gives it. Fields that are not known are tolerated and dropped.
 * @param source names the report in messages
 * @throws VerifyError `trivy-report-schema`, `trivy-report-shape`
 */
export function decodeTrivyReport(json: unknown, source: string): TrivyReport {
  return decode(Report, json, source);
}

/** The same for the report on a bill of materials. */
export function decodeSbomReport(json: unknown, source: string): TrivySbomReport {
  return decode(SbomReport, json, source);
}

function decode<Decoded>(shape: z.ZodType<Decoded>, json: unknown, source: string): Decoded {
  const version = SchemaVersion.safeParse(json).data?.SchemaVersion;
  if (version !== SUPPORTED_SCHEMA) {
    throw new VerifyError(
      'trivy-report-schema',
      `${source}: the report has schema version ${version ?? 'none'}; this gate reads version ${SUPPORTED_SCHEMA}`,
      'Use the default version of Trivy, or a newer version of this gate.',
    );
  }
  const decoded = shape.safeParse(json);
  if (!decoded.success) {
    throw new VerifyError(
      'trivy-report-shape',
      `${source}: the report does not have the expected form at ${firstPlace(decoded.error)}`,
      'Use the default version of Trivy, or a newer version of this gate.',
      z.prettifyError(decoded.error),
    );
  }
  return decoded.data;
}

/**
 * Any report of Trivy's.
 * @throws VerifyError `trivy-report-json`
 */
export function parseReport(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may hold secrets of the image.
    throw new VerifyError(
      'trivy-report-json',
      `${source}: the report is not whole JSON (${text.length} characters)`,
      'Check that the disk is not full, and run again.',
    );
  }
}

function firstPlace(error: z.ZodError): string {
  return error.issues[0]?.path.map(String).join('.') || 'the top';
}
