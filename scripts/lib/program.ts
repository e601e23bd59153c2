import { spawn } from 'node:child_process';

export interface ProgramOptions {
  readonly cwd?: string;
  /** Added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** `inherit` shows what the program prints; otherwise it is kept for the error message. */
  readonly output?: 'inherit' | 'keep';
}

/** Runs a program without a shell and resolves with its exit code (null when a signal ended it) and what it printed. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: { ...process.env, ...options.env },
      stdio: options.output === 'inherit' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** The same for a program that must succeed: rejects with its last lines otherwise. */
export async function mustRun(program: string, args: readonly string[], options: ProgramOptions = {}): Promise<string> {
  const { code, output } = await runProgram(program, args, options);
  if (code !== 0) {
    const last = output.trim().split('\n').slice(-3).join(' | ');
    throw new Error(`${program} ${args[0] ?? ''} ended with ${code ?? 'a signal'}${last === '' ? '' : `: ${last}`}`);
  }
  return output;
}
