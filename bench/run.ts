/**
 * Measures what a user waits for, as ratios within one run on one machine: absolute times say nothing elsewhere.
 * `npm run bench` measures all; `npm run bench -- start dockerfiles images report` the groups that are named.
 * Ends with 1 when a bound is broken.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hadolintRatio } from './hadolint.ts';
import { type Bound, imageBounds } from './image.ts';
import { reportBounds } from './report.ts';

const DIST = join(fileURLToPath(new URL('..', import.meta.url)), 'dist');
const ROUNDS = 15;
const MEGABYTE = 1_000_000;

type Group = 'start' | 'dockerfiles' | 'images' | 'report';

const GROUPS: Readonly<Record<Group, () => Promise<readonly Bound[] | string>>> = {
  start: async () => startBounds(),
  dockerfiles: async () => {
    const ratio = await hadolintRatio(join(DIST, 'cli.js'));
    if (typeof ratio === 'string') return `not measured against hadolint: ${ratio}`;
    return [{ what: 'many Dockerfiles in one process ÷ hadolint', value: ratio, limit: 0.1, unit: '×' }];
  },
  images: async () => {
    const bounds = await imageBounds(join(DIST, 'cli.js'));
    return typeof bounds === 'string' ? `not measured with images: ${bounds}` : bounds;
  },
  report: reportBounds,
};

const asked = process.argv.slice(2);
const groups = Object.entries(GROUPS).filter(([name]) => asked.length === 0 || asked.includes(name));
let isOver = groups.length === 0;
for (const [, measure] of groups) isOver = show(await measure()) || isOver;
process.exitCode = isOver ? 1 : 0;

/** Prints the lines of a group; true when a bound is broken. */
function show(bounds: readonly Bound[] | string): boolean {
  if (typeof bounds === 'string') {
    console.log(bounds);
    return false;
  }
  for (const { what, value, limit, unit } of bounds) {
    const mark = value <= limit ? 'ok  ' : 'OVER';
    console.log(`${mark} ${what}: ${value.toFixed(2)}${unit} (at most ${Number(limit.toFixed(2))}${unit})`);
  }
  return bounds.some(({ value, limit }) => value > limit);
}

function startBounds(): readonly Bound[] {
  return [
    { what: 'start of the action with nothing to do ÷ bare Node', value: startRatio('index.js'), limit: 3, unit: '×' },
    {
      what: 'start of the command with nothing to do ÷ bare Node',
      value: startRatio('cli.js', '--version'),
      limit: 4,
      unit: '×',
    },
    { what: 'dist/index.js', value: statSync(join(DIST, 'index.js')).size / MEGABYTE, limit: 2, unit: ' MB' },
    { what: 'what dist/index.js loads at once', value: loadedAtOnce('index.js') / MEGABYTE, limit: 2, unit: ' MB' },
    { what: 'all of dist/', value: sizeOf(DIST) / MEGABYTE, limit: 8, unit: ' MB' },
  ];
}

/** The fastest of several starts each, the two taking turns: what the machine does besides only ever adds time. */
function startRatio(entry: string, ...args: readonly string[]): number {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(time(['-e', '0']));
    // Without inputs and outside of a workflow the action has nothing to do but say so.
    ours.push(time([join(DIST, entry), ...args]));
  }
  return Math.min(...ours) / Math.min(...bare);
}

function time(args: readonly string[]): number {
  const start = performance.now();
  spawnSync(process.execPath, args, { stdio: 'ignore', env: { PATH: process.env['PATH'] ?? '' } });
  return performance.now() - start;
}

function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}

/** Bytes of a file of dist/ and of all that it imports statically: what every run must read and parse. */
function loadedAtOnce(file: string, seen: Set<string> = new Set()): number {
  const path = join(DIST, file);
  if (seen.has(path)) return 0;
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  const imports = [...text.matchAll(/^(?:import|export) ?(?:[^;"']*? ?from ?)?["'](\.[^"']+)["'];$/gm)];
  const folder = dirname(file);
  return imports.reduce((sum, [, target]) => sum + loadedAtOnce(join(folder, target ?? ''), seen), text.length);
}
