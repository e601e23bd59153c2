import type { Violation } from '../model/check.ts';
import type { DockerfileEvidence, EffectiveConfig } from '../model/dockerfile.ts';
import type { TextEdit } from '../model/text-edit.ts';
import type { Rule } from '../rules/rule.ts';
import type { SourceText } from './source/source-text.ts';

/** The digest of an image, or why none is known, as the end of a sentence. */
export type DigestAnswer = { readonly digest: string; readonly source: string } | { readonly reason: string };

/** What fixes may know besides the Dockerfile. */
export interface FixFacts {
  /** `reference` is as the Dockerfile names it, variables expanded. */
  readonly digest: (reference: string) => DigestAnswer;
}

export const NO_FACTS: FixFacts = { digest: () => ({ reason: 'no digest was looked up' }) };

export interface FixContext {
  readonly dockerfile: DockerfileEvidence;
  readonly source: SourceText;
  /** The escape and continuation character. */
  readonly escapeToken: string;
  readonly facts: FixFacts;
}

/** A change that a fixer proposes; it counts once `prove` has seen it work. */
export interface Proposal {
  readonly edits: readonly TextEdit[];
  /** False where the program may need what the edit takes away: only asked for, it is proposed. */
  readonly isSafe: boolean;
  /** What to look at before it is taken; null when there is nothing. */
  readonly note: string | null;
  /** What the effective config must say afterwards. */
  readonly config: Partial<Readonly<Record<keyof EffectiveConfig, unknown>>>;
}

/** Why a program cannot fix it, as a sentence. */
export interface Refusal {
  readonly reason: string;
}

/** The automatic fix of one rule. */
export interface Fixer {
  readonly rule: Rule;
  /** Pure. The violation is one of the rule's on this Dockerfile. */
  readonly propose: (violation: Pick<Violation, 'location' | 'place'>, context: FixContext) => Proposal | Refusal;
}

export function refuse(reason: string): Refusal {
  return { reason };
}

export function proposal(edits: readonly TextEdit[], rest: Partial<Omit<Proposal, 'edits'>> = {}): Proposal {
  return { edits, isSafe: true, note: null, config: {}, ...rest };
}
