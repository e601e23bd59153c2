import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  HttpError,
  LocalHttpError
} from "./chunk-FTFZE2SS.js";
import {
  errorCode,
  errorMessage
} from "./chunk-UM53JYGR.js";

// src/host/plain-text.ts
function plainText(text) {
  return text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
var UNSAFE = /(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

// src/host/node-clock.ts
import { setTimeout as sleep } from "node:timers/promises";
var nodeClock = {
  now: () => /* @__PURE__ */ new Date(),
  sleep: async (ms) => {
    await sleep(ms);
  }
};

// src/host/node-host.ts
import { totalmem } from "node:os";
import { setFlagsFromString } from "node:v8";

// src/host/local-http.ts
import { connect } from "node:net";
var PIECE = 256 * 1024;
var LARGEST_HEAD = 16 * 1024;
var HEAD_END = Buffer.from("\r\n\r\n");
var localHttp = {
  get: async (path, target, { timeoutMs, onAsked }, read) => {
    const pieces = new Pieces(path, timeoutMs);
    try {
      pieces.write(`GET ${target} HTTP/1.0\r
Host: localhost\r
\r
`, onAsked);
      return await read(await answerOf(pieces));
    } finally {
      pieces.close();
    }
  }
};
async function answerOf(pieces) {
  let head = Buffer.alloc(0);
  for (; ; ) {
    const piece = await pieces.next();
    if (piece === null) throw new LocalHttpError("the answer ended before it began");
    head = Buffer.concat([head, piece]);
    const end = head.indexOf(HEAD_END);
    if (end === -1 && head.length <= LARGEST_HEAD) continue;
    const [, digits] = /^HTTP\/1\.[01] ([0-9]{3})[ \r]/.exec(head.toString("latin1", 0, 32)) ?? [];
    if (end === -1 || digits === void 0) throw new LocalHttpError("the answer is not HTTP");
    return { status: Number(digits), body: bodyOf(head.subarray(end + HEAD_END.length), pieces) };
  }
}
async function* bodyOf(first, pieces) {
  if (first.length > 0) yield first;
  for (let piece = await pieces.next(); piece !== null; piece = await pieces.next()) yield piece;
}
var Pieces = class {
  #buffer = Buffer.allocUnsafe(PIECE);
  #socket;
  #waiting = null;
  /** Came before it was asked for, as the first one may. */
  #early = null;
  #outcome = null;
  constructor(path, timeoutMs) {
    const callback = (length) => {
      this.#arrived(this.#buffer.subarray(0, length));
      return false;
    };
    this.#socket = connect({ path, onread: { buffer: this.#buffer, callback } });
    this.#socket.once("error", ({ message }) => this.#ended(new LocalHttpError(message)));
    this.#socket.once("end", () => this.#ended(null));
    this.#socket.once("close", () => this.#ended(new LocalHttpError("the connection was closed")));
    this.#socket.setTimeout(timeoutMs, () => this.#socket.destroy(new Error(`no answer within ${timeoutMs / 1e3} s`)));
  }
  write(text, onWritten) {
    this.#socket.write(text, (error) => {
      if (error === void 0 || error === null) onWritten?.();
    });
  }
  /** Null at the end. The piece before this one is gone. */
  next() {
    const early = this.#early;
    this.#early = null;
    if (early !== null) return Promise.resolve(early);
    if (this.#outcome !== null) return settled(this.#outcome);
    this.#waiting = Promise.withResolvers();
    this.#socket.resume();
    return this.#waiting.promise;
  }
  close() {
    this.#socket.destroy();
  }
  #arrived(piece) {
    if (this.#waiting === null) this.#early = piece;
    else this.#waiting.resolve(piece);
    this.#waiting = null;
  }
  #ended(error) {
    this.#outcome ??= { error };
    this.#waiting?.resolve(settled(this.#outcome));
    this.#waiting = null;
  }
};
function settled({ error }) {
  return error === null ? Promise.resolve(null) : Promise.reject(error);
}

