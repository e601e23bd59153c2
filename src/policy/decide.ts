import type { Baseline } from '../model/baseline.ts';
import type { Check } from '../model/check.ts';
import { type Fault, FINDING_STATUSES, type Finding } from '../model/finding.ts';
import type { Notice } from '../model/notice.ts';
import { compareSeverity } from '../model/severity.ts';
import { type Evidence, type Subject, subjectKey } from '../model/subject.ts';
import { compareText } from '../model/text-order.ts';
import type { Problem, ScannerFacts, SubjectVerdict, Verdict, VerdictWord } from '../model/verdict.ts';
import type { Waiver } from '../model/waiver.ts';
import { baselineNotices, type Gap } from './baseline-notices.ts';
import { compareWith } from './change.ts';
import { fixedFaults } from './fixed.ts';
import { layerFacts } from './layer-facts.ts';
import type { Policy } from './policy.ts';
import { statusOf } from './status.ts';
import { undecidedRules } from './undecided.ts';
import { type Acceptance, acceptanceOf } from './waivers/match.ts';
import { waiverNotices } from './waivers/notices.ts';

/** A subject with all that is known of it, before judgement. */
export interface Case {
  readonly subject: Subject;
  readonly evidence: Evidence;
  readonly checks: readonly Check[];
  readonly faults: readonly Fault[];
  /** What could not be gathered or verified for this subject. */
  readonly problems: readonly Problem[];
}

export interface Run {
  /** RFC 3339. */
  readonly startedAt: string;
  readonly scanner: ScannerFacts | null;
  /** What failed for the run as a whole. */
  readonly problems: readonly Problem[];
}

/** What the faults are held against, besides the policy. */
export interface Judgement {
  readonly waivers: readonly Waiver[];
  /** Null: there is nothing to compare with. */
  readonly baseline: Baseline | null;
  /** The moment of the judgement, RFC 3339 in UTC. */
  readonly now: string;
  /** What was learnt on the way to it. */
  readonly notices: readonly Notice[];
  /** Other names of the rules, by id: a waiver may use them. */
  readonly ruleAliases?: ReadonlyMap<string, readonly string[]>;
}

/**
 * The whole judgement, pure: the same cases and policy give the same verdict, in whatever order the cases and their
 * faults come. An error outranks a fail, and neither hides a finding.
 */
export function decide(cases: readonly Case[], run: Run, policy: Policy, judgement: Judgement): Verdict {
  const gaps: Gap[] = [];
  const used = new Set<Waiver>();
  const subjects = cases.map((one) => decideSubject(one, policy, judgement, gaps, used));
  const { baseline, waivers, now, notices } = judgement;
  const errors = [...run.problems, ...nothingToJudge(cases, run)];
  return {
    verdict: gravest([...subjects.map(({ verdict }) => verdict), errors.length > 0 ? 'error' : 'pass']),
    startedAt: run.startedAt,
    errors,
    scanner: run.scanner,
    failOn: policy.failOn,
    gate: policy.gate,
    baseline: baseline === null ? null : { description: baseline.description, commit: baseline.commit },
    notices: [
      ...notices,
      ...baselineNotices(policy, baseline !== null, gaps, notices),
      ...waiverNotices(waivers, subjects, now.slice(0, 10), used),
    ],
    subjects,
  };
}

function nothingToJudge(cases: readonly Case[], run: Run): readonly Problem[] {
  if (cases.length > 0 || run.problems.length > 0) return [];
  return [
    {
      kind: 'usage',
      code: 'nothing-to-judge',
      message: 'There is no image and no Dockerfile to judge.',
      advice: 'Name one with image or dockerfile.',
    },
  ];
}

function decideSubject(
  { subject, evidence, checks: answered, faults, problems }: Case,
  policy: Policy,
  { waivers, baseline, now, ruleAliases }: Judgement,
  gaps: Gap[],
  used: Set<Waiver>,
): SubjectVerdict {
  const known = { ...subject, built: evidence.image };
  const accept = (fault: Fault): Acceptance => acceptanceOf(fault, known, waivers, now.slice(0, 10));
  const before = baseline?.subjects.get(subjectKey(subject)) ?? null;
  const { changeOf, gap } = compareWith(subject, before);
  if (gap !== null) gaps.push({ subject: subjectKey(subject), reason: gap });
  const findings = faults
    .map((fault): Finding => {
      const { waiver, expired } = accept(fault);
      const change = changeOf(fault);
      return { ...fault, change, waiver, ...statusOf(fault, policy, { change, waiver, expired, now }) };
    })
    .sort(compareFindings);
  const open = undecidedRules(subject, answered, policy, accept, ruleAliases ?? new Map());
  const { checks } = open;
  // An image that could not be read is one error. That rules cannot decide without it is its consequence.
  const isUnread = subject.image !== null && evidence.image === null && problems.length > 0;
  const undecided = isUnread ? [] : open.problems;
  for (const waiver of open.used) used.add(waiver);
  const errors = [...problems, ...undecided];
  const { image, scan } = evidence;
  return {
    subject,
    verdict: gravest([
      errors.length > 0 ? 'error' : 'pass',
      findings.some(({ status }) => status === 'fail') ? 'fail' : 'pass',
    ]),
    image:
      image === null
        ? null
        : { reference: image.reference, imageId: image.imageId, digest: image.digest, platform: image.platform },
    layers: layerFacts(evidence),
    os: scan?.os ?? null,
    packages: scan === null ? null : { os: scan.osPackages, language: scan.languagePackages },
    checks,
    findings,
    // What could not be looked at is not fixed.
    fixed: problems.length > 0 ? [] : [...fixedFaults(before, { evidence, checks, faults })].sort(compareFaults),
    errors,
  };
}

function gravest(words: readonly VerdictWord[]): VerdictWord {
  if (words.includes('error')) return 'error';
  return words.includes('fail') ? 'fail' : 'pass';
}

/** What gates first, worst first, then by id and place: a total order, so that reports never depend on input order. */
function compareFindings(a: Finding, b: Finding): number {
  return FINDING_STATUSES.indexOf(a.status) - FINDING_STATUSES.indexOf(b.status) || compareFaults(a, b);
}

function compareFaults(a: Fault, b: Fault): number {
  return (
    compareSeverity(a.severity, b.severity) ||
    compareText(a.id, b.id) ||
    compareText(a.image?.package ?? '', b.image?.package ?? '') ||
    compareText(a.fingerprint, b.fingerprint) ||
    compareText(a.image?.installed ?? '', b.image?.installed ?? '')
  );
}
