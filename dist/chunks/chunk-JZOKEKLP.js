import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/image/lock-files/find.ts
import { posix } from "node:path";

// src/image/lock-files/locked.ts
var LONGEST = 1e4;
function* numberedLines(text) {
  let number = 0;
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf("\n", start);
    const end = next === -1 ? text.length : next;
    number += 1;
    yield [end - start > LONGEST ? "" : text.slice(start, end), number];
    start = end + 1;
  }
}

// src/image/lock-files/go.ts
function* readGoMod(text) {
  let isBlock = false;
  for (const [line, number] of numberedLines(text)) {
    if (/^\s*require\s*\(/.test(line)) {
      isBlock = true;
    } else if (/^\s*\)/.test(line)) {
      isBlock = false;
    } else {
      const match = (isBlock ? /^\s*([^\s/][^\s]*)\s+v(\S+)/ : /^\s*require\s+(\S+)\s+v(\S+)/).exec(line);
      if (match !== null) yield { name: match[1] ?? "", version: match[2] ?? "", line: number, folder: null };
    }
  }
}
function* readGoSum(text) {
  for (const [line, number] of numberedLines(text)) {
    const match = /^(\S+) v([^\s/]+) h1:/.exec(line);
    if (match !== null) yield { name: match[1] ?? "", version: match[2] ?? "", line: number, folder: null };
  }
}

