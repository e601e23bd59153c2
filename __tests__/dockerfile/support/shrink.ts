import { isDeepStrictEqual } from 'node:util';
import { ask, type Result, theirs } from './compare.ts';
import { askOracle, type Question } from './oracle.ts';

/** Both accept and agree on everything, or both reject. */
export function agree(ours: Result, buildkit: Result): boolean {
  return 'config' in ours && 'config' in buildkit
    ? isDeepStrictEqual(ours.config, buildkit.config)
    : 'config' in ours === 'config' in buildkit;
}

/** A smaller question with the same kind of difference: lines go first, then characters. */
export async function shrink(program: string, question: Question): Promise<Question> {
  let smallest = question;
  for (const separator of ['\n', '']) {
    for (let progress = true; progress; ) {
      const parts = smallest.text.split(separator);
      const smaller = parts.map((_, index) => ({ ...smallest, text: parts.toSpliced(index, 1).join(separator) }));
      const answers = await askOracle(program, smaller);
      const found = smaller.find((candidate, index) => {
        const answer = answers[index];
        return candidate.text !== '' && answer !== undefined && !agree(ask(candidate), theirs(answer));
      });
      progress = found !== undefined;
      smallest = found ?? smallest;
    }
  }
  return smallest;
}
