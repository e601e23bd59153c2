import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runProgram } from '../../scripts/lib/program.ts';
import { ROOT } from '../../scripts/lib/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A test file that needs a part, as other test files do; with no PATH no part is found. */
const PROBE = `
import { expect, test } from '@jest/globals';
import { describeIf } from ${JSON.stringify(join(ROOT, '__tests__', 'support', 'requires.ts'))};
const describeWithPip = await describeIf('pip');
describeWithPip('needs pip', () => test('runs', () => expect(1).toBe(1)));
`;

describe('a part that the machine lacks', () => {
  test('is skipped and written down', async () => {
    await using folder = await temporaryFolder();
    const skips = join(folder.path, 'skips.txt');
    const { code, output } = await probe(folder.path, { CI: '', SKIPPED_TESTS: skips });
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('1 skipped') });
    expect(await readFile(skips, 'utf8')).toBe('probe.test.ts: pip is not on the PATH\n');
  });

  test('fails under CI', async () => {
    await using folder = await temporaryFolder();
    const { code, output } = await probe(folder.path, { CI: 'true' });
    expect(code).toBe(1);
    expect(output).toContain('probe.test.ts needs pip: pip is not on the PATH. Under CI nothing may be skipped.');
  });
});

test('a part that is there runs', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, process.platform === 'win32' ? 'pip.exe' : 'pip'), '', { mode: 0o755 });
  const { code, output } = await probe(folder.path, { CI: 'true', PATH: folder.path });
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('1 passed') });
});

/** Runs jest on the probe with the project's own transform. */
async function probe(folder: string, env: Readonly<Record<string, string>>) {
  await mkdir(join(folder, 'tests'));
  const file = join(folder, 'tests', 'probe.test.ts');
  await writeFile(file, PROBE);
  const { default: config } = await import(join(ROOT, 'jest.config.mjs'));
  const transform = Object.fromEntries(
    Object.entries(config.transform as Record<string, [string, object]>).map(([pattern, [name, options]]) => [
      pattern,
      [join(ROOT, 'node_modules', name), options],
    ]),
  );
  await writeFile(
    join(folder, 'jest.config.json'),
    JSON.stringify({
      ...config,
      rootDir: folder,
      roots: [join(folder, 'tests')],
      transform,
      testMatch: ['**/probe.test.ts'],
      modulePaths: [join(ROOT, 'node_modules')],
    }),
  );
  return runProgram(
    process.execPath,
    [
      '--experimental-vm-modules',
      join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--config',
      join(folder, 'jest.config.json'),
      '--no-watchman',
    ],
    { cwd: ROOT, env: { PATH: '', ...env } },
  );
}
