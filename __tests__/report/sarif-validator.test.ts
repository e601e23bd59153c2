import { expect, test } from '@jest/globals';
import { renderSarif } from '../../src/report/sarif.ts';
import type { ToolFacts } from '../../src/report/tool-facts.ts';
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
    ['a thousand results', verdictOf([manyFindings(1_000)])],
  ])('has nothing to say of %s', async (_, verdict) => {
    expect(await sarifComplaints(renderSarif(verdict, tool, options))).toEqual([]);
  });

  test('would say something: a log without a line number', async () => {
    const broken = renderSarif(errorVerdict, tool, options).replaceAll('"startLine":1,', '"startLine":0,');
    expect(await sarifComplaints(broken)).not.toEqual([]);
  });
});
