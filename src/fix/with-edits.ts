import type { Check } from '../model/check.ts';
import type { DockerfileEvidence } from '../model/dockerfile.ts';
import type { Fault } from '../model/finding.ts';
import type { Location } from '../model/location.ts';
import type { TextEdit } from '../model/text-edit.ts';
import { type FixFacts, NO_FACTS } from './fixer.ts';
import { Proposals } from './proposals.ts';
import { FIXERS } from './rules/index.ts';

const FIXABLE = new Set(FIXERS.map(({ rule }) => rule.id));

/**
 * The same faults; those of rules get the edits that certainly fix them. `source` is the text of the Dockerfile. Without a
 * failed check that has an automatic fix nothing is read.
 */
export function withEdits(
  faults: readonly Fault[],
  checks: readonly Check[],
  dockerfile: DockerfileEvidence,
  source: string,
  facts: FixFacts = NO_FACTS,
): readonly Fault[] {
  const failed = checks.filter(({ rule, violations }) => violations.length > 0 && FIXABLE.has(rule));
  if (failed.length === 0) return faults;
  const proposals = new Proposals(dockerfile, source, facts);
  const edits = new Map<string, TextEdit[][]>();
  for (const { rule, violations } of failed) {
    for (const violation of violations) {
      const proposed = proposals.for(rule, violation);
      const found = proposed !== null && 'edits' in proposed && proposed.isSafe ? [...proposed.edits] : [];
      const key = keyOf(rule, violation.message, violation.location);
      edits.set(key, [...(edits.get(key) ?? []), found]);
    }
  }
  return faults.map((fault) => {
    // Two findings of the same words on the same line come in the same order here and there.
    const found =
      fault.kind === 'rule' ? edits.get(keyOf(fault.id, fault.message, fault.location))?.shift() : undefined;
    return found === undefined || found.length === 0 ? fault : { ...fault, edits: found };
  });
}

function keyOf(rule: string, message: string, location: Location | null): string {
  return JSON.stringify([rule, message, location?.file, location?.startLine]);
}
