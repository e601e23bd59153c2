/** What the outputs of a large run cost: peak memory of a fresh process, and whether time grows with what there is to say. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Bound } from './image.ts';

const FEW = 5_000;
const MANY = 30_000;
const ROUNDS = 3;
const MEGABYTE = 1_000_000;

interface Run {
  readonly ms: number;
  readonly peakBytes: number;
}

/** All outputs of 30,000 findings in six images, and of a sixth of them. */
export async function reportBounds(): Promise<readonly Bound[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const program = join(folder, 'report-process.mjs');
    // As dist/ is built: stripping types in the measured process would count as the reports' own memory.
    await build({
      entryPoints: [fileURLToPath(new URL('report-process.ts', import.meta.url))],
      outfile: program,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      banner: { js: "import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url);" },
    });
    const few: Run[] = [];
    const many: Run[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      few.push(measure(program, folder, FEW));
      many.push(measure(program, folder, MANY));
    }
    const growth = fastest(many) / fastest(few);
    const peak = Math.max(...many.map(({ peakBytes }) => peakBytes));
    return [
      { what: `peak memory of all outputs of ${MANY} findings`, value: peak / MEGABYTE, limit: 400, unit: ' MB' },
      {
        what: `time for all outputs of ${MANY} findings ÷ of ${FEW}, for each finding`,
        value: growth / (MANY / FEW),
        limit: 1.3,
        unit: '×',
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function measure(program: string, folder: string, findings: number): Run {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, folder, String(findings)], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '' },
    maxBuffer: 16 * MEGABYTE,
  });
  if (status !== 0) throw new Error(`The reports of ${findings} findings failed: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout) as Run;
}

/** What the machine does besides only ever adds time. */
function fastest(runs: readonly Run[]): number {
  return Math.min(...runs.map(({ ms }) => ms));
}
