import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  HttpError,
  require_parse
} from "./chunk-PHOP3PQU.js";
import {
  SEVERITIES,
  UsageError,
  errorCode,
  errorMessage
} from "./chunk-CMIYFWSV.js";
import {
  __toESM
} from "./chunk-6SMW72EV.js";

// src/settings/decode.ts
var import_parse = __toESM(require_parse(), 1);
var Unfit = class extends Error {
  name = "Unfit";
};
function oneOf(allowed) {
  return (text) => {
    const wanted = text.toLowerCase();
    const found = allowed.find((word) => word === wanted);
    if (found === void 0) throw new Unfit(`allowed: ${allowed.join(", ")}`);
    return found;
  };
}
function setOf(allowed) {
  const word = oneOf(allowed);
  return (text) => {
    if (text.trim().toLowerCase() === "none") return [];
    const words = new Set(
      text.split(",").map((part) => part.trim()).filter((part) => part !== "").map(wordOrExplain)
    );
    if (words.size === 0) throw new Unfit(`allowed: ${allowed.join(", ")}, or none`);
    return allowed.filter((known) => words.has(known));
  };
  function wordOrExplain(part) {
    try {
      return word(part);
    } catch {
      throw new Unfit(`allowed: ${allowed.join(", ")} (comma-separated), or none`);
    }
  }
}
var TRUE = /* @__PURE__ */ new Set(["true", "yes", "on", "y"]);
var FALSE = /* @__PURE__ */ new Set(["false", "no", "off", "n"]);
function boolean(text) {
  const word = text.toLowerCase();
  if (TRUE.has(word)) return true;
  if (FALSE.has(word)) return false;
  throw new Unfit("allowed: true, false (or yes, no, on, off)");
}
var UNITS = { s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
function duration(text) {
  const match = /^(\d{1,6})([smhd])$/.exec(text.toLowerCase());
  const unit = match?.[2];
  const count = Number(match?.[1]);
  if (unit === void 0 || !isUnit(unit) || count === 0)
    throw new Unfit("write a number and a unit: 90s, 15m, 48h, 7d");
  return count * UNITS[unit];
}
function durationOrNone(text) {
  if (text.toLowerCase() === "none") return null;
  try {
    return duration(text);
  } catch {
    throw new Unfit("write a number and a unit (48h, 7d), or none");
  }
}
function isUnit(text) {
  return Object.hasOwn(UNITS, text);
}
function ports(text) {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(tcp|udp|sctp))?$/i.exec(text);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  if (match === null || first < 1 || last > 65535 || last < first) {
    throw new Unfit(
      "write a port from 1 to 65535, or a range, with an optional protocol: 3000, 3000/tcp, 8000-8010/udp"
    );
  }
  const protocol = (match[3] ?? "tcp").toLowerCase();
  return Array.from({ length: last - first + 1 }, (_, offset) => `${first + offset}/${protocol}`);
}
function exactVersion(text) {
  const version = (0, import_parse.default)(text.replace(/^v/, ""));
  if (version === null || version.prerelease.length > 0 || version.build.length > 0) {
    throw new Unfit("write an exact version such as 0.74.0");
  }
  return version.version;
}
function sha256(text) {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Unfit("write the 64 hexadecimal digits of a SHA-256");
  return text.toLowerCase();
}
function httpUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol))
    throw new Unfit("write an http:// or https:// address");
  if (url.username !== "" || url.password !== "") throw new Unfit("credentials do not belong in an address");
  return text.replace(/\/+$/, "");
}
function platform(text) {
  if (!/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9]+)?$/.test(text))
    throw new Unfit("write os/architecture, such as linux/amd64 or linux/arm/v7");
  return text;
}
function buildArg(text) {
  const match = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(text);
  if (match?.[1] === void 0 || match[2] === void 0) throw new Unfit("write NAME=value");
  return [match[1], match[2]];
}
function category(text) {
  if (!/^[A-Za-z0-9][A-Za-z0-9._ /-]{0,99}$/.test(text) || text.endsWith("/")) {
    throw new Unfit("use up to 100 letters, digits, spaces and . _ - / (not at the end)");
  }
  return text;
}
function plain(text) {
  if (new RegExp("\\p{Cc}", "u").test(text)) throw new Unfit("control characters are not allowed");
  return text;
}