// src/host/node-env.ts
function createNodeEnv(variables = process.env) {
  return {
    get: (name) => variables[name],
    pick: (names) => Object.fromEntries(
      names.flatMap((name) => {
        const value = variables[name];
        return value === void 0 ? [] : [[name, value]];
      })
    ),
    names: (prefix) => Object.keys(variables).filter((name) => name.startsWith(prefix) && variables[name] !== void 0).sort()
  };
}

// src/host/node-exec.ts
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { finished, pipeline } from "node:stream/promises";
import { setTimeout as sleep2 } from "node:timers/promises";

// src/host/lines.ts
import { StringDecoder } from "node:string_decoder";
var MAX_LINE = 64 * 1024;
function lineSplitter(onLine) {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  const take = (text) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? "";
    lines.forEach(onLine);
    while (rest.length > MAX_LINE) {
      onLine(rest.slice(0, MAX_LINE));
      rest = rest.slice(MAX_LINE);
    }
  };
  return {
    push: (chunk) => take(decoder.write(chunk)),
    end: () => {
      take(decoder.end());
      if (rest !== "") {
        onLine(rest);
      }
      rest = "";
    }
  };
}

// src/host/process-groups.ts
var HAS_GROUPS = process.platform !== "win32";
function signalGroup(child, signal) {
  const { pid } = child;
  if (pid === void 0) {
    return;
  }
  try {
    if (HAS_GROUPS) {
      process.kill(-pid, signal);
    } else {
      child.kill(signal);
    }
  } catch (error) {
    if (!["ESRCH", "EPERM"].includes(errorCode(error))) {
      throw error;
    }
  }
}

// src/host/tail.ts
var Tail = class {
  #chunks = [];
  #length = 0;
  #limit;
  constructor(limit) {
    this.#limit = limit;
  }
  push(chunk) {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length > 4 * this.#limit) {
      this.#chunks = [this.#last()];
      this.#length = this.#chunks[0]?.length ?? 0;
    }
  }
  text() {
    return this.#last().toString("utf8");
  }
  #last() {
    const all = Buffer.concat(this.#chunks);
    return Buffer.from(all.subarray(Math.max(0, all.length - this.#limit)));
  }
};

// src/host/which.ts
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
async function which(program) {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
  const name = process.platform === "win32" && !/\.exe$/i.test(program) ? `${program}.exe` : program;
  for (const folder of folders) {
    const path = join(folder, name);
    if (isProgram(path)) {
      return path;
    }
  }
  return null;
}
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

// src/host/node-exec.ts
var STDOUT_LIMIT = 16 * 1024 * 1024;
var STDERR_LIMIT = 64 * 1024;
var GRACE_MS = 2e3;
function createNodeExec() {
  const running = /* @__PURE__ */ new Set();
  return {
    run: (program, args, options) => run(program, args, options, running),
    which,
    endAll: async () => {
      const children = [...running];
      await Promise.all(children.map(endGroup));
    },
    killAll: () => {
      for (const child of running) {
        signalGroup(child, "SIGKILL");
      }
    }
  };
}
async function run(program, args, options, running) {
  const child = spawn(program, args, {
    ...options.cwd === void 0 ? {} : { cwd: options.cwd },
    env: options.env,
    stdio: ["pipe", "pipe", "pipe"],
    detached: HAS_GROUPS,
    windowsHide: true,
    shell: false
  });
  const exited = Promise.withResolvers();
  child.once("error", exited.reject);
  child.once("exit", (code, signal) => exited.resolve({ code, signal }));
  running.add(child);
  child.stdin.on("error", () => void 0);
  child.stdin.end(options.input ?? "");
  const stderr = new Tail(STDERR_LIMIT);
  const lines = lineSplitter(options.onStderrLine ?? (() => void 0));
  child.stderr.on("data", (chunk) => {
    stderr.push(chunk);
    lines.push(chunk);
  });
  const stdout = [];
  const output = outputOf(child, options, stdout);
  output.catch(() => signalGroup(child, "SIGKILL"));
  let timedOut = false;
  const end = () => void endGroup(child).then(() => child.stdout.destroy());
  const timer = setTimeout(() => {
    timedOut = true;
    end();
  }, options.timeoutMs);
  options.signal?.addEventListener("abort", end, { once: true });
  if (options.signal?.aborted === true) end();
  try {
    const { code, signal } = await exited.promise;
    if (options.stdoutTo !== void 0) {
      await output;
    }
    await drained(child);
    await output;
    lines.end();
    return {
      exitCode: code,
      signal,
      stdout: Buffer.concat(stdout).toString("utf8"),
      stderr: stderr.text(),
      timedOut
    };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener("abort", end);
    running.delete(child);
  }
}
async function drained(child) {
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  await forGrace(Promise.allSettled(streams.map((stream) => finished(stream, { writable: false }))));
  signalGroup(child, "SIGKILL");
  for (const stream of streams) {
    stream.destroy();
  }
}
async function endGroup(child) {
  const gone = new Promise((resolve3) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === void 0) {
      resolve3();
      return;
    }
    child.once("exit", () => resolve3());
  });
  signalGroup(child, "SIGTERM");
  await forGrace(gone);
  signalGroup(child, "SIGKILL");
}
async function forGrace(work) {
  const patience = new AbortController();
  const limit = sleep2(GRACE_MS, void 0, { signal: patience.signal }).catch(() => void 0);
  await Promise.race([work, limit]);
  patience.abort();
}
function outputOf(child, { stdoutFile, stdoutTo }, chunks) {
  if (stdoutTo !== void 0 && child.stdout !== null) return stdoutTo(child.stdout);
  return stdoutFile === void 0 ? keepHead(child, chunks) : saveOutput(child, stdoutFile);
}
function keepHead(child, chunks) {
  let kept = 0;
  child.stdout?.on("data", (chunk) => {
    const head = chunk.subarray(0, STDOUT_LIMIT - kept);
    if (head.length > 0) {
      chunks.push(head);
      kept += head.length;
    }
  });
  return Promise.resolve();
}
async function saveOutput(child, file) {
  if (child.stdout !== null) {
    await pipeline(child.stdout, createWriteStream(file));
  }
}

