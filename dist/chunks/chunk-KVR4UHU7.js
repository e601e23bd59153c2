import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  BASE_LOOKUPS,
  COMMENTS,
  FORMATS,
  GATES,
  MODES,
  PROFILES,
  SBOMS,
  SCANNERS,
  STORES,
  TRANSPORTS,
  UPLOADS
} from "./chunk-YNBUDIOP.js";
import {
  HttpError,
  require_parse,
  require_valid
} from "./chunk-PMFKXMA7.js";
import {
  SEVERITIES
} from "./chunk-P3VS4RNN.js";
import {
  UsageError,
  errorCode,
  errorMessage
} from "./chunk-AZR4UGO6.js";
import {
  __toESM
} from "./chunk-6SMW72EV.js";

// src/commands/policy-file.ts
import { resolve } from "node:path";

// src/settings/decode.ts
var import_parse = __toESM(require_parse(), 1);
var import_valid = __toESM(require_valid(), 1);
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
function versionWish(text) {
  const version = (0, import_parse.default)(text.replace(/^v/, ""));
  if (version !== null && version.prerelease.length === 0 && version.build.length === 0) {
    return version.version;
  }
  if (text.toLowerCase() === "latest") {
    return "latest";
  }
  if (!/^[\d.x*^~<>=|][\d.x*^~<>=| -]{0,59}$/i.test(text) || (0, import_valid.default)(text) === null) {
    throw new Unfit("write an exact version such as 0.74.0, a range such as ~0.74.0, or latest");
  }
  return text;
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
function baseSource(text) {
  const equals = text.indexOf("=");
  if (equals < 1 || equals === text.length - 1) throw new Unfit("write REF=SOURCE, such as node:24=oci:DIR");
  return [text.slice(0, equals), plain(text.slice(equals + 1))];
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
function revision(text) {
  if (!/^[A-Za-z0-9_][A-Za-z0-9._/@{}~^-]{0,199}$/.test(text)) throw new Unfit("write a commit, branch or tag");
  return text;
}

// src/settings/option.ts
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

// src/settings/options.ts
var OPTIONS = {
  image: list(plain, {
    placeholder: "REF",
    group: "What to judge",
    description: "Image to judge: a tag, digest or id in the local engine (docker, podman), `docker-archive:FILE[:TAG]`, `oci-archive:FILE[:TAG]`, `oci:DIR[:TAG]`, or the path of such a file or folder. A plain tag is never looked up in a registry."
  }),
  dockerfile: list(plain, {
    placeholder: "PATH",
    group: "What to judge",
    description: "Dockerfile to judge. As many Dockerfiles as images pair in their order. With neither named, the images of the policy file are judged, else every tracked Dockerfile."
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
  policy: single(null, "`.github/image-gate.yml`, when it exists", plain, {
    placeholder: "FILE",
    group: "What to judge",
    description: "Policy file: `bases`, `images` and `profile`. What is given here wins over the file. Its `images` are judged when neither an image nor a Dockerfile is named."
  }),
  base: {
    kind: "list",
    where: "both",
    placeholder: "REF=SOURCE",
    group: "How to judge",
    description: "Where the config of a base image is, by its name in FROM: `node:24=oci:DIR`, or any other source that an image can have.",
    defaultText: "",
    fallback: {},
    decode: (values) => Object.fromEntries(values.map(baseSource))
  },
  resolveBases: single("local", "local", oneOf(BASE_LOOKUPS), {
    placeholder: BASE_LOOKUPS.join("|"),
    group: "How to judge",
    description: "How far to look for base images: in the repository, also in the local engine, also in registries (through skopeo or docker buildx)."
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
  gate: single("auto", "auto", oneOf(GATES), {
    placeholder: GATES.join("|"),
    group: "How to judge",
    description: "Which findings can fail the gate: `all`, or only those that the change introduces (`new`). `auto`: `new` on pull requests and in merge queues, else `all`."
  }),
  baselineCommit: single(null, "the pull request's base", revision, {
    placeholder: "REV",
    group: "How to judge",
    description: "Commit to compare Dockerfiles with, when only new findings count."
  }),
  baselineImage: list(plain, {
    placeholder: "REF",
    group: "How to judge",
    description: "Image to compare with, when only new findings count; several pair with the images in their order."
  }),
  baseline: single(null, "the default branch's last run", plain, {
    placeholder: "FILE",
    group: "How to judge",
    description: "The `evidence.json` of an earlier run to compare images with, when only new findings count."
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
    description: "Folder for `report.json`, `report.sarif`, `report.html` and `summary.md`."
  }),
  format: single("table", "table", oneOf(FORMATS), {
    where: "cli",
    placeholder: FORMATS.join("|"),
    group: "What to write",
    description: "What standard output gets. All else goes to standard error."
  }),
  sbom: single("cyclonedx", "cyclonedx", oneOf(SBOMS), {
    placeholder: SBOMS.join("|"),
    group: "What to write",
    description: "Bill of materials to write into `report-dir`, one for each image, from the same scan."
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
  storeBaseline: single("auto", "auto", oneOf(STORES), {
    where: "action",
    placeholder: STORES.join("|"),
    group: "What to write",
    description: "Keep the evidence of images as an artifact of the default branch's runs, for pull requests to compare with."
  }),
  comment: single("never", "never", oneOf(COMMENTS), {
    where: "action",
    placeholder: COMMENTS.join("|"),
    group: "What to write",
    description: "Keep one comment on a pull request up to date: `on-failure` once the gate fails, `on-change` once there is something to tell, `always` from the start. Needs `pull-requests: write`."
  }),
  token: single(null, "the job's token", plain, {
    where: "action",
    placeholder: "TOKEN",
    group: "What to write",
    description: "Token for the upload, which needs `security-events: write`, and for the comment, which needs `pull-requests: write`. With a range in `trivy-version` it also reads GitHub's list of releases."
  }),
  trivyVersion: single("0.74.0", "0.74.0", versionWish, {
    placeholder: "VERSION",
    group: "Scanner",
    description: "Version of Trivy: exact, a range such as `~0.74.0`, or `latest`. Versions that are not pinned here need a valid signature."
  }),
  trivyMinAge: single(6048e5, "7d", duration, {
    placeholder: "AGE",
    group: "Scanner",
    description: "Younger releases do not count for a range or `latest`."
  }),
  allowOldTrivy: flag(false, {
    placeholder: "",
    group: "Scanner",
    description: "Install a Trivy older than 0.72.0 all the same, with its known security holes."
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
      description: "Mirror of the releases: `URL/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz` is fetched, and `URL/releases.json` for a range."
    }
  ),
  trivySha256: single(null, "pinned for the default version", sha256, {
    placeholder: "HEX",
    group: "Scanner",
    description: "SHA-256 of the release archive, for a version or build that is not pinned here."
  }),
  trivyTrustedRoot: single(null, "the public one, embedded", plain, {
    placeholder: "FILE",
    group: "Scanner",
    description: "Sigstore's `trusted_root.json` that signatures of Trivy are verified against."
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
    description: "OCI repository of the advisory database, also with `@sha256:\u2026`, or `oci:FOLDER` for an OCI layout; several are tried in their order."
  }),
  javaDbRepository: list(plain, {
    placeholder: "REPOSITORY",
    group: "Scanner",
    description: "The same for the Java database, which is only fetched for an image that holds a Java archive."
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

// src/commands/policy-file.ts
var DEFAULT_POLICY = ".github/image-gate.yml";
var LARGEST = 1024 * 1024;
async function loadAsked(raw, host) {
  const given = loadSettings(raw);
  const policyFile = await findPolicyFile(given, host);
  if (policyFile === null || policyFile.profile === null) return { settings: given, policyFile };
  const isGiven = (raw.profile ?? []).some((text) => text.trim() !== "");
  return { settings: isGiven ? given : { ...given, profile: policyFile.profile }, policyFile };
}
async function findPolicyFile(settings, { files }) {
  const file = settings.policy ?? DEFAULT_POLICY;
  const path = resolve(settings.workingDirectory, file);
  const stat4 = await files.stat(path);
  if (stat4 === null && settings.policy === null) return null;
  if (stat4?.kind !== "file") {
    const what = stat4 === null ? "There is no policy file at" : "The policy is no file:";
    throw new UsageError("no-policy", `${what} ${file}.`, "Check the path; it is relative to the working directory.");
  }
  const { readPolicyFile } = await import("./read-FYDD6HKX.js");
  return readPolicyFile(await readText(path, file, files), file);
}
async function readText(path, file, files) {
  try {
    return await files.readText(path, LARGEST);
  } catch (error) {
    const why = errorCode(error) === "EFBIG" ? `it is larger than ${LARGEST / 1024 / 1024} MiB` : errorMessage(error);
    throw new UsageError("no-policy", `${file} cannot be read: ${why}.`, "Check the file and its permissions.");
  }
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
  const timer = setTimeout(() => {
    timedOut = true;
    void endGroup(child).then(() => child.stdout.destroy());
  }, options.timeoutMs);
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
import { createHash, randomUUID as randomUUID2 } from "node:crypto";
import { createReadStream, createWriteStream as createWriteStream2 } from "node:fs";
import { appendFile, mkdir as mkdir2, open, readdir, rename as rename2, rm as rm2, stat as stat3, statfs, symlink, writeFile as writeFile2 } from "node:fs/promises";
import { dirname as dirname2, resolve as resolve2 } from "node:path";
import { Readable } from "node:stream";
import { pipeline as pipeline2 } from "node:stream/promises";

// src/host/file-lock.ts
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat as stat2, utimes, writeFile } from "node:fs/promises";
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
    if (Date.now() - (await stat2(path)).mtimeMs > DEAD_MS) {
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

// src/host/node-files.ts
function createNodeFiles(makeTempFolder) {
  return {
    stat: statOrNull,
    readBytes,
    readText: async (path, limit) => new TextDecoder().decode(await readBytes(path, limit)),
    writeText,
    appendText: async (path, text) => {
      await mkdir2(dirname2(path), { recursive: true });
      await appendFile(path, text);
    },
    list: async (path) => (await readdir(path)).sort(),
    // Larger pieces than Node's own 64 KiB: layers are read whole.
    open: (path) => createReadStream(path, { highWaterMark: 256 * 1024 }),
    save,
    sha256: async (path) => {
      const hash = createHash("sha256");
      await pipeline2(createReadStream(path), hash);
      return hash.digest("hex");
    },
    mark,
    locked: withFileLock,
    makeFolder: async (path) => {
      await mkdir2(path, { recursive: true });
    },
    symlink: (target, path) => symlink(target, path),
    rename: rename2,
    remove: (path) => rm2(path, { recursive: true, force: true }),
    freeSpace,
    makeTempFolder
  };
}
var statOrNull = async (path) => {
  try {
    const found = await stat3(path);
    const kind = found.isFile() ? "file" : found.isDirectory() ? "directory" : "other";
    return { kind, size: found.size };
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) {
      return null;
    }
    throw error;
  }
};
var mark = async (path) => {
  try {
    const found = await stat3(path, { bigint: true });
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
  await mkdir2(dirname2(path), { recursive: true });
  const draft = resolve2(dirname2(path), `.${randomUUID2()}.tmp`);
  try {
    await writeFile2(draft, text, { flag: "wx" });
    await rename2(draft, path);
  } catch (error) {
    await rm2(draft, { force: true });
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
      await rm2(path, { force: true });
    }
    throw error;
  }
};

// src/host/http-attempt.ts
var STALL_MS = 3e4;
var MAX_REDIRECTS = 5;
async function attemptGet(url, { timeoutMs, headers }, consume) {
  const { HttpClient } = await import("./lib-DQG33DNK.js");
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
import { createWriteStream as createWriteStream3 } from "node:fs";
import { rm as rm3 } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline as pipeline3 } from "node:stream/promises";
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
  const target = createWriteStream3(file, { flags: "wx" });
  let created = false;
  target.once("open", () => {
    created = true;
  });
  try {
    await pipeline3(body, counted, target, { signal: deadline });
    checkLength(length, announced);
  } catch (error) {
    if (created) {
      await rm3(file, { force: true });
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
  await pipeline3(body, keep, { signal: deadline });
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
var UNITS2 = {
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
  const duration2 = /retry-after: {0,4}((?:\d{1,9}(?:\.\d{1,12})?(?:ns|us|µs|μs|ms|s|m|h)){1,6})(?![\w.])/i.exec(
    body
  )?.[1];
  if (duration2 === void 0) {
    return null;
  }
  const parts = [...duration2.matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/gi)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS2[unit?.toLowerCase() ?? ""] ?? 0), 0);
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
function createHttp(ports2) {
  return {
    download: async (url, file, options = {}) => {
      const progress = transferProgress(url, ports2.clock, ports2.log);
      const maxBytes = options.maxBytes ?? DOWNLOAD_LIMITS.maxBytes;
      const answer = await retrying(
        url,
        { ...DOWNLOAD_LIMITS, ...options },
        ports2,
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
      ports2,
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
import { randomUUID as randomUUID3 } from "node:crypto";
import { cp, mkdir as mkdir3, rename as rename3, rm as rm4, writeFile as writeFile3 } from "node:fs/promises";
import { arch } from "node:os";
import { dirname as dirname3, join as join2 } from "node:path";
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
      const draft = `${place}.${randomUUID3()}`;
      await mkdir3(dirname3(place), { recursive: true });
      try {
        await cp(folder, draft, { recursive: true, errorOnExist: true });
        await moveIn(draft, place);
      } finally {
        await rm4(draft, { recursive: true, force: true });
      }
      await writeFile3(`${place}.complete`, "");
      return place;
    }
  };
}
async function moveIn(draft, place) {
  try {
    await rename3(draft, place);
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
import { mkdir as mkdir4, mkdtemp, realpath, rm as rm5 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join3 } from "node:path";
function createTempFolders(root) {
  const folders = /* @__PURE__ */ new Set();
  return {
    make: async () => {
      const parent = root ?? tmpdir();
      await mkdir4(parent, { recursive: true });
      const folder = await mkdtemp(join3(await realpath(parent), "image-gate-"));
      folders.add(folder);
      return folder;
    },
    removeAll: async () => {
      for (const folder of folders) {
        await rm5(folder, { recursive: true, force: true, maxRetries: 3 });
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
  loadAsked,
  plainText,
  seconds,
  nodeClock,
  createNodeHost
};