// src/settings/settings.ts
var PROFILES = ["mcp", "container", "strict"];
var TRANSPORTS = ["auto", "http", "stdio", "both"];
var SCANNERS = ["vuln", "secret", "license"];
var MODES = ["enforce", "report"];
var FORMATS = ["table", "json", "sarif", "markdown"];
var UPLOADS = ["auto", "always", "never"];

// src/settings/options.ts
var OPTIONS = {
  image: list(plain, {
    placeholder: "REF",
    group: "What to judge",
    description: "Image to judge: a tag, digest or id in the local engine (docker, podman), `docker-archive:FILE`, `oci-archive:FILE`, `oci:DIR[:TAG]`, or the path of such a file or folder. A plain tag is never looked up in a registry."
  }),
  dockerfile: list(plain, {
    placeholder: "PATH",
    group: "What to judge",
    description: "Dockerfile to judge. As many Dockerfiles as images pair in their order. With neither named, every tracked Dockerfile is judged."
  }),
  target: single(null, "last stage", plain, {
    placeholder: "STAGE",
    group: "What to judge",
    description: "Stage of the Dockerfile that is built, by name or number. For one subject only."
  }),
  buildArg: {
    kind: "list",
    where: "both",
    placeholder: "NAME=VALUE",
    group: "What to judge",
    description: "Build argument the image is built with. For one subject only.",
    defaultText: "",
    fallback: {},
    decode: (values) => Object.fromEntries(values.map(buildArg))
  },
  platform: single(null, "the image's only one, else the machine's", platform, {
    placeholder: "OS/ARCH",
    group: "What to judge",
    description: "Platform to judge of a multi-platform image."
  }),
  profile: single("mcp", "mcp", oneOf(PROFILES), {
    placeholder: PROFILES.join("|"),
    group: "How to judge",
    description: "Set of promises that the rules hold: for MCP servers, for any container, or without concessions."
  }),
  transport: single("auto", "auto", oneOf(TRANSPORTS), {
    placeholder: TRANSPORTS.join("|"),
    group: "How to judge",
    description: "How clients reach the MCP server. A stdio server needs neither a port nor a health check."
  }),
  scanners: single(["vuln", "secret"], "vuln,secret", setOf(SCANNERS), {
    placeholder: "LIST",
    group: "How to judge",
    description: "What Trivy looks for: `vuln`, `secret`, `license`, comma-separated; `none` leaves Trivy out."
  }),
  failOn: single("high", "high", oneOf(SEVERITIES), {
    placeholder: SEVERITIES.join("|"),
    group: "How to judge",
    description: "Lowest severity that fails the gate. Everything below is still reported."
  }),
  failUnfixed: flag(false, {
    placeholder: "",
    group: "How to judge",
    description: "Let advisories without a fixed version fail the gate too. They are always shown."
  }),
  mode: single("enforce", "enforce", oneOf(MODES), {
    placeholder: MODES.join("|"),
    group: "How to judge",
    description: "`report` shows the same verdict, but a `fail` does not fail the step. What could not be verified still does."
  }),
  allowBase: list(plain, {
    placeholder: "GLOB",
    group: "How to judge",
    description: "Approved image, such as `node:*-slim` or `ghcr.io/acme/**`: `*` stops at a slash, `**` does not; a pattern without tag allows every tag. Holds for FROM, `COPY --from`, `RUN --mount` and the `# syntax=` image."
  }),
  allowPort: {
    kind: "list",
    where: "both",
    placeholder: "PORT",
    group: "How to judge",
    description: "Port that may be exposed: `3000`, `3000/tcp`, `8000-8010/udp`.",
    defaultText: "`3000/tcp` (profiles mcp, strict)",
    fallback: [],
    decode: (values) => [...new Set(values.flatMap(ports))]
  },
  reportDir: single(null, "action: a folder of the runner", plain, {
    placeholder: "DIR",
    group: "What to write",
    description: "Folder for `report.json`, `report.sarif` and `summary.md`."
  }),
  format: single("table", "table", oneOf(FORMATS), {
    where: "cli",
    placeholder: FORMATS.join("|"),
    group: "What to write",
    description: "What standard output gets. All else goes to standard error."
  }),
  sarifCategory: single("image-gate", "image-gate", category, {
    placeholder: "TEXT",
    group: "What to write",
    description: "Start of the code scanning category; the name of the subject is appended. Never put a tag or commit here."
  }),
  sarifUpload: single("auto", "auto", oneOf(UPLOADS), {
    where: "action",
    placeholder: UPLOADS.join("|"),
    group: "What to write",
    description: "Upload SARIF to code scanning. `auto`: where it is possible, with one notice where it is not."
  }),
  token: single(null, "the job's token", plain, {
    where: "action",
    placeholder: "TOKEN",
    group: "What to write",
    description: "Token for the upload. It needs `security-events: write`. Nothing else uses it."
  }),
  trivyVersion: single("0.74.0", "0.74.0", exactVersion, {
    placeholder: "VERSION",
    group: "Scanner",
    description: "Exact version of Trivy."
  }),
  trivyPath: single(null, "", plain, {
    placeholder: "FILE",
    group: "Scanner",
    description: "Use this Trivy and trust it as it is; the report says so."
  }),
  trivyDownloadUrl: single(
    "https://github.com/aquasecurity/trivy/releases/download",
    "the GitHub releases of Trivy",
    httpUrl,
    {
      placeholder: "URL",
      group: "Scanner",
      description: "Mirror of the releases: `URL/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz` is fetched."
    }
  ),
  trivySha256: single(null, "pinned for the default version", sha256, {
    placeholder: "HEX",
    group: "Scanner",
    description: "SHA-256 of the release archive, for a version or build that is not pinned here."
  }),
  trivyCacheDir: single(null, "image-gate's own cache", plain, {
    placeholder: "DIR",
    group: "Scanner",
    description: "Trivy's cache: databases and scan results."
  }),
  skipDbUpdate: flag(false, {
    placeholder: "",
    group: "Scanner",
    description: "Use the advisory database in the cache as it is."
  }),
  maxDbAge: single(1728e5, "48h", durationOrNone, {
    placeholder: "AGE",
    group: "Scanner",
    description: "Oldest advisory database that may give a verdict: `48h`, `7d`, or `none` for no limit."
  }),
  dbRepository: list(plain, {
    placeholder: "REPOSITORY",
    group: "Scanner",
    description: "OCI repository of the advisory database; several are tried in their order."
  }),
  workingDirectory: single(".", ".", plain, {
    placeholder: "DIR",
    group: "Run",
    description: "Folder that paths are relative to: the root of the repository."
  }),
  timeout: single(9e5, "15m", duration, {
    placeholder: "DURATION",
    group: "Run",
    description: "Longest time for one call of another program, such as one scan."
  }),
  debug: flag(false, { placeholder: "", group: "Run", description: "Tell what is done in detail, with stack traces." }),
  quiet: flag(false, {
    where: "cli",
    placeholder: "",
    group: "Run",
    description: "Leave out progress on standard error."
  })
};
var OPTION_KEYS = Object.keys(OPTIONS).filter((key) => Object.hasOwn(OPTIONS, key));
function optionName(key) {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
function single(fallback, defaultText, decodeOne, shown2) {
  return {
    where: "both",
    ...shown2,
    kind: "single",
    defaultText,
    fallback,
    decode: (values) => decodeOne(values[0] ?? "")
  };
}
function list(decodeOne, shown2) {
  return {
    where: "both",
    ...shown2,
    kind: "list",
    defaultText: "",
    fallback: [],
    decode: (values) => values.map(decodeOne)
  };
}
function flag(fallback, shown2) {
  return {
    where: "both",
    ...shown2,
    kind: "boolean",
    defaultText: String(fallback),
    fallback,
    decode: (values) => boolean(values[0] ?? "")
  };
}

// src/settings/load.ts
function loadSettings(raw) {
  const mistakes = [];
  const entries = OPTION_KEYS.map((key) => {
    try {
      return [key, loadOption(OPTIONS[key], raw[key] ?? [])];
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      mistakes.push(`${optionName(key)} is ${shown(key, error.value)}; ${error.message}`);
      return [key, void 0];
    }
  });
  if (mistakes.length > 0) {
    throw new UsageError("bad-option", mistakes.join(". "), "Correct the value; nothing was downloaded or scanned.");
  }
  return Object.fromEntries(entries);
}
var Mistake = class extends Error {
  value;
  constructor(value, message) {
    super(message);
    this.value = value;
  }
};
function loadOption(option, given) {
  const values = option.kind === "list" ? given.flatMap((text) => text.split(/\r\n|\r|\n/)).map((line) => line.trim()).filter((line) => line !== "") : given.map((text) => text.trim()).filter((text) => text !== "").slice(-1);
  if (values.length === 0) return option.fallback;
  const broken = option.kind === "list" ? void 0 : values.find((value) => /[\r\n]/.test(value));
  if (broken !== void 0) throw new Mistake(broken, "allowed: one value, on one line");
  try {
    return option.decode(values);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    throw new Mistake(values.find((value) => isUnfit(option, value)) ?? values.join(", "), error.message);
  }
}
function isUnfit(option, value) {
  try {
    option.decode([value]);
    return false;
  } catch {
    return true;
  }
}
function shown(key, value) {
  if (key === "token") return "not usable";
  if (key === "buildArg") return `"${value.split("=")[0]?.slice(0, 60)}\u2026"`;
  const line = value.replaceAll(new RegExp("\\p{Cc}+", "gu"), " ").replace(/\/\/[^/]*@/, "//\u2026@");
  return `"${line.length > 80 ? `${line.slice(0, 79)}\u2026` : line}"`;
}

// src/host/node-clock.ts
import { setTimeout as sleep } from "node:timers/promises";
var nodeClock = {
  now: () => /* @__PURE__ */ new Date(),
  sleep: async (ms) => {
    await sleep(ms);
  }
};

// src/host/node-env.ts
function createNodeEnv(variables = process.env) {
  return {
    get: (name) => variables[name],
    pick: (names) => Object.fromEntries(
      names.flatMap((name) => {
        const value = variables[name];
        return value === void 0 ? [] : [[name, value]];
      })
    )
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
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";
async function which(program) {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
  const name = process.platform === "win32" && !/\.exe$/i.test(program) ? `${program}.exe` : program;
  for (const folder of folders) {
    const path = join(folder, name);
    if (await isProgram(path)) {
      return path;
    }
  }
  return null;
}
async function isProgram(path) {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
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
    stdio: ["ignore", "pipe", "pipe"],
    detached: HAS_GROUPS,
    windowsHide: true,
    shell: false
  });
  const exited = Promise.withResolvers();
  child.once("error", exited.reject);
  child.once("exit", (code, signal) => exited.resolve({ code, signal }));
  running.add(child);
  const stderr = new Tail(STDERR_LIMIT);
  const lines = lineSplitter(options.onStderrLine ?? (() => void 0));
  child.stderr.on("data", (chunk) => {
    stderr.push(chunk);
    lines.push(chunk);
  });
  const stdout = [];
  const output = options.stdoutFile === void 0 ? keepHead(child, stdout) : saveOutput(child, options.stdoutFile);
  output.catch(() => signalGroup(child, "SIGKILL"));
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    void endGroup(child);
  }, options.timeoutMs);
  try {
    const { code, signal } = await exited.promise;
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
  const gone = new Promise((resolve2) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === void 0) {
      resolve2();
      return;
    }
    child.once("exit", () => resolve2());
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
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream as createWriteStream2 } from "node:fs";
import { appendFile, mkdir, open, readdir, rename, rm, stat as stat2, symlink, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline as pipeline2 } from "node:stream/promises";
function createNodeFiles(makeTempFolder) {
  return {
    stat: statOrNull,
    readBytes,
    readText: async (path, limit) => new TextDecoder().decode(await readBytes(path, limit)),
    writeText,
    appendText: async (path, text) => {
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, text);
    },
    list: async (path) => (await readdir(path)).sort(),
    open: (path) => createReadStream(path),
    save,
    sha256: async (path) => {
      const hash = createHash("sha256");
      await pipeline2(createReadStream(path), hash);
      return hash.digest("hex");
    },
    makeFolder: async (path) => {
      await mkdir(path, { recursive: true });
    },
    symlink: (target, path) => symlink(target, path),
    rename,
    remove: (path) => rm(path, { recursive: true, force: true }),
    makeTempFolder
  };
}
var statOrNull = async (path) => {
  try {
    const found = await stat2(path);
    const kind = found.isFile() ? "file" : found.isDirectory() ? "directory" : "other";
    return { kind, size: found.size };
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) {
      return null;
    }
    throw error;
  }
};
var readBytes = async (path, limit) => {
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
  await mkdir(dirname(path), { recursive: true });
  const draft = resolve(dirname(path), `.${randomUUID()}.tmp`);
  try {
    await writeFile(draft, text, { flag: "wx" });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};
var save = async (path, bytes, mode = 420) => {
  const target = createWriteStream2(path, { flags: "wx", mode });
  let created = false;
  target.once("open", () => {
    created = true;
  });
  try {
    await pipeline2(Readable.from(bytes, { objectMode: false }), target);
  } catch (error) {
    if (created) {
      await rm(path, { force: true });
    }
    throw error;
  }
};

// src/host/download.ts
import { createWriteStream as createWriteStream3 } from "node:fs";
import { rm as rm2 } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline as pipeline3 } from "node:stream/promises";
var STALL_MS = 3e4;
var MAX_REDIRECTS = 5;
async function downloadOnce(url, file, limits) {
  const { HttpClient } = await import("./lib-DQG33DNK.js");
  const client = new HttpClient("image-gate", [], {
    allowRetries: false,
    allowRedirects: false,
    socketTimeout: Math.min(STALL_MS, limits.timeoutMs)
  });
  const deadline = AbortSignal.timeout(limits.timeoutMs);
  try {
    let next = url;
    for (let redirects = 0; ; redirects += 1) {
      const { message } = await beforeAbort(client.get(next, { "accept-encoding": "identity" }), deadline);
      const status = message.statusCode ?? 0;
      if (status === 200) {
        await saveBody(message, file, limits.maxBytes, deadline);
        return { status, retryAfterMs: null };
      }
      message.destroy();
      const target = redirects < MAX_REDIRECTS ? redirectTarget(status, message.headers.location, next) : null;
      if (target === null) {
        return { status, retryAfterMs: retryAfterMs(message.headers["retry-after"]) };
      }
      next = target;
    }
  } catch (error) {
    throw deadline.aborted ? new Error(`no whole answer within ${Math.ceil(limits.timeoutMs / 1e3)} s`) : error;
  } finally {
    client.dispose();
  }
}
function redirectTarget(status, location, from) {
  if (![301, 302, 303, 307, 308].includes(status) || location === void 0) {
    return null;
  }
  const target = URL.parse(location, from);
  const allowed = new URL(from).protocol === "https:" ? ["https:"] : ["http:", "https:"];
  return target !== null && allowed.includes(target.protocol) ? target.href : null;
}
async function saveBody(body, file, maxBytes, deadline) {
  body.setTimeout(STALL_MS, () => body.destroy(new Error(`nothing came for ${STALL_MS / 1e3} s`)));
  const announced = Number(body.headers["content-length"] ?? Number.NaN);
  let length = 0;
  const counted = new Transform({
    transform(chunk, _encoding, done) {
      length += chunk.length;
      done(length > maxBytes ? tooLarge(maxBytes) : null, chunk);
    }
  });
  const target = createWriteStream3(file, { flags: "wx" });
  let created = false;
  target.once("open", () => {
    created = true;
  });
  try {
    await pipeline3(body, counted, target, { signal: deadline });
    if (!Number.isNaN(announced) && announced !== length) {
      throw new Error(`${length} of ${announced} bytes came`);
    }
  } catch (error) {
    if (created) {
      await rm2(file, { force: true });
    }
    throw error;
  }
}
function tooLarge(maxBytes) {
  return Object.assign(new Error(`the file is larger than ${maxBytes} bytes`), { code: "EFBIG" });
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
function retryAfterMs(header) {
  if (header === void 0) {
    return null;
  }
  if (/^\d{1,9}$/.test(header)) {
    return Number(header) * 1e3;
  }
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
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

// src/host/node-http.ts
var LONGEST_WAIT_MS = 6e4;
var DEFAULT_LIMITS = { timeoutMs: 10 * 6e4, maxBytes: 1024 ** 3 };
function createHttp({ clock, log, waits = [1e3, 3e3, 9e3] }) {
  return {
    download: async (url, file, limits = {}) => {
      const deadline = clock.now().getTime() + (limits.timeoutMs ?? DEFAULT_LIMITS.timeoutMs);
      const maxBytes = limits.maxBytes ?? DEFAULT_LIMITS.maxBytes;
      for (const planned of [...waits, null]) {
        const fault = await attempt(url, file, maxBytes, deadline - clock.now().getTime());
        if (fault === null) {
          return;
        }
        const wait = planned === null ? null : nextWait(fault, planned);
        if (wait === null || clock.now().getTime() + wait >= deadline) {
          throw fault.error;
        }
        log.debug(`${withoutCredentials(url)}: ${errorMessage(fault.error)}; trying again in ${Math.round(wait)} ms`);
        await clock.sleep(wait);
      }
    }
  };
}
async function attempt(url, file, maxBytes, timeoutMs) {
  if (timeoutMs <= 0) {
    return { error: new Error("no time left"), retryAfterMs: null };
  }
  try {
    const answer = await downloadOnce(url, file, { maxBytes, timeoutMs });
    return answer.status === 200 ? null : {
      error: new HttpError(answer.status, `the server answered ${answer.status}`),
      retryAfterMs: answer.retryAfterMs
    };
  } catch (error) {
    return { error, retryAfterMs: null };
  }
}
function nextWait({ error, retryAfterMs: retryAfterMs2 }, planned) {
  if (error instanceof HttpError ? !isTemporary(error.status) : LASTING.has(errorCode(error))) {
    return null;
  }
  if (retryAfterMs2 !== null) {
    return retryAfterMs2 <= LONGEST_WAIT_MS ? retryAfterMs2 : null;
  }
  return planned * (0.75 + Math.random() / 2);
}
function isTemporary(status) {
  return status === 408 || status === 429 || status >= 500;
}
var LASTING = /* @__PURE__ */ new Set([
  "EFBIG",
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
import { randomUUID as randomUUID2 } from "node:crypto";
import { cp, mkdir as mkdir2, rename as rename2, rm as rm3, writeFile as writeFile2 } from "node:fs/promises";
import { arch } from "node:os";
import { dirname as dirname2, join as join2 } from "node:path";
function createNodeToolCache(root, files) {
  const placeOf = (tool, version) => join2(root, segment(tool), segment(version), arch());
  return {
    find: async (tool, version) => {
      const place = placeOf(tool, version);
      const complete = await files.stat(`${place}.complete`) !== null;
      return complete && (await files.stat(place))?.kind === "directory" ? place : null;
    },
    add: async (folder, tool, version) => {
      const place = placeOf(tool, version);
      const draft = `${place}.${randomUUID2()}`;
      await mkdir2(dirname2(place), { recursive: true });
      try {
        await cp(folder, draft, { recursive: true, errorOnExist: true });
        await moveIn(draft, place);
      } finally {
        await rm3(draft, { recursive: true, force: true });
      }
      await writeFile2(`${place}.complete`, "");
      return place;
    }
  };
}
async function moveIn(draft, place) {
  try {
    await rename2(draft, place);
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
import { mkdir as mkdir3, mkdtemp, realpath, rm as rm4 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join3 } from "node:path";
function createTempFolders(root) {
  const folders = /* @__PURE__ */ new Set();
  return {
    make: async () => {
      const parent = root ?? tmpdir();
      await mkdir3(parent, { recursive: true });
      const folder = await mkdtemp(join3(await realpath(parent), "image-gate-"));
      folders.add(folder);
      return folder;
    },
    removeAll: async () => {
      for (const folder of folders) {
        await rm4(folder, { recursive: true, force: true, maxRetries: 3 });
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
      env: createNodeEnv(),
      log: options.log,
      clock: nodeClock,
      toolCache: createNodeToolCache(options.toolCacheFolder, files),
      progress: options.progress,
      machine: { os: process.platform, arch: process.arch }
    },
    dispose: async () => {
      await exec.endAll();
      await temp.removeAll();
      stopWatching();
    }
  };
}

// src/host/plain-text.ts
function plainText(text) {
  return text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
var UNSAFE = /(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

// src/host/duration.ts
function seconds(start, end) {
  return `${((end.getTime() - start.getTime()) / 1e3).toFixed(1)} s`;
}

export {
  OPTIONS,
  OPTION_KEYS,
  optionName,
  loadSettings,
  plainText,
  seconds,
  nodeClock,
  createNodeHost
};