// src/host/node-files.ts
import { createHash, randomUUID as randomUUID3 } from "node:crypto";
import { closeSync, createReadStream, openSync, readdirSync, readSync, realpathSync, statSync as statSync2 } from "node:fs";
import {
  appendFile,
  mkdir as mkdir2,
  open,
  rename as rename3,
  rm as rm3,
  stat as stat2,
  statfs,
  symlink,
  writeFile as writeFile3
} from "node:fs/promises";
import { dirname as dirname3, resolve as resolve2 } from "node:path";

// src/host/file-lock.ts
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as sleep3 } from "node:timers/promises";
var HEARTBEAT_MS = 5e3;
var DEAD_MS = 6e4;
var POLL_MS = 100;
async function withFileLock(path, timeoutMs, work) {
  const owner = JSON.stringify({ host: hostname(), pid: process.pid, id: randomUUID() });
  await acquire(path, owner, timeoutMs);
  const heartbeat = setInterval(() => {
    const now = /* @__PURE__ */ new Date();
    utimes(path, now, now).catch(() => void 0);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if (await readOrNull(path) === owner) {
      await rm(path, { force: true });
    }
  }
}
async function acquire(path, owner, timeoutMs) {
  await mkdir(dirname(path), { recursive: true });
  const deadline = Date.now() + timeoutMs;
  for (; ; ) {
    try {
      await writeFile(path, owner, { flag: "wx" });
      return;
    } catch (error) {
      if (errorCode(error) !== "EEXIST") {
        throw error;
      }
    }
    if (await isDead(path)) {
      const grave = `${path}.${randomUUID()}`;
      await rename(path, grave).catch(() => void 0);
      await rm(grave, { force: true });
    } else if (Date.now() >= deadline) {
      throw Object.assign(new Error(`ELOCKED: another process holds '${path}'`), { code: "ELOCKED" });
    } else {
      await sleep3(POLL_MS * (0.5 + Math.random()));
    }
  }
}
async function isDead(path) {
  try {
    if (Date.now() - (await stat(path)).mtimeMs > DEAD_MS) {
      return true;
    }
    const owner = JSON.parse(await readOrNull(path) ?? "null");
    return isOwner(owner) && owner.host === hostname() && !isAlive(owner.pid);
  } catch {
    return false;
  }
}
function isOwner(value) {
  return typeof value === "object" && value !== null && "host" in value && "pid" in value && Number.isInteger(value.pid);
}
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== "ESRCH";
  }
}
async function readOrNull(path) {
  return readFile(path, "utf8").catch(() => null);
}

