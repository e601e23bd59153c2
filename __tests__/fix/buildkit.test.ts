import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { DockerfileError } from '../../src/dockerfile/read.ts';
import { generate } from '../dockerfile/support/generate.ts';
import { type Answer, askOracle, buildOracle, whyNoOracle } from '../dockerfile/support/oracle.ts';
import { DIGESTS, settled } from './support.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const missing = whyNoOracle();

/** What each fix may change, in the words of an image config. */
const INTENDED: Readonly<Record<string, readonly string[]>> = {
  'user-non-root': ['User'],
  'user-numeric': ['User'],
  'entrypoint-exec-form': ['Entrypoint', 'Cmd', 'ArgsEscaped'],
};

/** Files in which every fix has something to do. */
const WRITTEN = [
  '# syntax=docker/dockerfile:1\nFROM scratch\nWORKDIR app\nWORKDIR sub\nCMD ["a"]\nCMD node s.js \\\n # x\n --y\n',
  "FROM scratch AS a\nRUN useradd -u 7 app\nENTRYPOINT ['/s', '-x']\nFROM a\nHEALTHCHECK NONE\nHEALTHCHECK CMD x\n",
  'FROM alpine\r\nRUN useradd -u 7 app && pip install a>=1\r\nUSER app:app\r\nCMD npm start',
  'FROM node:24\nENTRYPOINT ["/e"]\nCMD a b\nONBUILD CMD c d\n',
];

(missing === null ? describe : describe.skip)(
  `BuildKit itself${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let program = '';
    beforeAll(() => {
      program = buildOracle();
    }, 600_000);

    test.each<readonly [string, () => readonly string[]]>([
      ['written ones', () => WRITTEN],
      ['generated ones', () => generate(20261124, 1500).map(({ text }) => text)],
      ['real ones', corpus],
    ])(
      'builds the same from fixed Dockerfiles, but for what was to be changed: %s',
      async (_title, texts) => {
        const cases = texts().flatMap((text) => {
          const { source, rules } = settledOrNull(text) ?? { source: text, rules: new Set<string>() };
          return source === text ? [] : [{ text, source, allowed: [...rules].flatMap((rule) => INTENDED[rule] ?? []) }];
        });
        const before = await askOracle(
          program,
          cases.map(({ text }) => ({ text })),
        );
        const after = await askOracle(
          program,
          cases.map(({ source }) => ({ text: source })),
        );
        const wrong = cases.flatMap(({ source, allowed }, index) => {
          const changed = differences(before[index], after[index]).filter((key) => !allowed.includes(key));
          return changed.length > 0 ? [{ source, changed }] : [];
        });
        expect(wrong).toEqual([]);
        expect(cases.length > 0 || texts().length === 0).toBe(true);
      },
      300_000,
    );
  },
);

function settledOrNull(text: string) {
  try {
    return settled(text, { digests: DIGESTS, unsafe: true });
  } catch (error) {
    if (error instanceof DockerfileError) return null;
    throw error;
  }
}

/** Names of settings in which two configs differ; `error` where one of the files is rejected. */
function differences(before: Answer | undefined, after: Answer | undefined): readonly string[] {
  if (before?.config === undefined || after?.config === undefined) {
    // The gate takes more for granted than a build does: such a file must stay rejected for the same reason.
    return before?.config === undefined && after?.config === undefined ? [] : ['error'];
  }
  const [old, now] = [before.config, after.config].map((config) => new Map(Object.entries(config)));
  const keys = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...keys].filter((key) => JSON.stringify(old?.get(key)) !== JSON.stringify(now?.get(key)));
}

function corpus(): readonly string[] {
  if (!existsSync(CORPUS)) return [];
  const lines = readFileSync(join(CORPUS, 'buildkit-expected.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { file }: { file: string } = JSON.parse(line);
    return readFileSync(join(CORPUS, file), 'utf8');
  });
}
