import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Fault, FINDING_KINDS, type Origin } from '../../src/model/finding.ts';
import { SEVERITIES, type Severity } from '../../src/model/severity.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { type Case, decide } from '../../src/policy/decide.ts';
import { exitCodeOf } from '../../src/policy/exit-code.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { countFindings } from '../../src/report/counts.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderJson } from '../../src/report/json.ts';
import { sarifUploads } from '../../src/report/sarif/uploads.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { countStandings } from '../../src/report/standing.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { renderTable } from '../../src/report/table.ts';
import { aCase, fault, JUDGEMENT, POLICY, PROBLEM, RUN } from '../support/cases.ts';
import { waiver } from '../support/waivers.ts';

const TOOL = { name: 'image-gate', version: '1.0.0', informationUri: 'https://example.com/image-gate' } as const;
const SARIF = { category: 'image-gate', ruleFacts: new Map() };

const severity = fc.constantFrom<Severity>(...SEVERITIES);
const origin = fc.constantFrom<Origin | null>(null, 'base', 'build', 'app', 'config');
/** The second is nowhere in the repository, so GitHub cannot show it. */
const location = fc.constantFrom(null, { file: '/etc/passwd', startLine: 1, endLine: 1 }, at(1), at(2));

function at(line: number): { readonly file: string; readonly startLine: number; readonly endLine: number } {
  return { file: 'Dockerfile', startLine: line, endLine: line };
}

const aFault: fc.Arbitrary<Fault> = fc
  .record({
    id: fc.constantFrom('CVE-1', 'CVE-2', 'CVE-3', 'some-rule'),
    kind: fc.constantFrom(...FINDING_KINDS),
    severity,
    origin,
    location,
    fixable: fc.boolean(),
    published: fc.constantFrom(null, '2025-12-30T00:00:00Z', '2020-01-01T00:00:00Z'),
    fingerprint: fc.integer({ min: 1, max: 30 }).map((number) => String(number).padStart(32, '0')),
  })
  .map(fault);
const faults = fc.uniqueArray(aFault, { maxLength: 12, selector: ({ fingerprint }) => fingerprint });

const cases: fc.Arbitrary<readonly Case[]> = fc
  .array(fc.record({ found: faults, isBroken: fc.boolean() }), { minLength: 1, maxLength: 25 })
  .map((all) =>
    all.map(({ found, isBroken }, index) =>
      aCase({
        subject: { name: `app${index}`, image: null, dockerfile: 'Dockerfile', platform: null },
        faults: found,
        problems: isBroken ? [PROBLEM] : [],
      }),
    ),
  );

const policy: fc.Arbitrary<Policy> = fc
  .record({ failOn: severity, failUnfixed: fc.boolean(), withoutBaseline: fc.constantFrom('gate', 'report') })
  .map((some) => ({ ...POLICY, ...some, gate: 'new', graceDays: { high: 30, critical: 30 } }));

const verdicts: fc.Arbitrary<Verdict> = fc
  .record({ all: cases, rules: policy, before: faults, isCompared: fc.boolean(), isBroken: fc.boolean() })
  .map(({ all, rules, before, isCompared, isBroken }) => {
    const covers = { dockerfile: true, image: true };
    const subjects = new Map([['app0', { kind: 'known' as const, faults: before, covers }]]);
    const baseline = isCompared ? { description: 'x', commit: null, subjects } : null;
    const run = isBroken ? { ...RUN, problems: [PROBLEM] } : RUN;
    return decide(all, run, rules, { ...JUDGEMENT, baseline, waivers: [waiver({ ids: ['CVE-3'] })] });
  });

interface ToldFinding {
  readonly severity: Severity;
  readonly status: string;
  readonly change: string | null;
  readonly fingerprint: string;
  readonly location: { readonly file: string } | null;
}

interface Told {
  readonly verdict: string;
  readonly errors: readonly unknown[];
  readonly subjects: readonly {
    readonly verdict: string;
    readonly findings: readonly ToldFinding[];
    readonly fixed: readonly unknown[];
  }[];
}

