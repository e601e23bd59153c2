/**
 * Everything this program does to the world outside it. Engines are given these; only the entries know implementations.
 */

export interface Host {
  readonly exec: Exec;
  readonly files: Files;
  readonly http: Http;
  readonly localHttp: LocalHttp;
  readonly env: Env;
  readonly log: Log;
  readonly clock: Clock;
  readonly toolCache: ToolCache;
  readonly progress: Progress;
  readonly machine: Machine;
}

export interface Machine {
  /** As `process.platform`. */
  readonly os: string;
  /** As `process.arch`. */
  readonly arch: string;
  /** Bytes of memory that it has, or that a container around us may take of it. */
  readonly memory: number;
}

export interface ExecOptions {
  readonly cwd?: string;
  /** The whole environment of the child: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** After this many milliseconds the process group is ended and `timedOut` is true. */
  readonly timeoutMs: number;
  /** When it aborts, the process group is ended as well: nobody waits for its work any more. */
  readonly signal?: AbortSignal | undefined;
  /** Called with each line of standard error as it comes. */
  readonly onStderrLine?: (line: string) => void;
  /** Standard output goes to this file instead of `stdout`. */
  readonly stdoutFile?: string;
  /**
   * Standard output is given to this reader instead of kept. It should read to the end: the program waits for it, and
   * the run ends when both have. What it throws is what `run` rejects with.
   */
  readonly stdoutTo?: (output: AsyncIterable<Uint8Array>) => Promise<void>;
  /** Given on standard input, which is empty otherwise. */
  readonly input?: string;
}

export interface ExecResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** At most 16 MiB are kept; a longer output is cut. */
  readonly stdout: string;
  /** The last 64 KiB. */
  readonly stderr: string;
  readonly timedOut: boolean;
}

export interface Exec {
  /** Runs a program without a shell. Rejects with a Node `ENOENT`/`EACCES` error when it cannot be started. */
  run(program: string, args: readonly string[], options: ExecOptions): Promise<ExecResult>;
  /** The absolute path of a program on the PATH, or null. */
  which(program: string): Promise<string | null>;
}

export interface FileStat {
  readonly kind: 'file' | 'directory' | 'other';
  readonly size: number;
}

/** A file that is open. */
export interface PlacedFile {
  /** When it was opened. */
  readonly size: number;
  /** Reads into a buffer from a place in the file; how many bytes it were, 0 at its end. */
  read(into: Buffer, position: number): number | Promise<number>;
  /** More than once does no harm. */
  close(): Promise<void>;
}

