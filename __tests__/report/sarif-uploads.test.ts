import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { Log } from 'sarif';
import { sarifUploads } from '../../src/report/sarif.ts';
import type { ToolFacts } from '../../src/report/tool-facts.ts';
import {
  advisoryFinding,
  brokenVerdict,
  errorVerdict,
  manyFindings,
  passSubject,
  sha256,
  verdictOf,
} from '../support/verdicts.ts';

const tool: ToolFacts = { name: 'image-gate', version: '0.1.0', informationUri: 'https://example.com/image-gate' };
const options = { category: 'image-gate', ruleFacts: new Map() };
const parsed = (text: string): Log => JSON.parse(text);

describe('sarifUploads', () => {
  test('a subject that could not be verified is withheld: its alerts must stay open', () => {
    const { files, withheld } = sarifUploads(errorVerdict, tool, options);
    expect(files.flatMap((file) => parsed(file).runs.map((run) => run.automationDetails?.id))).toEqual([
      'image-gate/time/',
      'image-gate/notes/',
    ]);
    expect(withheld).toEqual(['search']);
  });

  test('when the run as a whole failed, nothing is uploaded', () => {
    const broken = verdictOf([passSubject], { errors: brokenVerdict.errors, verdict: 'error' });
    expect(sarifUploads(broken, tool, options)).toEqual({ files: [], withheld: ['time'] });
    expect(sarifUploads(brokenVerdict, tool, options)).toEqual({ files: [], withheld: [] });
  });

  test('at most twenty runs a file, each run once', () => {
    const subjects = Array.from({ length: 45 }, (_, index) => ({
      ...passSubject,
      subject: { ...passSubject.subject, name: `server-${index}` },
    }));
    const { files } = sarifUploads(verdictOf(subjects), tool, options);
    const runs = files.map((file) => parsed(file).runs);
    expect(runs.map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(new Set(runs.flat().map((run) => run.automationDetails?.id)).size).toBe(45);
  });

  test('each file below 10 MB after gzip, whatever the findings say: results go, worst last, with their number', () => {
    // Digests do not compress.
    const noise = (index: number): string =>
      Array.from({ length: 15 }, (_, part) => sha256(`${index} ${part}`)).join(' ');
    const findings = Array.from({ length: 5_000 }, (_, index) =>
      advisoryFinding({
        id: `CVE-2026-${10_000 + index}`,
        title: noise(index),
        message: noise(-index),
        fix: noise(index / 7),
      }),
    );
    const subjects = [{ ...manyFindings(0), findings }, passSubject];
    const { files } = sarifUploads(verdictOf(subjects), tool, options);
    for (const file of files) expect(gzipSync(file).length).toBeLessThan(10_000_000);
    const [run] = files.flatMap((file) => parsed(file).runs);
    const kept = run?.results?.length ?? 0;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(5_000);
    expect(run?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toContain(
      `${5_000 - kept} findings were left out`,
    );
    expect(files.flatMap((file) => parsed(file).runs)).toHaveLength(2);
  });
});
