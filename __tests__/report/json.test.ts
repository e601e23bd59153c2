import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { reportJsonSchema, reportSchema } from '../../src/report/json/schema.ts';
import { type JsonNode, jsonChunks } from '../../src/report/json/stream.ts';
import { stringify } from '../../src/report/json/stringify.ts';
import { renderJson } from '../../src/report/json.ts';
import type { ToolFacts } from '../../src/report/tool-facts.ts';
import { comparedVerdict, hostileVerdict, uncomparedVerdict } from '../support/judged-verdicts.ts';
import {
  brokenVerdict,
  errorSubject,
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
const verdicts = {
  passVerdict,
  failVerdict,
  errorVerdict,
  brokenVerdict,
  comparedVerdict,
  uncomparedVerdict,
  hostile: verdictOf([hostileSubject]),
  hostileVerdict,
};

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
      fixable: true,
      published: null,
      cwes: [],
      edits: [],
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

  test('a comparison: what is new, fixed, waived and in grace, with the reasons', () => {
    const report = reportSchema.parse(JSON.parse(renderJson(comparedVerdict, tool)));
    const notes = report.subjects[1];
    expect([report.gate, report.baseline?.commit, report.notices.map(({ kind }) => kind)]).toEqual([
      'new',
      comparedVerdict.baseline?.commit,
      ['waiver-unused', 'waiver-expired', 'ignored-on-pull-request'],
    ]);
    expect(notes?.findings.map(({ id, change, deadline }) => [id, change, deadline])).toEqual([
      ['CVE-2026-1111', 'new', null],
      ['user-non-root', 'new', null],
      ['CVE-2026-2222', 'unchanged', '2026-12-10T00:00:00.000Z'],
      ['CVE-2026-3333', 'unchanged', '2026-11-30T00:00:00.000Z'],
      ['CVE-2024-58251', 'unchanged', null],
    ]);
    expect(notes?.findings[4]?.waiver).toEqual({
      ids: ['CVE-2024-58251'],
      reason: 'The server never calls netstat.',
      owner: 'team-notes',
      expires: '2026-12-31',
      source: 'policy',
      location: { file: '.github/image-gate.yml', startLine: 7, endLine: 9 },
    });
    expect(notes?.findings[0]).toMatchObject({ cwes: ['CWE-79', 'CWE-122'], published: '2026-11-20T10:00:00Z' });
    expect(notes?.findings[1]?.edits).toHaveLength(1);
    expect(notes?.fixed.map(({ id, fixable }) => [id, fixable])).toEqual([['CVE-2023-5363', true]]);
    expect(notes?.layers[0]).toMatchObject({ size: 3_400_000, origin: 'base', instruction: 'FROM node:18-alpine3.18' });
  });

  test('subjects of one name are told apart by their platform', () => {
    const on = (platform: string) => ({ ...errorSubject, subject: { ...errorSubject.subject, platform } });
    const report = reportSchema.parse(JSON.parse(renderJson(verdictOf([on('linux/amd64'), on('linux/arm64')]), tool)));
    expect(report.subjects.map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
    expect(report.errors.map((problem) => problem.subject)).toEqual(['search (linux/amd64)', 'search (linux/arm64)']);
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
      'gate',
      'baseline',
      'tool',
      'trivy',
      'errors',
      'notices',
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

describe('jsonChunks', () => {
  const leaf = fc.jsonValue({ maxDepth: 2 }).map((value) => ({ node: { value }, value }));
  const tree = fc.letrec<{ tree: { node: JsonNode; value: unknown } }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('tree'), { maxLength: 4 }).map((items) => ({
        node: { items: items.map(({ node }) => node) },
        value: items.map(({ value }) => value),
      })),
      fc.uniqueArray(fc.tuple(fc.string(), tie('tree')), { maxLength: 4, selector: ([key]) => key }).map((entries) => ({
        node: { entries: entries.map(([key, { node }]) => [key, node] as const) },
        // Object.fromEntries would put keys that look like numbers first.
        value: new Map(entries.map(([key, { value }]) => [key, value])),
      })),
    ),
  })).tree;
  const plainOf = (value: unknown): unknown =>
    value instanceof Map
      ? Object.fromEntries([...value].map(([key, one]) => [key, plainOf(one)]))
      : Array.isArray(value)
        ? value.map(plainOf)
        : value;
  const isOrdered = (value: unknown): boolean =>
    value instanceof Map
      ? [...value].every(([key, one]) => !/^\d+$|^__proto__$/u.test(key) && isOrdered(one))
      : !Array.isArray(value) || value.every(isOrdered);

  test('is the text that the whole value would have, at any depth', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(0, 2), ({ node, value }, indent) => {
        fc.pre(isOrdered(value));
        expect([...jsonChunks(node, indent)].join('')).toBe(stringify(plainOf(value), indent));
      }),
    );
  });

  test('asks for the items of a list one by one', () => {
    let made = 0;
    const items = (function* () {
      for (; made < 1_000; made += 1) yield { value: made };
    })();
    for (const chunk of jsonChunks({ items }, 0)) if (chunk === '2') break;
    expect(made).toBe(2);
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
