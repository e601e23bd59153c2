import type { Baseline, SubjectBaseline } from '../model/baseline.ts';
import type { Check } from '../model/check.ts';
import { type Fault, FINDING_STATUSES, type Finding } from '../model/finding.ts';
import type { Notice } from '../model/notice.ts';
import { compareSeverity, reaches } from '../model/severity.ts';
import { type Evidence, type Subject, subjectKey } from '../model/subject.ts';
import type { Problem, ScannerFacts, SubjectVerdict, Verdict, VerdictWord } from '../model/verdict.ts';
import type { Waiver } from '../model/waiver.ts';
import { changeOf, fixedFaults } from './change.ts';
import { layerFacts } from './layer-facts.ts';
import type { Policy } from './policy.ts';
import { statusOf } from './status.ts';
import { waiverFor } from './waivers/match.ts';
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
  /** The moment of the judgement, RFC 3339. */
  readonly now: string;
  /** What was learnt on the way to it. */
  readonly notices: readonly Notice[];
}

/**
 * The whole judgement, pure: the same cases and policy give the same verdict, in whatever order the cases and their
 * faults come. An error outranks a fail, and neither hides a finding.
 */
export function decide(cases: readonly Case[], run: Run, policy: Policy, judgement: Judgement): Verdict {
  const used = new Set<Waiver>();
  const subjects = cases.map((one) => decideSubject(one, policy, judgement, used));
  const { baseline, waivers, now } = judgement;
  const nothing: Problem[] =
    cases.length === 0 && run.problems.length === 0
      ? [
          {
            kind: 'usage',
            code: 'nothing-to-judge',
            message: 'There is no image and no Dockerfile to judge.',
            advice: 'Name one with image or dockerfile.',
          },
        ]
      : [];
  const errors = [...run.problems, ...nothing];
  return {
    verdict: gravest([...subjects.map(({ verdict }) => verdict), errors.length > 0 ? 'error' : 'pass']),
    startedAt: run.startedAt,
    errors,
    scanner: run.scanner,
    failOn: policy.failOn,
    gate: policy.gate,
    baseline: baseline === null ? null : { description: baseline.description, commit: baseline.commit },
    notices: [...judgement.notices, ...waiverNotices(waivers, used, now.slice(0, 10))],
    subjects,
  };
}

function decideSubject(
  { subject, evidence, checks, faults, problems }: Case,
  policy: Policy,
  judgement: Judgement,
  used: Set<Waiver>,
): SubjectVerdict {
  const before = judgement.baseline?.subjects.get(subjectKey(subject)) ?? null;
  const findings = faults.map((fault) => decideFault(fault, subject, before, policy, judgement)).sort(compareFindings);
  for (const { waiver } of findings) if (waiver !== null) used.add(waiver);
  const errors = [...problems, ...openQuestions(subject, checks, policy)];
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
    fixed: problems.length > 0 ? [] : [...fixedFaults(faults, before)].sort(compareFaults),
    errors,
  };
}

function decideFault(
  fault: Fault,
  subject: Subject,
  before: SubjectBaseline | null,
  policy: Policy,
  { waivers, now }: Judgement,
): Finding {
  const waiver = waiverFor(fault, subject, waivers, now.slice(0, 10));
  const change = changeOf(fault, subject, before);
  return { ...fault, change, waiver, ...statusOf(fault, policy, { change, waiver, now }) };
}

/** A rule that would gate but cannot decide on a built image: that is not a pass. A Dockerfile alone often cannot decide. */
function openQuestions(subject: Subject, checks: readonly Check[], policy: Policy): readonly Problem[] {
  if (subject.image === null && !policy.strictUnknown) return [];
  return checks
    .filter(({ answer, severity }) => answer === 'unknown' && reaches(severity, policy.failOn))
    .map(({ rule, reason }) => ({
      kind: 'verify',
      code: 'undecided-rule',
      message: `${rule} could not be decided: ${reason}`,
      advice: 'Give what is missing (the image, its Dockerfile, or the setting named), or lower the demand on purpose.',
    }));
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

/** By code units: the same on every machine, whatever its language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