// src/host/rewrite-text.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { chmod, chown, lstat, realpath, rename as rename2, rm as rm2, writeFile as writeFile2 } from "node:fs/promises";
import { dirname as dirname2, join as join2, relative, resolve } from "node:path";
var rewriteText = async (root, path, text) => {
  const base = await realpath(root);
  const file = join2(base, relative(resolve(root), resolve(root, path)));
  const found = await lstat(file);
  if (found.isSymbolicLink() || await realpath(file) !== file) {
    throw refused("ELOOP", "the path leads through a symbolic link", path);
  }
  if (!found.isFile()) throw refused("EINVAL", "it is not a regular file", path);
  const draft = resolve(dirname2(file), `.${randomUUID2()}.tmp`);
  try {
    await writeFile2(draft, text, { flag: "wx" });
    await chown(draft, found.uid, found.gid).catch(() => void 0);
    await chmod(draft, found.mode & 4095);
    await rename2(draft, file);
  } catch (error) {
    await rm2(draft, { force: true });
    throw error;
  }
};
function refused(code, message, path) {
  return Object.assign(new Error(`${code}: ${message}, rewrite '${path}'`), { code, path, syscall: "rewrite" });
}

// src/host/node-files.ts
function createNodeFiles(makeTempFolder) {
  return {
    stat: statOrNull,
    realPath: async (path) => realpathSync.native(path),
    readBytes,
    readText: async (path, limit) => new TextDecoder().decode(await readBytes(path, limit)),
    writeText,
    rewriteText,
    appendText: async (path, text) => {
      await mkdir2(dirname3(path), { recursive: true });
      await appendFile(path, text);
    },
    // As for `stat`: folders are walked by the hundred.
    list: async (path) => readdirSync(path).sort(),
    // Larger pieces than Node's own 64 KiB: layers are read whole.
    open: (path) => createReadStream(path, { highWaterMark: 256 * 1024 }),
    openPlaced,
    save,
    sha256,
    mark,
    locked: withFileLock,
    makeFolder: async (path) => {
      await mkdir2(path, { recursive: true });
    },
    symlink: (target, path) => symlink(target, path),
    rename: rename3,
    remove: (path) => rm3(path, { recursive: true, force: true }),
    freeSpace,
    makeTempFolder
  };
}
var statOrNull = async (path) => {
  try {
    const found = statSync2(path, { throwIfNoEntry: false });
    if (found === void 0) return null;
    const kind = found.isFile() ? "file" : found.isDirectory() ? "directory" : "other";
    return { kind, size: found.size };
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) {
      return null;
    }
    throw error;
  }
};
var READS_IN_A_ROW = 16;
var openPlaced = async (path) => {
  const handle = await open(path);
  const { size } = await handle.stat();
  let reads = 0;
  return {
    size,
    read: (into, position) => {
      reads += 1;
      if (reads % READS_IN_A_ROW !== 0) return readSync(handle.fd, into, 0, into.length, position);
      return handle.read(into, 0, into.length, position).then(({ bytesRead }) => bytesRead);
    },
    close: () => handle.close()
  };
};
var sha256 = async (path) => {
  const hash = createHash("sha256");
  const handle = await open(path);
  try {
    const piece = Buffer.allocUnsafe(1024 * 1024);
    for (; ; ) {
      const { bytesRead } = await handle.read(piece, 0, piece.length, null);
      if (bytesRead === 0) return hash.digest("hex");
      hash.update(piece.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
};
var mark = async (path) => {
  try {
    const found = await stat2(path, { bigint: true });
    return [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs, found.birthtimeNs].join("-");
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) {
      return null;
    }
    throw error;
  }
};
var freeSpace = async (path) => {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  } catch {
    return null;
  }
};
var readBytes = async (path, limit) => readSmall(path, limit) ?? readStream(path, limit);
var SMALL = 256 * 1024;
function readSmall(path, limit) {
  const found = statSync2(path, { throwIfNoEntry: false });
  if (found === void 0 || !found.isFile() || found.size > Math.min(SMALL, limit)) return null;
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.allocUnsafe(found.size + 1);
    const length = readSync(file, bytes, 0, bytes.length, 0);
    return length === found.size ? bytes.subarray(0, length) : null;
  } finally {
    closeSync(file);
  }
}
var readStream = async (path, limit) => {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const chunks = [];
    let length = 0;
    for await (const chunk of size > limit ? [] : handle.createReadStream({ autoClose: false, end: limit })) {
      chunks.push(chunk);
      length += chunk.length;
    }
    if (size > limit || length > limit) {
      throw Object.assign(new Error(`EFBIG: file larger than ${limit} bytes, read '${path}'`), { code: "EFBIG", path });
    }
    return Buffer.concat(chunks);
  } finally {
    await handle.close();
  }
};
var writeText = async (path, text) => {
  await mkdir2(dirname3(path), { recursive: true });
  const draft = resolve2(dirname3(path), `.${randomUUID3()}.tmp`);
  try {
    await writeFile3(draft, text, { flag: "wx" });
    await rename3(draft, path);
  } catch (error) {
    await rm3(draft, { force: true });
    throw error;
  }
};
var save = async (path, bytes, mode = 420) => {
  const handle = await open(path, "wx", mode);
  try {
    await writeAll(handle, bytes);
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => void 0);
    await rm3(path, { force: true });
    throw error;
  }
};
var BATCH = 512 * 1024;
var spareBatches = [];
var MOST_SPARE = 4;
async function writeAll(handle, bytes) {
  let filling = takeBatch();
  let other = takeBatch();
  let filled = 0;
  let writing = Promise.resolve();
  const flush = async () => {
    await writing;
    writing = handle.writeFile(filling.subarray(0, filled));
    writing.catch(() => void 0);
    [filling, other] = [other, filling];
    filled = 0;
  };
  try {
    for await (const piece of bytes) {
      for (let from = 0; from < piece.byteLength; ) {
        const part = piece.subarray(from, from + BATCH - filled);
        filling.set(part, filled);
        filled += part.byteLength;
        from += part.byteLength;
        if (filled === BATCH) await flush();
      }
    }
    if (filled > 0) await flush();
    await writing;
  } finally {
    await writing.catch(() => void 0);
    spareBatches.push(...[filling, other].slice(0, MOST_SPARE - spareBatches.length));
  }
}
function takeBatch() {
  return spareBatches.pop() ?? Buffer.allocUnsafeSlow(BATCH);
}

