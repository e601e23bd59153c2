/**
 * Lints the workflows, the action's own metadata and Dependabot's settings: `node scripts/lint-workflows.ts`.
 * actionlint checks syntax, expressions and the inputs of `uses: ./`; zizmor checks permissions, pins and injections.
 * Both are fetched at a fixed version and need no network after that.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { actionlint } from './lib/actionlint.ts';
import { findPart, TOOLS } from './lib/parts.ts';
import { mustRun, runProgram } from './lib/program.ts';
import { ROOT } from './lib/repository.ts';
import { oneLine, step } from './lib/step.ts';

const REQUIREMENTS = join(ROOT, 'scripts', 'workflow-lint', 'requirements.txt');

/** Version and sums of the wheels stand in the requirements file. */
async function zizmor(): Promise<string> {
  const version = /^zizmor==([\d.]+)/m.exec(await readFile(REQUIREMENTS, 'utf8'))?.[1] ?? 'unknown';
  const folder = join(TOOLS, `zizmor-${version}`);
  const program = join(folder, 'bin', process.platform === 'win32' ? 'zizmor.exe' : 'zizmor');
  const pip = findPart('pip');
  if (!existsSync(program)) {
    if ('missing' in pip) {
      throw new Error(`zizmor is not there and cannot be installed: ${pip.missing}`);
    }
    await mkdir(folder, { recursive: true });
    const exact = ['--no-deps', '--only-binary', ':all:', '--require-hashes'];
    await mustRun(pip.path, ['install', '--quiet', '--target', folder, ...exact, '--requirement', REQUIREMENTS]);
  }
  return program;
}

async function lint(program: string, args: readonly string[]): Promise<boolean> {
  const { code } = await runProgram(program, args, { cwd: ROOT, output: 'inherit' });
  return code === 0;
}

try {
  const programs = await step('Getting actionlint and zizmor', () => Promise.all([actionlint(), zizmor()]));
  // What shellcheck says depends on whether the machine has it.
  const syntax = await lint(programs[0], ['-shellcheck=', '-pyflakes=']);
  const inputs = ['.github', 'action.yml'].filter((path) => existsSync(join(ROOT, path)));
  const security = await lint(programs[1], ['--offline', '--no-progress', '--persona', 'pedantic', ...inputs]);
  process.exitCode = syntax && security ? 0 : 1;
} catch (error) {
  console.error(oneLine(error));
  process.exitCode = 1;
}
