import type { Answer, Violation } from '../model/check.ts';
import type { RepositoryEvidence } from '../model/repository.ts';
import type { Severity } from '../model/severity.ts';
import type { Evidence } from '../model/subject.ts';
import type { Transport } from './shared/transport.ts';

/** What a rule may know besides the evidence. Rules know nothing of thresholds, waivers or output. */
export interface RuleOptions {
  readonly profile: RuleProfile;
  readonly transport: Transport;
  /** Globs of approved images; empty: any image is approved. */
  readonly allowedBases: readonly string[];
  /** Like `3000/tcp`; null: any port may be exposed. */
  readonly allowedPorts: readonly string[] | null;
  /** Labels that an image has to carry, besides what rules ask for themselves. */
  readonly requiredLabels?: readonly string[];
  /** The day of the judgement, `YYYY-MM-DD`: rules have no clock. Without it, what depends on it is unknown. */
  readonly today?: string;
}

export const RULE_PROFILES = ['mcp', 'container', 'strict'] as const;
export type RuleProfile = (typeof RULE_PROFILES)[number];

/** A Dockerfile that shows the rule at work: the tests run it, the documentation prints it. */
export interface Example {
  readonly title: string;
  readonly dockerfile: string;
  /** What the image built from it holds, for rules that look into images. */
  readonly image?: ExampleImage;
  /** What the repository around it holds; what is left out is not there. */
  readonly repository?: Partial<RepositoryEvidence>;
  /** What differs from the defaults of the rule's tests. */
  readonly options?: Partial<RuleOptions>;
}

/** An image for an example: its config is the Dockerfile's, with no base below it. */
export interface ExampleImage {
  /** By absolute path; a slash at the end makes a folder, and a bare text is the content of a plain file. */
  readonly files: Readonly<Record<string, string | ExampleFile>>;
}

export interface ExampleFile {
  /** Permission bits; 0o644 for a file, 0o755 for a folder or program. */
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly content?: string;
  /** Makes it a compiled program for this architecture (Go's name of it). */
  readonly program?: string;
  /** Makes it a symbolic link. */
  readonly link?: string;
  /** A later layer deletes it. */
  readonly deleted?: true;
  /** For tests of sizes; the length of the content otherwise. */
  readonly size?: number;
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
  /** The rule that blames the very same thing, where there is one: it is then shown once. */
  readonly sameAs?: string;
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