// src/host/http-attempt.ts
var STALL_MS = 3e4;
var MAX_REDIRECTS = 5;
async function attemptGet(url, { timeoutMs, headers }, consume) {
  const { HttpClient } = await import("./lib-TRDM5Y7Z.js");
  const client = new HttpClient("image-gate", [], {
    allowRetries: false,
    allowRedirects: false,
    socketTimeout: Math.min(STALL_MS, timeoutMs)
  });
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    let next = url;
    for (let redirects = 0; ; redirects += 1) {
      const own = new URL(next).origin === new URL(url).origin ? headers : {};
      const { message } = await beforeAbort(client.get(next, { ...own, "accept-encoding": "identity" }), deadline);
      const target = redirects < MAX_REDIRECTS ? redirectTarget(message, next) : null;
      if (target === null) {
        message.setTimeout(STALL_MS, () => message.destroy(new Error(`nothing came for ${STALL_MS / 1e3} s`)));
        return await consume(message, deadline);
      }
      message.destroy();
      next = target;
    }
  } catch (error) {
    throw deadline.aborted ? new Error(`no whole answer within ${Math.ceil(timeoutMs / 1e3)} s`) : error;
  } finally {
    client.dispose();
  }
}
function redirectTarget({ statusCode = 0, headers: { location } }, from) {
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === void 0) {
    return null;
  }
  const target = URL.parse(location, from);
  const allowed = new URL(from).protocol === "https:" ? ["https:"] : ["http:", "https:"];
  return target !== null && allowed.includes(target.protocol) ? target.href : null;
}
async function beforeAbort(work, signal) {
  const aborted = Promise.withResolvers();
  const onAbort = () => aborted.reject(new Error("aborted"));
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } catch (error) {
    work.then(
      ({ message }) => message.destroy(),
      () => void 0
    );
    throw error;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

// src/host/http-body.ts
import { createWriteStream as createWriteStream2 } from "node:fs";
import { rm as rm4 } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline as pipeline2 } from "node:stream/promises";
async function saveBody(body, file, maxBytes, deadline, onBytes) {
  const announced = announcedLength(body);
  if (announced !== null && announced > maxBytes) {
    body.destroy();
    throw tooLarge(maxBytes);
  }
  let length = 0;
  const counted = new Transform({
    transform(chunk, _encoding, done) {
      length += chunk.length;
      onBytes(length, announced);
      done(length > maxBytes ? tooLarge(maxBytes) : null, chunk);
    }
  });
  const target = createWriteStream2(file, { flags: "wx" });
  let created = false;
  target.once("open", () => {
    created = true;
  });
  try {
    await pipeline2(body, counted, target, { signal: deadline });
    checkLength(length, announced);
  } catch (error) {
    if (created) {
      await rm4(file, { force: true });
    }
    throw error;
  }
}
async function readBody(body, maxBytes, deadline) {
  const announced = announcedLength(body);
  const chunks = [];
  let length = 0;
  const keep = async (source) => {
    for await (const chunk of source) {
      length += chunk.length;
      if (length > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  };
  await pipeline2(body, keep, { signal: deadline });
  checkLength(length, announced);
  return Buffer.concat(chunks);
}
function announcedLength(body) {
  const announced = Number(body.headers["content-length"] ?? Number.NaN);
  return Number.isNaN(announced) ? null : announced;
}
function checkLength(length, announced) {
  if (announced !== null && announced !== length) {
    throw new Error(`${length} of ${announced} bytes came`);
  }
}
function tooLarge(maxBytes) {
  return Object.assign(new Error(`the answer is larger than ${maxBytes} bytes`), { code: "EFBIG" });
}

// src/host/retry-after.ts
function retryAfterMs(header, body, now) {
  return fromHeader(header, now) ?? fromText(body);
}
function fromHeader(header, now) {
  if (header === void 0) {
    return null;
  }
  if (/^\d{1,9}$/.test(header)) {
    return Number(header) * 1e3;
  }
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}
var UNITS = {
  ns: 1e-6,
  us: 1e-3,
  \u00B5s: 1e-3,
  \u03BCs: 1e-3,
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 36e5
};
function fromText(body) {
  const duration = /retry-after: {0,4}((?:\d{1,9}(?:\.\d{1,12})?(?:ns|us|µs|μs|ms|s|m|h)){1,6})(?![\w.])/i.exec(
    body
  )?.[1];
  if (duration === void 0) {
    return null;
  }
  const parts = [...duration.matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/gi)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit?.toLowerCase() ?? ""] ?? 0), 0);
}

