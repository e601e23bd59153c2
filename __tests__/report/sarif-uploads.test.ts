import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { Log } from 'sarif';
import type { Verdict } from '../../src/model/verdict.ts';
import { type SarifOptions, sarifUploads } from '../../src/report/sarif.ts';
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

const uploads = (verdict: Verdict, asked: SarifOptions = options) => {
  const { files, withheld } = sarifUploads(verdict, tool, asked);
  return { files: [...files], withheld };
};

describe('sarifUploads', () => {
  test('a subject that could not be verified is withheld: its alerts must stay open', () => {
    const { files, withheld } = uploads(errorVerdict);
    expect(files.flatMap((file) => parsed(file).runs.map((run) => run.automationDetails?.id))).toEqual([
      'image-gate/time/',
      'image-gate/notes/',
    ]);
    expect(withheld).toEqual(['search']);
  });

  test('when the run as a whole failed, nothing is uploaded', () => {
    const broken = verdictOf([passSubject], { errors: brokenVerdict.errors, verdict: 'error' });
    expect(uploads(broken)).toEqual({ files: [], withheld: ['time'] });
    expect(uploads(brokenVerdict)).toEqual({ files: [], withheld: [] });
  });

  test('at most twenty runs a file, each run once', () => {
    const subjects = Array.from({ length: 45 }, (_, index) => ({
      ...passSubject,
      subject: { ...passSubject.subject, name: `server-${index}` },
    }));
    const { files } = uploads(verdictOf(subjects));
    const runs = files.map((file) => parsed(file).runs);
    expect(runs.map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(new Set(runs.flat().map((run) => run.automationDetails?.id)).size).toBe(45);
  });

  test('several large runs are spread over files, none of which takes more than 10 MB of memory as text', () => {
    const subjects = Array.from({ length: 6 }, (_, index) => {
      const subject = manyFindings(2_000);
      return { ...subject, subject: { ...subject.subject, name: `server-${index}` } };
    });
    const { files } = uploads(verdictOf(subjects));
    const bytes = files.map((file) => Buffer.byteLength(file));
    expect(Math.max(...bytes)).toBeLessThan(10_001_000);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(15_000_000);
    const runs = files.flatMap((file) => parsed(file).runs);
    expect(runs.map((run) => run.automationDetails?.id)).toEqual(
      subjects.map(({ subject }) => `image-gate/${subject.name}/`),
    );
    expect(runs.map((run) => run.results?.length)).toEqual(Array(6).fill(2_000));
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
    const { files } = uploads(verdictOf(subjects));
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
