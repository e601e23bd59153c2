import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { reportJsonSchema, reportSchema } from '../../src/report/json/schema.ts';
import { stringify } from '../../src/report/json/stringify.ts';
import { renderJson } from '../../src/report/json.ts';
import type { ToolFacts } from '../../src/report/tool-facts.ts';
import {
  brokenVerdict,
  errorVerdict,
  failSubject,
  failVerdict,
  HOSTILE,
  hostileSubject,
  passVerdict,
  verdictOf,
} from '../support/verdicts.ts';

const tool: ToolFacts = { name: 'image-gate', version: '0.1.0', informationUri: 'https://example.com/image-gate' };
const published = new URL('../../schemas/report-1.schema.json', import.meta.url);
const verdicts = { passVerdict, failVerdict, errorVerdict, brokenVerdict, hostile: verdictOf([hostileSubject]) };

describe('report.json', () => {
  test.each(Object.entries(verdicts))(
    '%s: every field is in the schema, and the published schema takes it',
    async (_, verdict) => {
      const report: unknown = JSON.parse(renderJson(verdict, tool));
      // Parsing drops what the schema does not name.
      expect(reportSchema.parse(report)).toEqual(report);
      const validate = new Ajv2020({ strict: true }).compile(JSON.parse(await readFile(published, 'utf8')));
      expect(validate(report) ? [] : validate.errors).toEqual([]);
    },
  );

  test('the published schema is the one in the source', async () => {
    expect(JSON.parse(await readFile(published, 'utf8'))).toEqual(reportJsonSchema());
  });

  test('the published schema refuses a wrong report and takes fields of later versions', () => {
    const validate = new Ajv2020().compile(reportJsonSchema());
    const report = JSON.parse(renderJson(failVerdict, tool));
    expect(validate({ ...report, verdict: 'maybe' })).toBe(false);
    expect(validate({ ...report, subjects: undefined })).toBe(false);
    expect(validate({ ...report, later: 1 })).toBe(true);
  });

  test('a finding has the fields of the contract', () => {
    const report = reportSchema.parse(JSON.parse(renderJson(failVerdict, tool)));
    expect(report.subjects[1]?.findings[0]).toEqual({
      id: 'CVE-2025-7783',
      kind: 'advisory',
      severity: 'critical',
      status: 'fail',
      reason: 'critical reaches the threshold high',
      change: null,
      title: 'form-data: Unsafe random function in form-data',
      message: 'form-data 4.0.2 has CVE-2025-7783: Unsafe random function in form-data.',
      fix: 'Upgrade form-data to 4.0.4 in servers/notes/package-lock.json.',
      url: 'https://avd.aquasec.com/nvd/cve-2025-7783',
      location: { file: 'servers/notes/package-lock.json', startLine: 212, endLine: 221 },
      related: [
        {
          location: { file: 'servers/notes/Dockerfile', startLine: 9, endLine: 9 },
          message: 'Copied into the image here.',
        },
      ],
      image: failSubject.findings[0]?.image,
      origin: 'app',
      fingerprint: failSubject.findings[0]?.fingerprint,
      aliases: ['GHSA-fjxv-7rqg-78g4'],
      waiver: null,
      deadline: null,
    });
  });

  test('all problems stand at the top, with the subject that has them', () => {
    const both = { ...errorVerdict, errors: brokenVerdict.errors };
    const report = reportSchema.parse(JSON.parse(renderJson(both, tool)));
    expect(report.errors.map(({ code, kind, subject }) => [code, kind, subject])).toEqual([
      ['database-too-old', 'verify', null],
      ['image-not-found', 'usage', 'search'],
    ]);
  });

  test('the scanner and its database, or null', () => {
    expect(JSON.parse(renderJson(failVerdict, tool)).trivy).toMatchObject({
      version: '0.74.0',
      database: { updatedAt: '2026-11-22T18:31:07Z' },
    });
    expect(JSON.parse(renderJson(brokenVerdict, tool)).trivy).toBeNull();
  });

  test('the same verdict gives the same bytes, in the order of the contract', () => {
    expect(renderJson(structuredClone(failVerdict), tool)).toBe(renderJson(failVerdict, tool));
    expect(Object.keys(JSON.parse(renderJson(failVerdict, tool)))).toEqual([
      'schema',
      'verdict',
      'startedAt',
      'failOn',
      'tool',
      'trivy',
      'errors',
      'subjects',
    ]);
  });

  test('nothing but the fields of the contract gets out', () => {
    const leaking = {
      ...failSubject,
      findings: failSubject.findings.map((finding) => ({ ...finding, match: 's3cr3t' })),
    };
    expect(renderJson(verdictOf([leaking]), tool)).not.toContain('s3cr3t');
  });
});

describe('stringify', () => {
  test('keeps every value and prints no invisible character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = stringify({ text }, 2);
        expect(JSON.parse(json)).toEqual({ text });
        expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  test('prints nothing that a log obeys', () => {
    const json = stringify([HOSTILE], 2);
    expect(JSON.parse(json)).toEqual([HOSTILE]);
    expect(json).not.toContain('##[');
    for (const line of json.split('\n')) expect(line.trim().startsWith('::')).toBe(false);
  });
});
