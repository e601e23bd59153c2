import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ask, theirs } from './support/compare.ts';
import { generate } from './support/generate.ts';
import { HARD_CASES } from './support/hard-cases.ts';
import { type Answer, askOracle, buildOracle, type Question, whyNoOracle } from './support/oracle.ts';
import { agree, shrink } from './support/shrink.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const SEED = 20260822;
const GENERATED = 3000;
/** A rejected file loses the line that BuildKit names and is asked again: most end up accepted, and are compared whole. */
const REPAIRS = 8;

const missing = whyNoOracle();
const title =
  missing === null ? 'compared with BuildKit itself' : `compared with BuildKit itself (skipped: ${missing})`;

(missing === null ? describe : describe.skip)(title, () => {
  let program = '';
  beforeAll(() => {
    program = buildOracle();
  }, 600_000);

  test('hand-written hard cases', async () => {
    await expectEqual(program, HARD_CASES);
  });

  test(`${GENERATED} generated files of seed ${SEED}, and what is left of them without the rejected lines`, async () => {
    let questions: readonly Question[] = generate(SEED, GENERATED);
    let accepted = 0;
    for (let round = 0; round <= REPAIRS && questions.length > 0; round++) {
      const answers = await expectEqual(program, questions);
      accepted += answers.filter((answer) => answer.config !== undefined).length;
      questions = questions.flatMap((question, index) => withoutLine(question, answers[index]?.line ?? 0));
    }
    // Otherwise the comparison would have looked at reasons to reject alone.
    expect(accepted).toBeGreaterThan(GENERATED / 2);
  }, 300_000);

  (existsSync(CORPUS) ? test : test.skip)('real files of the corpus beside the project', async () => {
    const questions = corpus().map(({ file }) => ({ text: readFileSync(join(CORPUS, file), 'utf8') }));
    await expectEqual(program, questions);
  });
});

(existsSync(CORPUS) ? describe : describe.skip)('compared with the answers that stand beside the corpus', () => {
  test.each(corpus().map((line) => [line.file, line] as const))('%s', (file, expected) => {
    const result = ask({ text: readFileSync(join(CORPUS, file), 'utf8') });
    if (!('config' in result)) {
      expect(expected.error).toContain(result.rejected);
      expect(expected.error).toContain(`line ${result.line}:`);
      return;
    }
    const { config } = result;
    expect(expected.error).toBeUndefined();
    expect({
      user: config.user,
      exposed: config.exposedPorts,
      env: config.env,
      entrypoint: config.entrypoint,
      cmd: config.cmd,
      workingDir: config.workingDir,
      labels: config.labels,
      stopSignal: config.stopSignal,
      healthcheck: config.healthcheck?.test ?? null,
    }).toEqual({
      user: expected.user,
      exposed: expected.exposed ?? [],
      env: expected.env,
      entrypoint: expected.entrypoint,
      cmd: expected.cmd,
      workingDir: expected.workingDir,
      labels: Object.entries(expected.labels ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .sort(),
      stopSignal: expected.stopSignal,
      healthcheck: expected.healthcheck,
    });
  });
});

interface CorpusLine {
  readonly file: string;
  readonly error?: string;
  readonly user: string;
  readonly exposed: readonly string[] | null;
  readonly env: readonly string[];
  readonly entrypoint: readonly string[] | null;
  readonly cmd: readonly string[] | null;
  readonly workingDir: string;
  readonly labels: Readonly<Record<string, string>> | null;
  readonly stopSignal: string;
  readonly healthcheck: readonly string[] | null;
}

function corpus(): readonly CorpusLine[] {
  if (!existsSync(CORPUS)) return [];
  return readFileSync(join(CORPUS, 'buildkit-expected.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as CorpusLine);
}

function withoutLine(question: Question, line: number): Question[] {
  if (line < 1) return [];
  const text = question.text
    .split('\n')
    .toSpliced(line - 1, 1)
    .join('\n');
  return text.trim() === '' ? [] : [{ ...question, text }];
}

/** Fails with the smallest text on which the first difference still shows. */
async function expectEqual(program: string, questions: readonly Question[]): Promise<readonly Answer[]> {
  const answers = await askOracle(program, questions);
  for (const [index, question] of questions.entries()) {
    const answer = answers[index];
    // Where BuildKit itself falls over there is nothing to agree with.
    if (answer === undefined || answer.panic === true || agree(ask(question), theirs(answer))) continue;
    const smallest = await shrink(program, question);
    const [theirAnswer = {}] = await askOracle(program, [smallest]);
    expect({ of: smallest, result: ask(smallest) }).toEqual({ of: smallest, result: theirs(theirAnswer) });
    throw new Error(`a difference that shrinking lost: ${JSON.stringify(question)}`);
  }
  return answers;
}
