import type { Answer, Violation } from '../model/check.ts';
import type { Severity } from '../model/severity.ts';
import type { Evidence } from '../model/subject.ts';
import type { Transport } from './transport.ts';

/** What a rule may know besides the evidence. Rules know nothing of thresholds, waivers or output. */
export interface RuleOptions {
  readonly profile: RuleProfile;
  readonly transport: Transport;
  /** Globs of approved images; empty: any image is approved. */
  readonly allowedBases: readonly string[];
  /** Like `3000/tcp`; null: any port may be exposed. */
  readonly allowedPorts: readonly string[] | null;
}

export const RULE_PROFILES = ['mcp', 'container', 'strict'] as const;
export type RuleProfile = (typeof RULE_PROFILES)[number];

/** A Dockerfile that shows the rule at work: the tests run it, the documentation prints it. */
export interface Example {
  readonly title: string;
  readonly dockerfile: string;
  /** What differs from the defaults of the rule's tests. */
  readonly options?: Partial<RuleOptions>;
}

export interface Rule {
  /** Kebab case; never changes within a major version. */
  readonly id: string;
  /** What holds when the rule passes. */
  readonly title: string;
  /** By profile; `off` leaves the rule out. */
  readonly severity: Readonly<Record<RuleProfile, Severity | 'off'>>;
  /** What goes wrong otherwise. */
  readonly why: string;
  readonly fix: string;
  /** Ids of the same check in hadolint, dockle, Trivy, BuildKit and the CIS benchmark. */
  readonly aliases: readonly string[];
  readonly examples: { readonly good: readonly Example[]; readonly bad: readonly Example[] };
  /** Pure. Judges the built image where there is one, else the Dockerfile; answers unknown where neither decides. */
  readonly judge: (evidence: Evidence, options: RuleOptions) => Judgement;
}

/** A rule's answer before it is named and rated. */
export interface Judgement {
  readonly answer: Answer;
  readonly reason: string;
  readonly violations: readonly Violation[];
  /** Where this answer weighs another than the rule's usual severity. */
  readonly severity: Severity | null;
}

export function pass(reason: string): Judgement {
  return { answer: 'pass', reason, violations: [], severity: null };
}

export function unknown(reason: string, severity: Severity | null = null): Judgement {
  return { answer: 'unknown', reason, violations: [], severity };
}

export function notApplicable(reason: string): Judgement {
  return { answer: 'not-applicable', reason, violations: [], severity: null };
}

/** A violation as rules write it: what is left out is empty. */
export type Fault = Pick<Violation, 'message' | 'fix' | 'location'> & Partial<Violation>;

/** @param faults at least one. */
export function fail(faults: readonly Fault[], severity: Severity | null = null): Judgement {
  const violations = faults.map((fault) => ({ related: [], place: '', severity: null, ...fault }));
  return { answer: 'fail', reason: violations.map(({ message }) => message).join(' '), violations, severity };
}
