import type { Assignment, DockerfileEvidence, Instruction, Stage } from '../model/dockerfile.ts';
import { Rejection } from './dockerfile-error.ts';
import type { Scope, Variable } from './scope.ts';
import { expandWord } from './shell-word.ts';
import { SCRATCH } from './stage-graph.ts';

/** Bounds for texts that are made to cost time; beyond them the value counts as unknown. */
const LONGEST = 4096;
const DEEPEST = 200;

/**
 * A word of an instruction with quotes and variables taken away, as the builder sees it at that place. Null when a variable
 * has no value that is known from this file alone; so is a word with another escape character than `\`.
 */
export function expandAt(
  dockerfile: DockerfileEvidence,
  stage: Stage,
  instruction: Instruction,
  word: string,
): string | null {
  if (!/[$'"\\`]/.test(word)) return word;
  if (word.length > LONGEST || word.includes('`')) return null;
  try {
    const { text, known } = expandWord(word, scopeAt(dockerfile, stage, instruction), { escapeToken: '\\' });
    return known ? text : null;
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
}

/** The variables before an instruction: ENV and ARG of its stage's chain, and nothing of an outer base. */
function scopeAt(dockerfile: DockerfileEvidence, stage: Stage, { location }: Instruction): Scope {
  const chain = chainUpwards(dockerfile, stage);
  const root = chain.at(-1);
  const whole = root !== undefined && root.parent === null;
  const found = new Map<string, Variable | null>();
  let spent = 0;
  return {
    complete: whole && root.base === SCRATCH,
    spend: (characters) => {
      spent += characters;
      if (spent > LONGEST) throw new Rejection('the value is too long');
    },
    lookup: (name) => {
      const known = found.get(name);
      if (known !== undefined) return known;
      const value = whole ? lookUp(dockerfile, chain, name, location.startLine) : null;
      found.set(name, value);
      return value;
    },
  };
}

function lookUp(dockerfile: DockerfileEvidence, chain: readonly Stage[], name: string, line: number): Variable | null {
  const at = (index: number | null): readonly Assignment[] => assignmentsOf(dockerfile, name, index);
  const [own, ...inherited] = chain.map(({ index }) => at(index));
  // In a later stage an inherited ENV wins over an inherited ARG, whatever their order was.
  const env = inherited.flatMap((list) => list.findLast(({ kind }) => kind === 'env') ?? []);
  const assignment = lastBefore(own ?? [], line) ?? env[0] ?? inherited.flatMap((list) => list.at(-1) ?? [])[0];
  if (assignment === undefined) return null;
  // An ARG without a default takes the global one's.
  const value = assignment.value ?? (assignment.kind === 'arg' ? (at(null).at(-1)?.value ?? null) : null);
  return { value: value ?? '', known: value !== null };
}

function chainUpwards({ stages }: DockerfileEvidence, stage: Stage): Stage[] {
  const chain: Stage[] = [];
  for (let next: Stage | undefined = stage; next !== undefined && chain.length < DEEPEST; ) {
    chain.push(next);
    next = next.parent === null ? undefined : stages[next.parent];
  }
  return chain;
}

/** The list is in the order of the file. */
function lastBefore(list: readonly Assignment[], line: number): Assignment | undefined {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.location.startLine ?? line) < line) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}

type Index = ReadonlyMap<string, readonly Assignment[]>;
const INDEXES = new WeakMap<DockerfileEvidence, Index>();

function assignmentsOf(dockerfile: DockerfileEvidence, name: string, stage: number | null): readonly Assignment[] {
  const known = INDEXES.get(dockerfile);
  const index = known ?? Map.groupBy(dockerfile.assignments, (one) => `${one.stage ?? ''}:${one.name}`);
  if (known === undefined) INDEXES.set(dockerfile, index);
  return index.get(`${stage ?? ''}:${name}`) ?? [];
}
