import type { Check, Violation } from '../model/check.ts';
import type { DockerfileEvidence } from '../model/dockerfile.ts';
import type { TextEdit } from '../model/text-edit.ts';
import { baseAccount } from './accounts/base-accounts.ts';
import type { FixFacts } from './fixer.ts';
import { Proposals } from './proposals.ts';
import { applyEdits, withoutOverlaps } from './source/apply-edits.ts';

/** One change that was made. */
export interface Fixed {
  readonly rule: string;
  /** Of the text before. */
  readonly line: number;
  /** See `Proposal.note`. */
  readonly note: string | null;
}

/** One finding that stays. */
export interface Unfixed {
  readonly rule: string;
  /** Null for what has no line. */
  readonly line: number | null;
  readonly reason: string;
}

export interface FixedSource {
  readonly source: string;
  readonly fixed: readonly Fixed[];
  readonly unfixed: readonly Unfixed[];
}

interface Group extends Fixed {
  readonly edits: readonly TextEdit[];
}

/**
 * The text with all that can be fixed in it, as far as the edits fit together: what does not is there again the next time.
 * @param unsafe also takes edits that a program may not bear
 */
export function fixSource(
  source: string,
  dockerfile: DockerfileEvidence,
  checks: readonly Check[],
  facts: FixFacts,
  unsafe: boolean,
): FixedSource {
  const proposals = new Proposals(dockerfile, source, facts);
  const groups: Group[] = [];
  const unfixed: Unfixed[] = [];
  for (const check of checks) {
    for (const violation of violationsOf(check, dockerfile)) {
      const { rule } = check;
      const line = violation.location?.file === dockerfile.file ? violation.location.startLine : null;
      const proposed = proposals.for(rule, violation);
      if (proposed === null) unfixed.push({ rule, line, reason: violation.fix });
      else if ('reason' in proposed) unfixed.push({ rule, line, reason: proposed.reason });
      else if (!proposed.isSafe && !unsafe) {
        unfixed.push({ rule, line, reason: `--unsafe proposes an edit; ${proposed.note ?? 'look at it well'}.` });
      } else groups.push({ rule, line: line ?? 1, note: proposed.note, edits: proposed.edits });
    }
  }
  const { kept, edits } = withoutOverlaps(source, groups);
  const fixed = kept.map(({ rule, line, note }) => ({ rule, line, note })).sort((a, b) => a.line - b.line);
  unfixed.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { source: applyEdits(source, edits), fixed, unfixed };
}

/**
 * What a check found. Besides: that a well-known base without USER runs as root is certain, also where its config is not
 * at hand and the rule cannot decide.
 */
function violationsOf({ rule, answer, violations }: Check, { base, config }: DockerfileEvidence): readonly Violation[] {
  if (rule !== 'user-non-root' || answer !== 'unknown' || config.user.value !== null) return violations;
  if (base === null || baseAccount(base.reference) === null) return violations;
  const violation = { message: '', fix: '', location: base.location, related: [], place: '', severity: null };
  return [violation];
}
