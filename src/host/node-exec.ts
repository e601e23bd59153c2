import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { finished, pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { lineSplitter } from './lines.ts';
import type { Exec, ExecOptions, ExecResult } from './ports.ts';
import { HAS_GROUPS, signalGroup } from './process-groups.ts';
import { Tail } from './tail.ts';
import { which } from './which.ts';

const STDOUT_LIMIT = 16 * 1024 * 1024;
const STDERR_LIMIT = 64 * 1024;
/** From SIGTERM to SIGKILL. Trivy ignores SIGTERM while it waits for a lock on its database. */
const GRACE_MS = 2_000;

export interface NodeExec extends Exec {
  /** Ends what still runs; resolves when it has ended. */
  endAll(): Promise<void>;
  /** For an exit handler, where nothing can be waited for. */
  killAll(): void;
}

export function createNodeExec(): NodeExec {
  const running = new Set<ChildProcess>();
  return {
    run: (program, args, options) => run(program, args, options, running),
    which,
    endAll: async () => {
      const children = [...running];
      await Promise.all(children.map(endGroup));
    },
    killAll: () => {
      for (const child of running) {
        signalGroup(child, 'SIGKILL');
      }
    },
  };
}

async function run(
  program: string,
  args: readonly string[],
  options: ExecOptions,
  running: Set<ChildProcess>,
): Promise<ExecResult> {
  const child = spawn(program, args, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: options.env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: HAS_GROUPS,
    windowsHide: true,
    shell: false,
  });
  const exited = Promise.withResolvers<{ code: number | null; signal: NodeJS.Signals | null }>();
  child.once('error', exited.reject);
  child.once('exit', (code, signal) => exited.resolve({ code, signal }));
  running.add(child);
  // A program that does not read, or never started, closes the pipe: that is its own affair.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');

  const stderr = new Tail(STDERR_LIMIT);
  const lines = lineSplitter(options.onStderrLine ?? (() => undefined));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr.push(chunk);
    lines.push(chunk);
  });
  const stdout: Buffer[] = [];
  const output = outputOf(child, options, stdout);
  // Awaited below; until then a failure must not count as unhandled.
  output.catch(() => signalGroup(child, 'SIGKILL'));

  let timedOut = false;
  const end = (): void => void endGroup(child).then(() => child.stdout.destroy());
  const timer = setTimeout(() => {
    timedOut = true;
    end();
  }, options.timeoutMs);
  options.signal?.addEventListener('abort', end, { once: true });
  if (options.signal?.aborted === true) end();
  try {
    const { code, signal } = await exited.promise;
    if (options.stdoutTo !== undefined) {
      // A reader may be slower than the program, and what it has not read yet must not be taken away.
      await output;
    }
    await drained(child);
    await output;
    lines.end();
    return {
      exitCode: code,
      signal,
      stdout: Buffer.concat(stdout).toString('utf8'),
      stderr: stderr.text(),
      timedOut,
    };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', end);
    running.delete(child);
  }
}

/** The pipes end with the last process that holds them; one that left the group must not keep this run waiting. */
async function drained(child: ChildProcess): Promise<void> {
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  await forGrace(Promise.allSettled(streams.map((stream) => finished(stream, { writable: false }))));
  // What is left of the group works for nobody any more.
  signalGroup(child, 'SIGKILL');
  for (const stream of streams) {
    stream.destroy();
  }
}

async function endGroup(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
  });
  signalGroup(child, 'SIGTERM');
  await forGrace(gone);
  signalGroup(child, 'SIGKILL');
}

async function forGrace(work: Promise<unknown>): Promise<void> {
  const patience = new AbortController();
  const limit = sleep(GRACE_MS, undefined, { signal: patience.signal }).catch(() => undefined);
  await Promise.race([work, limit]);
  patience.abort();
}

function outputOf(child: ChildProcess, { stdoutFile, stdoutTo }: ExecOptions, chunks: Buffer[]): Promise<void> {
  if (stdoutTo !== undefined && child.stdout !== null) return stdoutTo(child.stdout);
  return stdoutFile === undefined ? keepHead(child, chunks) : saveOutput(child, stdoutFile);
}

function keepHead(child: ChildProcess, chunks: Buffer[]): Promise<void> {
  let kept = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    const head = chunk.subarray(0, STDOUT_LIMIT - kept);
    if (head.length > 0) {
      chunks.push(head);
      kept += head.length;
    }
  });
  return Promise.resolve();
}

async function saveOutput(child: ChildProcess, file: string): Promise<void> {
  if (child.stdout !== null) {
    await pipeline(child.stdout, createWriteStream(file));
  }
}