/** File access. Methods reject with Node's own errors (`code` is `ENOENT`, `ENOSPC`, …) unless they say otherwise. */
export interface Files {
  /** Null when there is nothing at the path. Follows links. */
  stat(path: string): Promise<FileStat | null>;
  /** The absolute path without links. */
  realPath(path: string): Promise<string>;
  /** Reads a whole file; rejects with code `EFBIG` when it is larger than `limit` bytes. */
  readBytes(path: string, limit: number): Promise<Uint8Array>;
  /** The same as UTF-8 text. */
  readText(path: string, limit: number): Promise<string>;
  /** Makes missing folders; replaces the file as a whole. Of a text in pieces no more than one is asked for at a time. */
  writeText(path: string, text: string | Iterable<string>): Promise<void>;
  /**
   * Replaces the content of a file that is there as a whole; its mode stays. Below `root` neither the file nor a folder
   * on the way may be a link: rejects with code `ELOOP` when one is, and with `EINVAL` for what is no file.
   */
  rewriteText(root: string, path: string, text: string): Promise<void>;
  appendText(path: string, text: string): Promise<void>;
  /** Names in a folder, sorted. */
  list(path: string): Promise<readonly string[]>;
  open(path: string): NodeJS.ReadableStream & AsyncIterable<Uint8Array>;
  /** For reading at places of the caller's choice. */
  openPlaced(path: string): Promise<PlacedFile>;
  /**
   * Streams into a new file with the given mode (default 0o644). A piece is done with when the next one is asked for, and
   * its memory may be used for that.
   */
  save(path: string, bytes: AsyncIterable<Uint8Array>, mode?: number): Promise<void>;
  /** Hex digits. */
  sha256(path: string): Promise<string>;
  /**
   * A text that is another one as soon as the file was written, replaced, copied or restored; null when there is none.
   * It holds what only the kernel of this machine sets, so that nobody can restore a file together with its mark.
   */
  mark(path: string): Promise<string | null>;
  /**
   * Runs `work` while no other process does that asks for the same lock file. Rejects with code `ELOCKED` when it was not
   * free in time.
   */
  locked<T>(path: string, timeoutMs: number, work: () => Promise<T>): Promise<T>;
  makeFolder(path: string): Promise<void>;
  symlink(target: string, path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file or a whole folder; nothing happens when there is none. */
  remove(path: string): Promise<void>;
  /** Bytes that this user can still write to the file system of a path; null when it does not say. */
  freeSpace(path: string): Promise<number | null>;
  /** A new empty folder that is removed when the run ends. */
  makeTempFolder(): Promise<string>;
}

export interface Http {
  /**
   * Downloads a file, following redirects, with bounded retries on temporary faults.
   * Rejects with `HttpError` when the server answers with anything but 200, with other errors when there was no
   * whole answer within the limits. A rejected download leaves no file.
   */
  download(url: string, file: string, options?: HttpOptions): Promise<void>;
  /**
   * Gets a small answer whole, in the same way. Resolves with whatever status came last; rejects when there was no whole
   * answer within the limits.
   */
  get(url: string, options?: HttpOptions): Promise<HttpAnswer>;
}

export interface HttpOptions {
  /** All attempts and waits together. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** Sent to the origin of the URL alone: a redirect to another one gets none of them. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpAnswer {
  readonly status: number;
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The server answered, but not with what was asked for. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Servers behind a socket of this machine: engines. */
export interface LocalHttp {
  /**
   * Asks for a target, such as `/images/get?names=a`, and hands the answer to a reader. It ends when the reader does.
   * Rejects with `LocalHttpError` when there is no whole answer, and with what the reader throws.
   * @param socket path of the socket
   */
  get<T>(
    socket: string,
    target: string,
    options: LocalHttpOptions,
    read: (answer: LocalAnswer) => Promise<T>,
  ): Promise<T>;
}

export interface LocalHttpOptions {
  /** When nothing came, or nothing was taken, for so many milliseconds, the answer is given up. */
  readonly timeoutMs: number;
  /** Told when the request is on its way. */
  readonly onAsked?: (() => void) | undefined;
}

/** Nobody listens at the socket, or what it says is not a whole answer. */
export class LocalHttpError extends Error {
  override readonly name = 'LocalHttpError';
}

export interface LocalAnswer {
  readonly status: number;
  /** Each piece stays as it is only until the next one is asked for. */
  readonly body: AsyncIterable<Uint8Array>;
}

export interface Env {
  /** The value of an environment variable; undefined when unset. */
  get(name: string): string | undefined;
  /** The variables with these names that are set, as a new record. */
  pick(names: readonly string[]): Readonly<Record<string, string>>;
  /** Names of all variables that begin so and are set, sorted. */
  names(prefix: string): readonly string[];
}

/** Messages for people. In the action notices and warnings become annotations of the step. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
  error(message: string): void;
}

export interface Clock {
  now(): Date;
  sleep(ms: number): Promise<void>;
}

export interface ToolCache {
  /** The folder of a tool that was added before, or null. */
  find(tool: string, version: string): Promise<string | null>;
  /** Copies a folder in and returns its new place. */
  add(folder: string, tool: string, version: string): Promise<string>;
}

export interface Progress {
  /** Shows that a phase has begun, runs it and shows how long it took. */
  phase<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** The step of a GitHub Actions job that runs the action. */
export interface ActionsStep {
  output(name: string, value: string): void;
  /** Appends to the job summary; does nothing where the runner has none. */
  summary(markdown: string): Promise<void>;
  annotate(annotation: StepAnnotation): void;
}

export interface StepAnnotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  /** Of the repository; null for what has no place there. */
  readonly file: string | null;
  readonly startLine: number | null;
  readonly endLine: number | null;
}

export type ApiMethod = 'GET' | 'POST' | 'PATCH';

/** GitHub's REST API, as far as it is used. */
export interface GitHubApi {
  /** `path` starts with a slash and is already filled in. Resolves with any status; rejects when there was no answer. */
  request(method: ApiMethod, path: string, body?: unknown): Promise<GitHubResponse>;
}

export interface GitHubResponse {
  readonly status: number;
  /** Decoded JSON; null for an empty answer. */
  readonly body: unknown;
  /** How long the server asks to wait before the next request, when it does (`retry-after`, `x-ratelimit-reset`). */
  readonly retryAfterMs?: number;
  /** Where a redirect leads, as sent: redirects are answers, because the token is for the API alone. */
  readonly location?: string;
}

/** What a workflow run keeps for later ones. */
export interface Artifacts {
  /** Keeps one file under its own name in an artifact. What stands in the way is an answer. */
  upload(artifact: string, file: string): Promise<ArtifactUpload>;
}

export type ArtifactUpload =
  | { readonly kind: 'uploaded'; readonly id: number; readonly bytes: number }
  /** Not a step of a workflow that can keep anything. */
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'refused'; readonly message: string };
