import type { Check, Violation } from '../model/check.ts';
import type { SecretHit } from '../model/scan.ts';
import { compareSeverity } from '../model/severity.ts';
import type { Evidence } from '../model/subject.ts';
import { secretsOfVariables } from './same-secret.ts';

/** The rule that reports credentials in variables at the line that sets them. */
export const VARIABLE_RULE = 'secret-in-env';

/** What the scanner's secrets come to when each credential is reported once. */
export interface SecretsOnce {
  /** Those that are left. */
  readonly secrets: readonly SecretHit[];
  /** Violations that stand for others, with the scanner's names of those. */
  readonly also: ReadonlyMap<Violation, readonly string[]>;
}

/**
 * One credential in ENV is found twice: by our rule, at its line, and by the scanner in the config of the image. The
 * scanner's is left out where both are certainly the same, and the rule's weighs at least as much: it must not be lost
 * with a rule that is off, or that the policy takes lightly.
 */
export function secretsOnce({ image, scan }: Evidence, checks: readonly Check[]): SecretsOnce {
  const secrets = scan?.secrets ?? [];
  const inConfig = secrets.filter(({ path }) => path === null);
  const also = new Map<Violation, readonly string[]>();
  if (image === null || inConfig.length === 0) return { secrets, also };
  const variables = secretsOfVariables(image, inConfig);
  const violations = checks.find(({ rule }) => rule === VARIABLE_RULE)?.violations ?? [];
  const told = new Set<SecretHit>();
  for (const [rule, variable] of variables) {
    const hits = inConfig.filter((hit) => hit.rule === rule);
    const same = violations.find(({ place }) => place === `env:${variable}`);
    const { severity = null } = same ?? {};
    if (same === undefined || severity === null) continue;
    if (hits.some((hit) => compareSeverity(severity, hit.severity) > 0)) continue;
    for (const hit of hits) told.add(hit);
    also.set(same, [...(also.get(same) ?? []), rule]);
  }
  return { secrets: secrets.filter((hit) => !told.has(hit)), also };
}
