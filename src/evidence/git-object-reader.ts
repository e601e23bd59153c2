import type { Host } from '../host/ports.ts';
import { GIT_ENVIRONMENT, safeGit } from './git.ts';

interface Wanted {
  readonly id: string;
  readonly limit: number;
  readonly resolve: (bytes: Uint8Array | 'too large' | null) => void;
  readonly reject: (error: unknown) => void;
}

const TIMEOUT_MS = 120_000;

/** Reads blobs of a repository, all that are asked for at one time with one call of git. */
export class GitObjectReader {
  readonly #folder: string;
  readonly #host: Pick<Host, 'exec' | 'env'>;
  #waiting: Wanted[] = [];
  #isRunning = false;

  constructor(folder: string, host: Pick<Host, 'exec' | 'env'>) {
    this.#folder = folder;
    this.#host = host;
  }

  /** Null when the repository does not have it; `too large` when it is larger than `limit` bytes. */
  read(id: string, limit: number): Promise<Uint8Array | 'too large' | null> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ id, limit, resolve, reject });
      if (this.#isRunning) return;
      this.#isRunning = true;
      // Whatever else is asked for now comes along.
      queueMicrotask(() => void this.#work());
    });
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#readBatch(batch);
        // What git did not answer, it does not have: it ended early.
        for (const { resolve } of batch) resolve(null);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#isRunning = false;
  }

  async #readBatch(batch: readonly Wanted[]): Promise<void> {
    await this.#host.exec.run('git', safeGit(this.#folder, ['cat-file', '--batch']), {
      env: { ...this.#host.env.pick(['PATH', 'HOME', 'SystemRoot']), ...GIT_ENVIRONMENT },
      timeoutMs: TIMEOUT_MS,
      input: batch.map(({ id }) => `${id}\n`).join(''),
      stdoutTo: (output) => readAnswers(batch, output),
    });
  }
}

/** `ID blob SIZE`, the content and a line end; or `ID missing` (git-cat-file(1), BATCH OUTPUT). In the order asked. */
async function readAnswers(batch: readonly Wanted[], output: AsyncIterable<Uint8Array>): Promise<void> {
  const left = [...batch];
  let header = '';
  let wanted: Wanted | undefined;
  let kept: Uint8Array[] = [];
  let size = 0;
  let missing = 0;
  for await (const piece of output) {
    let chunk = piece;
    while (chunk.length > 0) {
      if (wanted === undefined) {
        const end = chunk.indexOf(10);
        header += new TextDecoder().decode(end < 0 ? chunk : chunk.subarray(0, end));
        chunk = end < 0 ? chunk.subarray(chunk.length) : chunk.subarray(end + 1);
        if (end < 0) continue;
        const match = /^[0-9a-f]+ (\w+) (\d+)$/.exec(header);
        header = '';
        const next = left.shift();
        if (match === null) next?.resolve(null);
        else if (next !== undefined) {
          wanted = next;
          kept = [];
          size = Number(match[2]);
          missing = size + 1;
        }
        continue;
      }
      const content = chunk.subarray(0, missing);
      // What is too large is read past, not kept.
      if (size <= wanted.limit) kept.push(content);
      missing -= content.length;
      chunk = chunk.subarray(content.length);
      if (missing > 0) continue;
      wanted.resolve(size > wanted.limit ? 'too large' : Buffer.concat(kept).subarray(0, size));
      wanted = undefined;
    }
  }
}
