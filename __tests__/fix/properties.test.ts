import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { DockerfileError } from '../../src/dockerfile/read.ts';
import { FIXERS } from '../../src/fix/rules/index.ts';
import type { EffectiveConfig } from '../../src/model/dockerfile.ts';
import { RULES } from '../../src/rules/index.ts';
import { generate } from '../dockerfile/support/generate.ts';
import { HARD_CASES } from '../dockerfile/support/hard-cases.ts';
import { judge } from '../support/evidence.ts';
import { DIGESTS, evaluated, fixed, settled } from './support.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const SEED = 20261123;

/** What a fix may change of the effective config. */
const INTENDED: readonly (keyof EffectiveConfig)[] = ['user', 'cmd', 'entrypoint', 'workingDir'];

interface Outcome {
  readonly changed: boolean;
  readonly rules: ReadonlySet<string>;
}

/** Fixes until nothing is left to do, and holds what every fix promises. */
function fixAll(text: string, unsafe: boolean): Outcome {
  const { source, rules } = settled(text, { digests: DIGESTS, unsafe });
  expect(fixed(source, { digests: DIGESTS, unsafe }).source).toBe(source);
  const [before, after] = [evaluated(text), evaluated(source)];
  for (const key of Object.keys(before.config) as (keyof EffectiveConfig)[]) {
    if (INTENDED.includes(key)) continue;
    expect(valuesOf(after.config[key])).toEqual(valuesOf(before.config[key]));
  }
  if (!rules.has('user-non-root') && !rules.has('user-numeric')) {
    expect(after.config.user.value).toEqual(before.config.user.value);
  }
  if (!rules.has('entrypoint-exec-form')) {
    expect([after.config.cmd.value, after.config.entrypoint.value]).toEqual([
      before.config.cmd.value,
      before.config.entrypoint.value,
    ]);
  }
  // Every comment line is still there, in its order.
  expect(commentsOf(source)).toEqual(commentsOf(text));
  expect(source.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
  for (const { rule } of FIXERS.filter((fixer) => rules.has(fixer.rule.id))) {
    const faults = (dockerfile: typeof before): number =>
      judge(rule, { dockerfile }, { profile: 'strict' }).violations.length;
    expect(faults(after)).toBeLessThanOrEqual(faults(before));
  }
  return { changed: source !== text, rules };
}

function valuesOf(setting: EffectiveConfig[keyof EffectiveConfig]): unknown {
  return 'entries' in setting ? setting.entries.map(({ value }) => value) : setting.value;
}

/** A directive that pins the frontend is the one comment that a fix may change. */
function commentsOf(text: string): readonly string[] {
  return text.split(/\r?\n/).flatMap((line) => (/^\s*#/.test(line) ? line.replace(/@sha256:[0-9a-f]{64}/, '') : []));
}

function isAccepted(text: string): boolean {
  try {
    evaluated(text);
    return true;
  } catch (error) {
    if (error instanceof DockerfileError) return false;
    throw error;
  }
}

test.each([false, true])('generated files and hard cases (unsafe: %s)', (unsafe) => {
  const texts = [...generate(SEED, 1500), ...HARD_CASES].flatMap(({ text }) => (isAccepted(text) ? [text] : []));
  const outcomes = texts.map((text) => fixAll(text, unsafe));
  expect(texts.length).toBeGreaterThan(200);
  expect(outcomes.filter(({ changed }) => changed).length).toBeGreaterThan(50);
});

const files = existsSync(CORPUS)
  ? readFileSync(join(CORPUS, 'buildkit-expected.jsonl'), 'utf8').trim().split('\n')
  : [];

(existsSync(CORPUS) ? describe : describe.skip)('real Dockerfiles', () => {
  test.each([false, true])('fixed once, nothing is left to do (unsafe: %s)', (unsafe) => {
    const rules = new Map<string, number>();
    for (const line of files) {
      const { file, error }: { file: string; error?: string } = JSON.parse(line);
      if (error !== undefined) continue;
      const outcome = fixAll(readFileSync(join(CORPUS, file), 'utf8'), unsafe);
      for (const rule of outcome.rules) rules.set(rule, (rules.get(rule) ?? 0) + 1);
    }
    expect(rules.get('base-digest')).toBeGreaterThan(150);
    expect(rules.get('entrypoint-exec-form')).toBeGreaterThan(0);
  });

  test('no fix brings another rule to fail', () => {
    const worse: string[] = [];
    for (const line of files.slice(0, 120)) {
      const { file, error }: { file: string; error?: string } = JSON.parse(line);
      if (error !== undefined) continue;
      const text = readFileSync(join(CORPUS, file), 'utf8');
      const [before, after] = [evaluated(text), evaluated(fixed(text, { digests: DIGESTS }).source)];
      for (const rule of RULES) {
        const answerFor = (dockerfile: typeof before): string =>
          judge(rule, { dockerfile }, { profile: 'strict' }).answer;
        if (answerFor(before) !== 'fail' && answerFor(after) === 'fail') worse.push(`${file}: ${rule.id}`);
      }
    }
    expect(worse).toEqual([]);
  });
});
