/**
 * What the gate costs beside a bare scan of the same image of 350 MB in a container engine, and beside the usual
 * workflow of three scans for three formats.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../__tests__/support/engine.ts';
import { COMMITTED_DATABASE } from '../scripts/lib/advisory-database.ts';
import { findPart } from '../scripts/lib/parts.ts';
import { fetchTrivy } from '../scripts/lib/trivy-wheel.ts';
import { IMAGES, writeLargeImages } from './large-image.ts';

export interface Bound {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
}

const ROUNDS = 5;
const MEGABYTE = 1_000_000;
const [FIRST] = IMAGES;
const FORMATS = ['table', 'sarif', 'cyclonedx'] as const;

/** A sentence that says why not, when there is no engine here. */
export async function imageBounds(cli: string): Promise<readonly Bound[] | string> {
  const engine = findPart('engine');
  if ('missing' in engine) return engine.missing;
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const running = await startEngine(engine.path);
  try {
    await writeLargeImages(join(folder, 'images.tar'));
    await running.docker(['load', '--input', join(folder, 'images.tar')]);
    await rm(join(folder, 'images.tar'));
    return await measure({ cli, trivy: await fetchTrivy(), host: running.host, folder });
  } finally {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Setting {
  readonly cli: string;
  readonly trivy: string;
  /** For `DOCKER_HOST`. */
  readonly host: string;
  readonly folder: string;
}

async function measure(setting: Setting): Promise<readonly Bound[]> {
  const rounds: { bareCold: number; bareWarm: number; cold: number; warm: number; rss: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await freshCache(setting, `bare-${round}`);
    const own = await freshCache(setting, `own-${round}`);
    const bareCold = scan(setting, bare, FIRST, 'json');
    const cold = await gate(setting, own, [FIRST]);
    const bareWarm = scan(setting, bare, FIRST, 'json');
    const warm = await gate(setting, own, [FIRST]);
    rounds.push({ bareCold, bareWarm, cold: cold.ms, warm: warm.ms, rss: Math.max(cold.rss, warm.rss) });
  }
  const usual = await freshCache(setting, 'usual');
  const twelve = IMAGES.flatMap((image) => FORMATS.map((format) => scan(setting, usual, image, format)));
  const four = await gate(setting, await freshCache(setting, 'four'), IMAGES);
  // The fastest of each: what the machine does besides only ever adds time.
  const fastest = (key: 'bareCold' | 'bareWarm' | 'cold' | 'warm'): number =>
    Math.min(...rounds.map((one) => one[key]));
  const ratio = (what: string, value: number, limit: number): Bound => ({ what, value, limit, unit: '×' });
  const memory = Math.max(...rounds.map(({ rss }) => rss)) / MEGABYTE;
  return [
    ratio('an image of an engine, cold scan cache ÷ bare scan', fastest('cold') / fastest('bareCold'), 1.05),
    ratio('the same with a warm one ÷ bare scan', fastest('warm') / fastest('bareWarm'), 0.5),
    ratio('four images on one base ÷ twelve scans for three formats', four.ms / sum(twelve), 1 / 3),
    { what: 'memory of our own process', value: memory, limit: 200, unit: ' MB' },
    { what: 'the same for four images', value: four.rss / MEGABYTE, limit: 300, unit: ' MB' },
  ];
}

async function freshCache({ folder }: Setting, name: string): Promise<string> {
  const cache = join(folder, name);
  await mkdir(cache);
  await cp(join(COMMITTED_DATABASE, 'db'), join(cache, 'db'), { recursive: true });
  return cache;
}

/** Milliseconds of `trivy image`, as workflows call it. */
function scan({ trivy, host, folder }: Setting, cache: string, image: string, format: string): number {
  const args = ['image', image, '--format', format, '--output', join(folder, 'out'), '--cache-dir', cache, '--quiet'];
  const offline = '--skip-db-update --skip-java-db-update --skip-version-check --disable-telemetry --offline-scan';
  return timed(trivy, [...args, ...offline.split(' ')], { DOCKER_HOST: host }, [0]);
}

/** What `resourceUsage` tells starts with the memory of the process that started it; the kernel's own mark does not. */
const NOTE_MEMORY = `data:text/javascript,import{readFileSync as r,writeFileSync as w}from'node:fs';process.on('exit',()=>w(process.env.NOTE_MEMORY,r('/proc/self/status')))`;

/** Milliseconds of the gate with all rules and all reports, and the bytes that its own process took at most. */
async function gate(
  { cli, trivy, host, folder }: Setting,
  cache: string,
  images: readonly string[],
): Promise<{ readonly ms: number; readonly rss: number }> {
  const note = join(folder, 'rss');
  const args = [
    ...['--import', NOTE_MEMORY, cli, 'check', '--report-dir', join(folder, 'report'), '--trivy-path', trivy],
    ...['--trivy-cache-dir', cache, '--skip-db-update', '--max-db-age', 'none', '--scanners', 'vuln,secret'],
    ...images.flatMap((image) => ['--image', image]),
  ];
  const env = { DOCKER_HOST: host, XDG_CACHE_HOME: cache, NOTE_MEMORY: note };
  // The policy may say no; that something could not be verified would make the time worthless.
  const ms = timed(process.execPath, args, env, [0, 1]);
  const peak = /^VmHWM:\s+([0-9]+) kB$/m.exec(await readFile(note, 'utf8'))?.[1];
  return { ms, rss: Number(peak) * 1024 };
}

function timed(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  expected: readonly number[],
): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(program, args, {
    env: { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), ...env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const elapsed = performance.now() - start;
  if (status === null || !expected.includes(status)) {
    throw new Error(`${program} ended with ${status}: ${stderr.slice(-2000)}`);
  }
  return elapsed;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