// src/host/url-text.ts
function withoutCredentials(url) {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return "a URL that cannot be read";
  }
}

// src/host/transfer-progress.ts
var EVERY_MS = 1e4;
function transferProgress(url, clock, log) {
  let last = clock.now().getTime();
  return (length, announced) => {
    const now = clock.now().getTime();
    if (now - last < EVERY_MS) {
      return;
    }
    last = now;
    log.info(
      `${withoutCredentials(url)}: ${megabytes(length)}${announced === null ? "" : ` of ${megabytes(announced)}`} MB`
    );
  };
}
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}

// src/host/node-http.ts
var LONGEST_WAIT_MS = 6e4;
var DOWNLOAD_LIMITS = { timeoutMs: 10 * 6e4, maxBytes: 1024 ** 3 };
var GET_LIMITS = { timeoutMs: 2 * 6e4, maxBytes: 4 * 1024 ** 2 };
var REFUSAL_BYTES = 64 * 1024;
var REFUSAL_MS = 5e3;
function createHttp(ports) {
  return {
    download: async (url, file, options = {}) => {
      const progress = transferProgress(url, ports.clock, ports.log);
      const maxBytes = options.maxBytes ?? DOWNLOAD_LIMITS.maxBytes;
      const answer = await retrying(
        url,
        { ...DOWNLOAD_LIMITS, ...options },
        ports,
        (limits) => attemptGet(url, limits, async (message, deadline) => {
          const isWanted = message.statusCode === 200;
          if (isWanted) await saveBody(message, file, maxBytes, deadline, progress);
          return toAnswer(message, isWanted ? Buffer.alloc(0) : await refusal(message, deadline));
        })
      );
      if (answer.status !== 200) throw new HttpError(answer.status, `the server answered ${answer.status}`);
    },
    get: (url, options = {}) => retrying(
      url,
      { ...GET_LIMITS, ...options },
      ports,
      (limits) => attemptGet(
        url,
        limits,
        async (message, deadline) => toAnswer(message, await readBody(message, options.maxBytes ?? GET_LIMITS.maxBytes, deadline))
      )
    )
  };
}
function toAnswer(message, body) {
  const headers = Object.entries(message.headers).flatMap(
    ([name, value]) => value === void 0 ? [] : [[name, String(value)]]
  );
  return { status: message.statusCode ?? 0, headers: Object.fromEntries(headers), body };
}
async function refusal(message, deadline) {
  try {
    if (message.statusCode === 429) {
      return await readBody(message, REFUSAL_BYTES, AbortSignal.any([deadline, AbortSignal.timeout(REFUSAL_MS)]));
    }
  } catch {
  }
  message.destroy();
  return Buffer.alloc(0);
}
async function retrying(url, { timeoutMs, headers = {} }, { clock, log, waits = [1e3, 3e3, 9e3] }, attempt) {
  const deadline = clock.now().getTime() + timeoutMs;
  for (let attempts = 0; ; attempts += 1) {
    const planned = waits[attempts] ?? null;
    const timeLeft = deadline - clock.now().getTime();
    const outcome = timeLeft <= 0 ? { error: new Error("no time left") } : await attempt({ timeoutMs: timeLeft, headers }).then(
      (answer) => ({ answer }),
      (error) => ({ error })
    );
    const wait = planned === null ? null : nextWait(outcome, planned, clock.now());
    if (wait === null || clock.now().getTime() + wait >= deadline) {
      if ("answer" in outcome) return outcome.answer;
      throw outcome.error;
    }
    const why = "answer" in outcome ? `the server answered ${outcome.answer.status}` : errorMessage(outcome.error);
    log.debug(`${withoutCredentials(url)}: ${why}; trying again in ${Math.round(wait)} ms`);
    await clock.sleep(wait);
  }
}
function nextWait(outcome, planned, now) {
  const ours = planned * (0.75 + Math.random() / 2);
  if ("error" in outcome) {
    return LASTING.has(errorCode(outcome.error)) ? null : ours;
  }
  const { status, headers, body } = outcome.answer;
  if (!isTemporary(status)) {
    return null;
  }
  const header = retryAfterMs(headers["retry-after"], "", now);
  const text = header === null && status === 429 ? retryAfterMs(void 0, body.toString(), now) : null;
  const wait = header ?? Math.max(text ?? 0, ours);
  return wait <= LONGEST_WAIT_MS ? wait : null;
}
function isTemporary(status) {
  return status === 408 || status === 429 || status >= 500;
}
var LASTING = /* @__PURE__ */ new Set([
  "EFBIG",
  "EEXIST",
  "ENOSPC",
  "EACCES",
  "EROFS",
  "EDQUOT",
  "ENOTFOUND",
  "ERR_INVALID_URL",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID"
]);

