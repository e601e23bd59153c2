import type { Check } from '../model/check.ts';
import type { Fault } from '../model/finding.ts';
import { reaches } from '../model/severity.ts';
import type { Subject } from '../model/subject.ts';
import type { Problem } from '../model/verdict.ts';
import type { Waiver } from '../model/waiver.ts';
import type { Policy } from './policy.ts';
import { thresholdOf } from './threshold.ts';
import type { Acceptance } from './waivers/match.ts';

export interface Undecided {
  /** As given; an answer that a waiver accepts says so in its reason. */
  readonly checks: readonly Check[];
  readonly problems: readonly Problem[];
  /** Waivers that accept such an answer, or did until they expired. */
  readonly used: readonly Waiver[];
}

/**
 * Rules that would gate but cannot decide on a built image: that is not a pass. A Dockerfile alone often cannot decide,
 * so there only the profile `strict` insists. A waiver of the whole rule on this subject accepts not knowing.
 */
export function undecidedRules(
  subject: Subject,
  checks: readonly Check[],
  policy: Policy,
  accept: (fault: Fault) => Acceptance,
  aliases: ReadonlyMap<string, readonly string[]>,
): Undecided {
  const insists = subject.image !== null || policy.strictUnknown;
  const problems: Problem[] = [];
  const used: Waiver[] = [];
  const judged = checks.map((check): Check => {
    if (!insists || check.answer !== 'unknown' || !wouldGate(check, policy)) return check;
    const { waiver, expired } = accept(asFault(check, aliases.get(check.rule) ?? []));
    for (const one of [waiver, expired]) if (one !== null) used.push(one);
    if (waiver === null) problems.push(problemOf(check, expired));
    return waiver === null ? check : { ...check, reason: `${check.reason} ${acceptedBy(waiver)}` };
  });
  return { checks: judged, problems, used };
}

function wouldGate({ severity }: Check, policy: Policy): boolean {
  const { level } = thresholdOf({ origin: 'config' }, policy);
  return level !== 'never' && reaches(severity, level);
}

/** What the rule would find at the worst: at no place, so that a waiver of one place does not accept the whole rule. */
function asFault({ rule, title, severity, reason }: Check, aliases: readonly string[]): Fault {
  return {
    id: rule,
    kind: 'rule',
    severity,
    title,
    message: reason,
    fix: '',
    location: null,
    related: [],
    image: null,
    origin: 'config',
    aliases,
    url: null,
    fingerprint: '',
    fixable: true,
    published: null,
    cwes: [],
    edits: [],
  };
}

function problemOf({ rule, reason }: Check, expired: Waiver | null): Problem {
  const ended = expired === null ? '' : ` The waiver of it expired on ${expired.expires}.`;
  return {
    kind: 'verify',
    code: 'undecided-rule',
    message: `${rule} could not be decided: ${reason}${ended}`,
    advice:
      'Give what is missing (the image, its Dockerfile, or the setting named), or accept it on purpose: a waiver of the rule, or another severity for it in the policy.',
  };
}

function acceptedBy({ expires, reason }: Waiver): string {
  return `Accepted by a waiver${expires === null ? '' : ` until ${expires}`}: ${reason}`;
}