// src/image/lock-files/json-strings.ts
var DEEPEST = 200;
var LONGEST2 = 2e3;
function* jsonStrings(text) {
  const open = [];
  let line = 1;
  let isKey = false;
  for (let at = 0; at < text.length && open.length <= DEEPEST; at += 1) {
    switch (text.charAt(at)) {
      case "\n":
        line += 1;
        break;
      case "{":
        open.push("");
        isKey = true;
        break;
      case "[":
        open.push(null);
        isKey = false;
        break;
      case "}":
      case "]":
        open.pop();
        isKey = false;
        break;
      case ",":
        isKey = open.at(-1) !== null;
        break;
      case '"': {
        const end = endOfString(text, at);
        const value = decode(text.slice(at, end + 1));
        if (isKey) open[open.length - 1] = value;
        else yield { keys: open.filter((key) => key !== null), value, line };
        isKey = false;
        at = end;
        break;
      }
      default:
    }
  }
}
function endOfString(text, start) {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
function decode(literal) {
  if (literal.length > LONGEST2) return "";
  try {
    return String(JSON.parse(literal));
  } catch {
    return "";
  }
}

// src/image/lock-files/npm.ts
function* readNpmLock(text) {
  const renamed = /* @__PURE__ */ new Map();
  const versions = [];
  for (const { keys, value, line } of jsonStrings(text)) {
    const [section, folder = ""] = keys;
    const property = keys.at(-1);
    if (section === "packages" && keys.length === 3 && property === "name") {
      renamed.set(folder, value);
    } else if (property === "version") {
      const name = section === "packages" ? nameOfFolder(keys) : nameOfDependency(keys);
      if (name !== null) {
        versions.push({ name, version: value, line, folder: section === "packages" ? folder : null });
      }
    }
  }
  for (const locked of versions) {
    yield { ...locked, name: renamed.get(locked.folder ?? "") ?? locked.name };
  }
}
function nameOfFolder(keys) {
  const folder = keys[1] ?? "";
  const at = folder.lastIndexOf("node_modules/");
  return keys.length !== 3 || at === -1 ? null : folder.slice(at + "node_modules/".length);
}
function nameOfDependency(keys) {
  const isChain = keys.length % 2 === 1 && keys.every((key, index2) => index2 % 2 === 1 || isLink(key, index2, keys));
  return isChain && keys.length >= 3 ? keys.at(-2) ?? null : null;
}
function isLink(key, index2, keys) {
  return index2 === keys.length - 1 || key === "dependencies";
}

// src/image/lock-files/pnpm.ts
function* readPnpmLock(text) {
  let isPackages = false;
  for (const [line, number] of numberedLines(text)) {
    if (/^\S/.test(line)) {
      isPackages = /^packages:\s*$/.test(line);
      continue;
    }
    const key = isPackages ? /^ {2}(\S+):\s*$/.exec(line)?.[1] : void 0;
    const split = key === void 0 ? null : splitKey(key.replace(/^['"]|['"]$/g, ""));
    if (split !== null) yield { ...split, line: number, folder: null };
  }
}
function splitKey(key) {
  const old = /^\/((?:@[^/]+\/)?[^/@]+)\/([^_(]+)/.exec(key);
  if (old !== null) return { name: old[1] ?? "", version: old[2] ?? "" };
  const bare = (key.split("(", 1)[0] ?? "").replace(/^\//, "");
  const at = bare.lastIndexOf("@");
  return at > 0 ? { name: bare.slice(0, at), version: bare.slice(at + 1) } : null;
}

// src/image/lock-files/python.ts
function pythonName(name) {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
function* readRequirements(text) {
  for (const [line, number] of numberedLines(text)) {
    const pinned = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\]\s*)?={2,3}\s*([^\s;#,\\]+)/.exec(line);
    if (pinned !== null) {
      yield { name: pythonName(pinned[1] ?? ""), version: pinned[2] ?? "", line: number, folder: null };
    }
  }
}
function* readPipfileLock(text) {
  for (const { keys, value, line } of jsonStrings(text)) {
    const [section, name = "", property] = keys;
    const isVersion = keys.length === 3 && property === "version" && value.startsWith("==");
    if (isVersion && (section === "default" || section === "develop")) {
      yield { name: pythonName(name), version: value.slice(2), line, folder: null };
    }
  }
}

// src/image/lock-files/toml.ts
function* readTomlLock(text) {
  let isPackage = false;
  let name = "";
  for (const [line, number] of numberedLines(text)) {
    if (line.startsWith("[")) {
      isPackage = /^\[\[package\]\]\s*$/.test(line);
      name = "";
      continue;
    }
    const match = isPackage ? /^(name|version)\s*=\s*"([^"]*)"/.exec(line) : null;
    if (match?.[1] === "name") {
      name = match[2] ?? "";
    } else if (match !== null && name !== "") {
      yield { name, version: match[2] ?? "", line: number, folder: null };
    }
  }
}

// src/image/lock-files/yarn.ts
function* readYarnLock(text) {
  let found = null;
  let name = null;
  for (const [line, number] of numberedLines(text)) {
    if (/^\S/.test(line)) {
      if (found !== null) yield found;
      found = null;
      name = line.startsWith("#") ? null : packageOf(line.replace(/^"/, ""));
      continue;
    }
    const version = /^ {2}version:? "?([^\s"]+)"?\s*$/.exec(line)?.[1];
    if (version !== void 0 && name !== null) {
      found = { name, version, line: number, folder: null };
    }
    const resolution = /^ {2}resolution: "([^"]+)"/.exec(line)?.[1];
    if (resolution !== void 0 && found !== null) {
      found = { ...found, name: packageOf(resolution) ?? found.name };
    }
  }
  if (found !== null) yield found;
}
function packageOf(descriptor) {
  const at = descriptor.indexOf("@", 1);
  if (at === -1) return null;
  const alias = /^npm:(@?[^@\s",]+)@/.exec(descriptor.slice(at + 1))?.[1];
  return alias ?? descriptor.slice(0, at);
}

// src/image/lock-files/find.ts
var FORMATS = [
  { type: "npm", rank: 0, name: /^(package-lock|npm-shrinkwrap)\.json$/, read: readNpmLock },
  { type: "npm", rank: 0, name: /^yarn\.lock$/, read: readYarnLock },
  { type: "npm", rank: 0, name: /^pnpm-lock\.yaml$/, read: readPnpmLock },
  { type: "pypi", rank: 0, name: /^(poetry|uv|pdm)\.lock$/, read: (text) => pythonNames(readTomlLock(text)) },
  { type: "pypi", rank: 0, name: /^Pipfile\.lock$/, read: readPipfileLock },
  { type: "pypi", rank: 1, name: /^requirements[\w.-]*\.txt$/, read: readRequirements },
  { type: "golang", rank: 0, name: /^go\.mod$/, read: readGoMod },
  { type: "golang", rank: 1, name: /^go\.sum$/, read: readGoSum },
  { type: "cargo", rank: 0, name: /^Cargo\.lock$/, read: readTomlLock }
];
function* pythonNames(found) {
  for (const locked of found) yield { ...locked, name: pythonName(locked.name) };
}
var LOCK_FILE_LIMIT = 32 * 1024 * 1024;
function isLockFile(path) {
  return formatOf(path) !== null && !/(^|\/)node_modules\//.test(path);
}
var LockFiles = class {
  #texts;
  #read = /* @__PURE__ */ new Map();
  /** @param texts by path relative to the root of the repository */
  constructor(texts) {
    this.#texts = texts;
  }
  /**
   * The line where a package stands, in the lock file that is nearest to the Dockerfile: in its folder, above or below
   * it. Null when no lock file there names this very version, or when two could be meant.
   */
  find(found, dockerfile) {
    const type = /^pkg:([a-z]+)\//.exec(found.purl ?? "")?.[1];
    const places = [...this.#texts.keys()].flatMap((path) => {
      const format = formatOf(path);
      const away = format?.type === type ? distance(posix.dirname(dockerfile), posix.dirname(path)) : null;
      if (format === null || away === null) return [];
      const line = this.#lineIn(path, format, found);
      return line === null ? [] : [{ path, line, order: away * 10 + format.rank }];
    });
    const nearest = Math.min(...places.map(({ order }) => order));
    const [only, another] = places.filter(({ order }) => order === nearest);
    if (only === void 0 || another !== void 0) return null;
    return { file: only.path, startLine: only.line, endLine: only.line };
  }
  #lineIn(path, format, { name, version, path: installed }) {
    const known = this.#read.get(path) ?? index(format.read(this.#texts.get(path) ?? ""));
    this.#read.set(path, known);
    const wanted = format.type === "pypi" ? pythonName(name) : name;
    const all = known.get(keyOf(wanted, version)) ?? [];
    const there = installed?.replace(/\/package\.json$/, "") ?? "";
    const exact = all.find(({ folder }) => folder !== null && `/${there}`.endsWith(`/${folder}`));
    return (exact ?? all[0])?.line ?? null;
  }
};
function index(found) {
  const byKey = /* @__PURE__ */ new Map();
  for (const locked of found) {
    const key = keyOf(locked.name, locked.version);
    const list = byKey.get(key);
    if (list === void 0) byKey.set(key, [locked]);
    else list.push(locked);
  }
  return byKey;
}
function keyOf(name, version) {
  return `${name}\0${version.replace(/^v(?=\d)/, "")}`;
}
function formatOf(path) {
  const name = posix.basename(path);
  return FORMATS.find((format) => format.name.test(name)) ?? null;
}
function distance(from, to) {
  const relative = posix.relative(from, to);
  if (relative === "") return 0;
  const steps = relative.split("/");
  const up = steps.filter((step) => step === "..").length;
  if (up > 0 && up < steps.length) return null;
  return up > 0 ? up : 1e3 + steps.length;
}

export {
  LOCK_FILE_LIMIT,
  isLockFile,
  LockFiles
};