// src/host/node-tool-cache.ts
import { randomUUID as randomUUID4 } from "node:crypto";
import { cp, mkdir as mkdir3, rename as rename4, rm as rm5, writeFile as writeFile4 } from "node:fs/promises";
import { arch } from "node:os";
import { dirname as dirname4, join as join3 } from "node:path";
function createNodeToolCache(root, files) {
  const placeOf = (tool, version) => join3(root, segment(tool), segment(version), arch());
  return {
    find: async (tool, version) => {
      const place = placeOf(tool, version);
      const complete = await files.stat(`${place}.complete`) !== null;
      return complete && (await files.stat(place))?.kind === "directory" ? place : null;
    },
    add: async (folder, tool, version) => {
      const place = placeOf(tool, version);
      const draft = `${place}.${randomUUID4()}`;
      await mkdir3(dirname4(place), { recursive: true });
      try {
        await cp(folder, draft, { recursive: true, errorOnExist: true });
        await moveIn(draft, place);
      } finally {
        await rm5(draft, { recursive: true, force: true });
      }
      await writeFile4(`${place}.complete`, "");
      return place;
    }
  };
}
async function moveIn(draft, place) {
  try {
    await rename4(draft, place);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST", "EPERM"].includes(errorCode(error))) {
      throw error;
    }
  }
}
function segment(name) {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) {
    throw new Error(`not a name for the tool cache: ${JSON.stringify(name)}`);
  }
  return name;
}