interface ToldRun {
  readonly results: readonly {
    readonly partialFingerprints: { readonly primaryLocationLineHash: string };
    readonly suppressions?: readonly unknown[];
  }[];
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe('all that is told of one verdict agrees', () => {
  test('report, outputs, SARIF, table, summary, page and exit code', () => {
    fc.assert(
      fc.property(verdicts, (verdict) => {
        const told: Told = JSON.parse(renderJson(verdict, TOOL));
        const findings = told.subjects.flatMap((one) => one.findings);
        const having = (status: string): number => findings.filter((one) => one.status === status).length;
        const failing = having('fail');

        const counts = countFindings(verdict);
        expect(counts.findings).toBe(findings.length);
        for (const level of SEVERITIES) {
          expect(counts[level]).toBe(findings.filter((one) => one.severity === level).length);
        }
        const standings = countStandings(verdict.subjects);
        expect([standings.fails, standings.waived, standings.grace]).toEqual([
          failing,
          having('waived'),
          having('grace'),
        ]);
        expect(standings.new).toBe(findings.filter(({ change }) => change === 'new').length);
        expect(standings.fixed).toBe(told.subjects.flatMap(({ fixed }) => fixed).length);

        const hasErrors = told.errors.length > 0;
        expect(told.errors).toHaveLength([verdict, ...verdict.subjects].flatMap(({ errors }) => errors).length);
        expect(told.verdict).toBe(hasErrors ? 'error' : failing > 0 ? 'fail' : 'pass');
        expect(exitCodeOf(verdict, 'enforce')).toBe(hasErrors ? 3 : failing > 0 ? 1 : 0);

        const { runs }: { readonly runs: readonly ToldRun[] } = JSON.parse(renderSarif(verdict, TOOL, SARIF));
        expect(runs).toHaveLength(told.subjects.length);
        for (const [index, { results }] of runs.entries()) {
          const placed = (told.subjects[index]?.findings ?? []).filter((one) => one.location?.file === 'Dockerfile');
          const prints = results.map((one) => one.partialFingerprints.primaryLocationLineHash).sort();
          expect(prints).toEqual(placed.map(({ fingerprint }) => `${fingerprint}:1`).sort());
          expect(results.filter(({ suppressions = [] }) => suppressions.length > 0)).toHaveLength(
            placed.filter(({ status }) => status === 'waived').length,
          );
        }

        const failingSubjects = told.subjects.filter((one) => one.findings.some(({ status }) => status === 'fail'));
        const words = `${failing} ${failing === 1 ? 'finding fails' : 'findings fail'} the gate in ${failingSubjects.length} `;
        const table = renderTable(verdict, { width: 200, color: false }).replaceAll(/\s+/gu, ' ');
        const summary = renderSummary(verdict, TOOL, { limitBytes: 1_000_000 });
        expect(table.includes(words)).toBe(failing > 0);
        expect(summary.includes(words)).toBe(failing > 0);
        for (const [word, mark] of [
          ['pass', '✅ pass'],
          ['fail', '❌ fail'],
          ['error', '⚠️ error'],
        ]) {
          const rows = count(summary, new RegExp(`^\\|.*\\| ${mark} \\|`, 'gmu'));
          expect([word, rows]).toEqual([word, told.subjects.filter((one) => one.verdict === word).length]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('what is uploaded: every verified subject once, in a category of its own, and no other', () => {
    fc.assert(
      fc.property(verdicts, (verdict) => {
        const { files, withheld } = sarifUploads(verdict, TOOL, SARIF);
        const runs = [...files].map((text) => {
          const file: { readonly runs: readonly { readonly automationDetails: { readonly id: string } }[] } =
            JSON.parse(text);
          return file.runs.map(({ automationDetails }) => automationDetails.id);
        });
        const ids = runs.flat();
        const isSure = verdict.errors.length === 0;
        const sure = verdict.subjects.filter((one) => isSure && one.errors.length === 0);
        expect(ids).toEqual(sure.map(({ subject }) => `image-gate/${subject.name}/`));
        expect(new Set(ids).size).toBe(ids.length);
        expect(runs.every((some) => some.length > 0 && some.length <= 20)).toBe(true);
        expect(withheld.length + ids.length).toBe(verdict.subjects.length);
      }),
      { numRuns: 100 },
    );
  });

  test('the page shows each finding once', () => {
    fc.assert(
      fc.property(verdicts, (verdict) => {
        const page = renderHtml(verdict, TOOL, { ruleFacts: new Map() });
        const shown = count(page, /<details class="finding/gu);
        expect(shown).toBe(countFindings(verdict).findings);
      }),
      { numRuns: 10 },
    );
  });
});
