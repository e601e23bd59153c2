import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Question {
  readonly text: string;
  readonly target?: string;
  readonly buildArgs?: Readonly<Record<string, string>>;
  readonly platform?: string;
  /** Image configs by full reference, such as `docker.io/library/node:24`; all others are empty. */
  readonly bases?: Readonly<Record<string, unknown>>;
}

/** A Docker image config, as BuildKit writes it. */
export interface Answer {
  readonly error?: string;
  readonly line?: number;
  readonly panic?: boolean;
  readonly config?: {
    readonly User?: string;
    readonly ExposedPorts?: Readonly<Record<string, unknown>>;
    readonly Healthcheck?: {
      readonly Test?: readonly string[];
      readonly Interval?: number;
      readonly Timeout?: number;
      readonly StartPeriod?: number;
      readonly StartInterval?: number;
      readonly Retries?: number;
    };
    readonly Entrypoint?: readonly string[];
    readonly Cmd?: readonly string[];
    readonly Env?: readonly string[];
    readonly WorkingDir?: string;
    readonly Labels?: Readonly<Record<string, string>>;
    readonly Volumes?: Readonly<Record<string, unknown>>;
    readonly StopSignal?: string;
    readonly Shell?: readonly string[];
  };
  readonly pulled?: readonly string[];
}

const ROOT = join(import.meta.dirname, '../../..');
const SOURCE = join(ROOT, 'scripts/buildkit-oracle');

/** Why BuildKit itself cannot be asked on this machine, or null. Under CI it must be there. */
export function whyNoOracle(): string | null {
  const go = spawnSync('go', ['version'], { encoding: 'utf8' });
  if (go.status === 0 || process.env['CI']) return null;
  return 'Go is not on the PATH, so BuildKit itself cannot be asked';
}

/** Builds the oracle once for its sources, and returns its path. */
export function buildOracle(): string {
  const hash = createHash('sha256');
  for (const name of ['main.go', 'go.mod', 'go.sum']) hash.update(readFileSync(join(SOURCE, name)));
  const folder = join(ROOT, '.cache');
  const program = join(folder, `buildkit-oracle-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const built = spawnSync('go', ['build', '-o', program, '.'], {
    cwd: SOURCE,
    encoding: 'utf8',
    env: { ...process.env, GOFLAGS: '-buildvcs=false -trimpath', CGO_ENABLED: '0' },
  });
  if (built.status !== 0) throw new Error(`the BuildKit oracle cannot be built: ${built.error ?? built.stderr}`);
  return program;
}

/** The answers to questions, in their order. */
export async function askOracle(program: string, questions: readonly Question[]): Promise<readonly Answer[]> {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  child.stdin.end(
    questions.map((question) => `${JSON.stringify({ platform: 'linux/amd64', ...question })}\n`).join(''),
  );
  const status = await ended;
  const answers = Buffer.concat(chunks)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer);
  if (status !== 0 || answers.length !== questions.length) {
    throw new Error(`the BuildKit oracle ended with ${status} after ${answers.length} of ${questions.length} answers`);
  }
  return answers;
}
