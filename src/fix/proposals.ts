import { readDockerfile } from '../dockerfile/read.ts';
import type { Check, Violation } from '../model/check.ts';
import type { DockerfileEvidence } from '../model/dockerfile.ts';
import { type FixContext, type Fixer, type FixFacts, type Proposal, type Refusal, refuse } from './fixer.ts';
import { prove, type Read, readAlone } from './prove.ts';
import { FIXERS } from './rules/index.ts';
import { SourceText } from './source/source-text.ts';

/** Characters that all proofs for one Dockerfile may read: hostile files must not cost more than others. */
const MOST_READ = 4 * 1024 * 1024;

/** What can be done about the findings on one Dockerfile. Everything proposed is proven; see `prove`. */
export class Proposals {
  readonly #context: FixContext | null;
  readonly #before: Read | null;
  #budget = MOST_READ;

  /** @param source the text that `dockerfile` was read from; nothing is proposed for another one */
  constructor(dockerfile: DockerfileEvidence, source: string, facts: FixFacts) {
    const text = new SourceText(source);
    const before = text.hasPlainLineEnds && !source.includes('\uFFFD') ? readAlone(source, dockerfile) : null;
    const isSame = before !== null && hasSameText(before.evidence, dockerfile);
    this.#before = isSame ? before : null;
    const { escapeToken } = isSame ? readDockerfile(source, dockerfile.file) : { escapeToken: '\\' };
    this.#context = isSame ? { dockerfile, source: text, escapeToken, facts } : null;
  }

  /** Null for a rule that has no automatic fix. */
  for(rule: string, violation: Pick<Violation, 'location' | 'place'>): Proposal | Refusal | null {
    const fixer = FIXERS.find((one) => one.rule.id === rule);
    return fixer === undefined ? null : this.#propose(fixer, violation);
  }

  #propose(fixer: Fixer, violation: Pick<Violation, 'location' | 'place'>): Proposal | Refusal {
    const [context, before] = [this.#context, this.#before];
    if (context === null || before === null) return refuse('The text of the file cannot be edited in place.');
    if (this.#budget < 0) return refuse('The file is too large to fix more of it.');
    const proposed = fixer.propose(violation, context);
    if ('reason' in proposed) return proposed;
    this.#budget -= before.source.length;
    const doubt = prove(fixer, proposed, before);
    return doubt === null ? proposed : refuse(`The obvious edit does not hold: ${doubt}.`);
  }
}

/** The proven edits for all findings of one check on one Dockerfile: safe ones only. */
export function editsFor(check: Check, proposals: Proposals) {
  return check.violations.flatMap((violation) => {
    const proposed = proposals.for(check.rule, violation);
    return proposed !== null && 'edits' in proposed && proposed.isSafe ? proposed.edits : [];
  });
}

function hasSameText(a: DockerfileEvidence, b: DockerfileEvidence): boolean {
  const shape = ({ stages }: DockerfileEvidence): string =>
    JSON.stringify(stages.map(({ from, location, instructions }) => [from, location.startLine, instructions]));
  return shape(a) === shape(b);
}