// src/host/on-termination.ts
var SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
function onTermination(cleanup) {
  const atExit = () => cleanup.finally();
  const onSignal = (signal) => {
    stop();
    void cleanup.gently().catch(() => void 0).then(() => {
      cleanup.finally();
      process.kill(process.pid, signal);
    });
  };
  const stop = () => {
    process.off("exit", atExit);
    for (const signal of SIGNALS) {
      process.off(signal, onSignal);
    }
  };
  process.on("exit", atExit);
  for (const signal of SIGNALS) {
    process.on(signal, onSignal);
  }
  return stop;
}

// src/host/temp-folders.ts
import { rmSync } from "node:fs";
import { mkdir as mkdir4, mkdtemp, realpath as realpath2, rm as rm6 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join4 } from "node:path";
function createTempFolders(root) {
  const folders = /* @__PURE__ */ new Set();
  return {
    make: async () => {
      const parent = root ?? tmpdir();
      await mkdir4(parent, { recursive: true });
      const folder = await mkdtemp(join4(await realpath2(parent), "image-gate-"));
      folders.add(folder);
      return folder;
    },
    removeAll: async () => {
      for (const folder of folders) {
        await rm6(folder, { recursive: true, force: true, maxRetries: 3 });
        folders.delete(folder);
      }
    },
    removeAllNow: () => {
      for (const folder of folders) {
        try {
          rmSync(folder, { recursive: true, force: true });
        } catch {
        }
      }
      folders.clear();
    }
  };
}

// src/host/node-host.ts
function createNodeHost(options) {
  keepYoungGenerationSmall();
  const exec = createNodeExec();
  const temp = createTempFolders(options.tempRoot);
  const files = createNodeFiles(() => temp.make());
  const stopWatching = onTermination({
    gently: () => exec.endAll(),
    finally: () => {
      exec.killAll();
      temp.removeAllNow();
    }
  });
  return {
    host: {
      exec,
      files,
      http: createHttp({ clock: nodeClock, log: options.log }),
      localHttp,
      env: createNodeEnv(),
      log: options.log,
      clock: nodeClock,
      toolCache: createNodeToolCache(options.toolCacheFolder, files),
      progress: options.progress,
      machine: { os: process.platform, arch: process.arch, memory: memory() }
    },
    dispose: async () => {
      await exec.endAll();
      await temp.removeAll();
      stopWatching();
    }
  };
}
function memory() {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
function keepYoungGenerationSmall() {
  setFlagsFromString("--semi-space-growth-factor=1");
}

// src/host/duration.ts
function seconds(start, end) {
  return `${((end.getTime() - start.getTime()) / 1e3).toFixed(1)} s`;
}

export {
  plainText,
  seconds,
  nodeClock,
  createNodeHost
};
