import { expect, test } from '@jest/globals';
import type { Finding } from '../../src/model/finding.ts';
import type { SubjectVerdict } from '../../src/model/verdict.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import type { ToolFacts } from '../../src/report/tool-facts.ts';
import { comparedVerdict, editable, placedHostileVerdict, waiverOf } from '../support/judged-verdicts.ts';
import { describeIf } from '../support/requires.ts';
import { sarifComplaints } from '../support/sarif-validator.ts';
import {
  brokenVerdict,
  errorVerdict,
  failSubject,
  hostileSubject,
  manyFindings,
  passVerdict,
  ruleFinding,
  verdictOf,
} from '../support/verdicts.ts';

const tool: ToolFacts = { name: 'image-gate', version: '0.1.0', informationUri: 'https://example.com/image-gate' };
const options = { category: 'image-gate', ruleFacts: new Map() };

const hostile = {
  ...hostileSubject,
  findings: hostileSubject.findings.map((finding) => ({
    ...finding,
    location: { file: 'servers/[a] b%20{0}#?:ü/Dockerfile', startLine: 3, endLine: 3 },
  })),
};

/** Findings that are all waived, edited and compared. */
function everything(count: number): SubjectVerdict {
  const subject = manyFindings(count);
  const findings = subject.findings.map(
    (finding, index): Finding => ({
      ...finding,
      change: index % 2 === 0 ? 'new' : 'unchanged',
      cwes: [`CWE-${index}`],
      edits: editable.edits,
      ...(index % 3 === 0 ? { status: 'waived', waiver: waiverOf() } : {}),
    }),
  );
  return { ...subject, findings };
}

(await describeIf('sarif-validator'))('the validator', () => {
  test.each([
    ['a pass without results', passVerdict],
    ['pass, fail and error', errorVerdict],
    ['a run that could not start', brokenVerdict],
    [
      'a finding without a place',
      verdictOf([{ ...failSubject, findings: failSubject.findings.map((f) => ({ ...f, location: null })) }]),
    ],
    ['hostile text', verdictOf([hostile])],
    ['a licence', verdictOf([{ ...failSubject, findings: [ruleFinding({ id: 'MIT', kind: 'license' })] }])],
    ['new, fixed, waived and edited', comparedVerdict],
    ['a part of the findings compared', { ...comparedVerdict, subjects: [...comparedVerdict.subjects, failSubject] }],
    ['hostile waivers, edits and baselines', placedHostileVerdict],
    ['5,000 results, each with all that one can have', verdictOf([everything(5_000)])],
  ])('has nothing to say of %s', async (_, verdict) => {
    expect(await sarifComplaints(renderSarif(verdict, tool, options))).toEqual([]);
  });

  test('would say something: a log without a line number', async () => {
    const broken = renderSarif(errorVerdict, tool, options).replaceAll('"startLine":1,', '"startLine":0,');
    expect(await sarifComplaints(broken)).not.toEqual([]);
  });
});
