import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { generatedFiles } from '../../scripts/lib/generated-files.ts';
import { VERSION } from '../../src/model/version.ts';
import { rawFromInputs } from '../../src/settings/from-inputs.ts';
import { OPTION_KEYS, OPTIONS, optionName } from '../../src/settings/options.ts';
import { OUTPUTS } from '../../src/settings/outputs.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8');

describe('what is generated is as its sources say (npm run docs)', () => {
  test('every file', async () => {
    for (const [file, text] of await generatedFiles(ROOT)) expect([file, await read(file)]).toEqual([file, text]);
  });
});

describe('action.yml', () => {
  test('declares exactly the inputs that are read', async () => {
    const { inputs } = parse(await read('action.yml'));
    const asked: string[] = [];
    rawFromInputs((name) => {
      asked.push(name.replace(/^INPUT_/, '').toLowerCase());
      return undefined;
    });
    expect(Object.keys(inputs).sort()).toEqual(asked.sort());
  });

  test('declares exactly the outputs that are written, and runs the shipped entry on Node 24', async () => {
    const { outputs, runs } = parse(await read('action.yml'));
    expect(Object.keys(outputs)).toEqual(Object.keys(OUTPUTS));
    expect(runs).toEqual({ using: 'node24', main: 'dist/index.js' });
  });

  test('GitHub refuses longer descriptions of an action', async () => {
    expect(parse(await read('action.yml')).description.length).toBeLessThanOrEqual(125);
  });
});

test('every option has words for users', () => {
  for (const key of OPTION_KEYS) {
    const { description, kind, placeholder } = OPTIONS[key];
    expect([optionName(key), description]).toEqual([optionName(key), expect.stringMatching(/^[A-Z`].*\.$/s)]);
    expect(kind === 'boolean').toBe(placeholder === '');
  }
});

test('the version is that of package.json', async () => {
  expect(JSON.parse(await read('package.json')).version).toBe(VERSION);
});
