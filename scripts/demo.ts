/**
 * Gates the two example images as a user would, with the shipped command line: `npm run demo`.
 * `--live`: with the public advisory database. `--trivy-path FILE`: with this Trivy.
 */
import { existsSync } from 'node:fs';
import { cp, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExamples } from '../examples/build.ts';
import { COMMITTED_DATABASE } from './lib/advisory-database.ts';
import { trivyForDemo } from './lib/demo-trivy.ts';
import { CARELESS, HARDENED, unexpectedVerdict } from './lib/demo-verdicts.ts';
import { runProgram } from './lib/program.ts';
import { CACHE, ROOT } from './lib/repository.ts';
import { oneLine, step } from './lib/step.ts';

const IMAGES = join(CACHE, 'examples');
const TRIVY_CACHE = join(CACHE, 'demo-trivy');
const REPORTS = join(CACHE, 'demo-report');

const NOTE = {
  demo: 'Demo facts only: the advisories come from a small database kept with the examples, not from the public one.',
  live: 'Live: the advisories come from the public database, so the hardened server may have some by now.',
};

try {
  const { values } = parseArgs({ options: { live: { type: 'boolean' }, 'trivy-path': { type: 'string' } } });
  process.exitCode = await demo(values.live === true, values['trivy-path'] ?? null);
} catch (error) {
  process.stderr.write(`Demo: ${oneLine(error)}\n`);
  process.exitCode = 1;
}

async function demo(live: boolean, givenTrivy: string | null): Promise<number> {
  await step('Building the example images', () => buildExamples(IMAGES));
  const trivy = givenTrivy ?? (await step('Looking for Trivy', trivyForDemo));
  await rm(REPORTS, { recursive: true, force: true });
  if (!live) {
    // A copy, because Trivy writes into its cache folder.
    await rm(TRIVY_CACHE, { recursive: true, force: true });
    await cp(COMMITTED_DATABASE, TRIVY_CACHE, { recursive: true });
  }
  process.stderr.write(`${live ? NOTE.live : NOTE.demo}\n\n`);
  const gate = [join(ROOT, 'dist', 'cli.js'), ...gateArguments(live, trivy)];
  const { code } = await runProgram(process.execPath, gate, { cwd: ROOT, output: 'inherit' });
  return conclude(live, code);
}

function gateArguments(live: boolean, trivy: string | null): readonly string[] {
  return [
    'check',
    ...['hardened-server', 'careless-server'].flatMap((name) => ['--image', `oci:${fromRoot(join(IMAGES, name))}`]),
    ...[HARDENED, CARELESS].flatMap((file) => ['--dockerfile', file]),
    ...(live ? [] : ['--trivy-cache-dir', fromRoot(TRIVY_CACHE), '--skip-db-update', '--max-db-age', 'none']),
    ...(trivy === null ? [] : ['--trivy-path', trivy]),
    '--report-dir',
    fromRoot(REPORTS),
    '--format',
    'table',
  ];
}

async function conclude(live: boolean, exitCode: number | null): Promise<number> {
  const report = join(REPORTS, 'report.json');
  if (!existsSync(report)) {
    process.stderr.write('Demo failed: the gate wrote no report.json; its messages stand above.\n');
    return 1;
  }
  process.stderr.write('\n');
  for (const name of ['report.json', 'report.sarif', 'report.html', 'summary.md']) {
    process.stderr.write(`${name.padEnd(12)}  ${fromRoot(join(REPORTS, name))}\n`);
  }
  const wrong = unexpectedVerdict(await readFile(report, 'utf8'), exitCode, live);
  process.stderr.write(wrong === null ? 'Both verdicts are as expected.\n' : `Demo failed: ${wrong}.\n`);
  return wrong === null ? 0 : 1;
}

/** Paths as a user would type them. */
function fromRoot(path: string): string {
  return relative(ROOT, path).replaceAll('\\', '/');
}
