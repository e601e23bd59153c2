import type { Check } from '../model/check.ts';
import type { Fault, Finding, FindingStatus } from '../model/finding.ts';
import { compareSeverity, reaches } from '../model/severity.ts';
import type { Evidence, Subject } from '../model/subject.ts';
import type { Problem, ScannerFacts, SubjectVerdict, Verdict, VerdictWord } from '../model/verdict.ts';
import { layerFacts } from './layer-facts.ts';
import type { Policy } from './policy.ts';

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

/**
 * The whole judgement, pure: the same cases and policy give the same verdict, in whatever order the cases and their
 * faults come. An error outranks a fail, and neither hides a finding.
 */
export function decide(cases: readonly Case[], run: Run, policy: Policy): Verdict {
  const subjects = cases.map((one) => decideSubject(one, policy));
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
    subjects,
  };
}

function decideSubject({ subject, evidence, checks, faults, problems }: Case, policy: Policy): SubjectVerdict {
  const findings = faults.map((fault) => decideFault(fault, policy)).sort(compareFindings);
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
    errors,
  };
}

function decideFault(fault: Fault, policy: Policy): Finding {
  return { ...fault, ...statusOf(fault, policy) };
}

function statusOf(fault: Fault, policy: Policy): { status: FindingStatus; reason: string } {
  if (!reaches(fault.severity, policy.failOn)) {
    return { status: 'below-threshold', reason: `${fault.severity} is below fail-on ${policy.failOn}` };
  }
  if (!fault.fixable && !policy.failUnfixed) {
    return { status: 'unfixed', reason: 'no version fixes it yet, and fail-unfixed is off' };
  }
  return { status: 'fail', reason: `${fault.severity} reaches fail-on ${policy.failOn}` };
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

const STATUS_ORDER: readonly FindingStatus[] = ['fail', 'unfixed', 'below-threshold'];

/** What gates first, worst first, then by id and place: a total order, so that reports never depend on input order. */
function compareFindings(a: Finding, b: Finding): number {
  return (
    STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) ||
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
