import type { Fault, Origin } from '../model/finding.ts';
import { SEVERITIES, type Severity } from '../model/severity.ts';
import type { Policy } from './policy.ts';

/** From which severity on a fault gates. */
export interface Threshold {
  readonly level: Severity | 'never';
  /** As a reason names it: `fail-on high`, `fail-on medium of app`. */
  readonly name: string;
}

type Demands = Pick<Policy, 'failOn' | 'failOnByOrigin'>;

/** Where an advisory, a secret or a licence can come from; only rules are about the config. */
const POSSIBLE: readonly Origin[] = ['base', 'build', 'app'];

/**
 * The threshold of the fault's origin. Where the origin is not known (a squashed image, no Dockerfile) the strictest of
 * those that it may have counts: losing the history of an image must not loosen anything.
 */
export function thresholdOf({ origin }: Pick<Fault, 'origin'>, policy: Demands): Threshold {
  if (origin !== null) return ofOrigin(origin, policy);
  const general: Threshold = { level: policy.failOn, name: `fail-on ${policy.failOn}` };
  const strictest = POSSIBLE.map((one) => ofOrigin(one, policy)).reduce((a, b) => (stricter(b, a) ? b : a));
  if (strictest.level === policy.failOn) return general;
  return { ...strictest, name: `${strictest.name} (the strictest, as its origin is not known)` };
}

function ofOrigin(origin: Origin, { failOn, failOnByOrigin }: Demands): Threshold {
  const own = failOnByOrigin[origin];
  if (own === undefined) return { level: failOn, name: `fail-on ${failOn}` };
  return { level: own, name: `fail-on ${own} of ${origin}` };
}

function stricter(a: Threshold, b: Threshold): boolean {
  return strictness(a) > strictness(b);
}

function strictness({ level }: Threshold): number {
  return level === 'never' ? -1 : SEVERITIES.indexOf(level);
}
