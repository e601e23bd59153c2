import { join } from 'node:path';
import { runProgram } from './program.ts';
import { ROOT } from './repository.ts';

/**
 * Runs the tests of the judgement alone and demands that they try every branch of it (`jest.judgement.config.mjs`).
 * Null when they do; else what jest said.
 */
export async function judgementGaps(): Promise<string | null> {
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const { code, output } = await runProgram(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      jest,
      '--config',
      join(ROOT, 'jest.judgement.config.mjs'),
    ],
    { cwd: ROOT },
  );
  return code === 0 ? null : output;
}
