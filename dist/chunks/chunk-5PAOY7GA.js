import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  DockerfileError,
  Overload,
  Rejection,
  SCRATCH,
  StageGraph,
  asHeredoc,
  atLine,
  chompTabs,
  cut,
  cutBlank,
  expandWord,
  findHeredocs,
  formatPlatform,
  formatPlatformFully,
  isGitSource,
  isHttpSource,
  isMemorySize,
  isSpace,
  joinPath,
  parseBool,
  parseDuration,
  parseInteger,
  parsePlatform,
  parseUnsigned,
  resolveWorkdir,
  splitBlanks,
  trim,
  trimLineEnd,
  trimStart
} from "./chunk-TZCQQT6A.js";

// src/dockerfile/flags.ts
var WIDE = /[^\0-\x7f]/;
function splitFlags(text, escapeToken) {
  if (!text.startsWith("--")) return { words: [], rest: text };
  if (WIDE.test(text)) {
    const { words, rest } = scan(toByteChars(text), escapeToken);
    return { words, rest: fromByteChars(rest) };
  }
  return scan(text, escapeToken);
}
function toByteChars(text) {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
}
function fromByteChars(text) {
  return new TextDecoder().decode(Uint8Array.from(text, (char) => char.charCodeAt(0)));
}
function scan(text, escapeToken) {
  const words = [];
  let at = 0;
  for (; ; ) {
    while (at < text.length && isSpace(text.charAt(at))) at++;
    if (!text.startsWith("--", at)) return { words, rest: text.slice(at) };
    const word = readWord(text, at, escapeToken);
    at = word.end;
    if (word.text === "--") return { words, rest: text.slice(at) };
    words.push(word.text);
  }
}
function readWord(text, start, escapeToken) {
  const out = [];
  let quote = "";
  let at = start;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote === "" && isSpace(char)) break;
    if (quote === "" ? char === '"' || char === "'" : char === quote) {
      quote = quote === "" ? char : "";
    } else if (char === escapeToken) {
      at += 1;
      out.push(text.charAt(at));
    } else out.push(char);
  }
  return { text: out.join(""), end: Math.min(at, text.length) };
}
function parseFlag(word) {
  const equals = word.indexOf("=");
  const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
  return { name, value: equals < 0 ? null : word.slice(equals + 1) };
}
function readFlags(words, known2) {
  const values = /* @__PURE__ */ new Map();
  for (const word of words) {
    if (word === "--") break;
    const { name, value } = parseFlag(word);
    const kind = Object.hasOwn(known2, name) ? known2[name] : void 0;
    if (kind === void 0) throw new Rejection(`unknown flag: --${name}`);
    const given = values.get(name);
    if (given !== void 0 && kind !== "texts") throw new Rejection(`duplicate flag specified: --${name}`);
    const text = kind === "switch" ? readSwitch(name, value) : readText(name, value);
    if (given === void 0) values.set(name, [text]);
    else given.push(text);
  }
  return values;
}
function readSwitch(name, value) {
  const word = (value ?? "true").toLowerCase();
  if (word === "") throw new Rejection(`missing a value on flag: --${name}`);
  if (word !== "true" && word !== "false") {
    throw new Rejection(`expecting boolean value for flag --${name}, not: ${value}`);
  }
  return word;
}
function readText(name, value) {
  if (value === null) throw new Rejection(`missing a value on flag: --${name}`);
  return value;
}

// src/dockerfile/json-form.ts
function parseJsonForm(text) {
  const start = trimStart(text);
  if (!start.startsWith("[")) return null;
  let list;
  try {
    list = JSON.parse(start);
  } catch {
    return null;
  }
  if (!Array.isArray(list)) return null;
  if (list.some((item) => typeof item === "number" && !Number.isFinite(item))) return null;
  return list.map((item) => {
    if (typeof item !== "string") throw new Rejection("a JSON array must be comprised of strings only");
    return item.toWellFormed();
  });
}

// src/dockerfile/words.ts
function splitWords(text, escapeToken) {
  const words = [];
  let at = 0;
  while (at < text.length) {
    while (at < text.length && isSpace(text.charAt(at))) at++;
    if (at >= text.length) break;
    const word = readWord2(text, at, escapeToken);
    if (word.text !== "") words.push(word.text);
    at = word.end;
  }
  return words;
}
function readWord2(text, start, escapeToken) {
  let quote = "";
  let dropped = "";
  let at = start;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote === "") {
      if (isSpace(char)) break;
      if (char === '"' || char === "'") quote = char;
      else if (char !== escapeToken) continue;
    } else if (char === quote) {
      quote = "";
      continue;
    }
    if (char !== escapeToken || quote === "'") continue;
    if (at + 1 === text.length) dropped = char;
    else at += 1;
  }
  const end = Math.min(at, text.length);
  return { text: text.slice(start, dropped === "" ? end : end - 1), end };
}
function parseNameValues(text, escapeToken, keyword) {
  const words = splitWords(text, escapeToken);
  if (words[0] === void 0) return [];
  if (!words[0].includes("=")) {
    const pair = cutBlank(text);
    if (pair === null) throw new Rejection(`${keyword} must have two arguments`);
    return [{ name: pair[0], value: pair[1] }];
  }
  return words.map((word) => {
    const equals = word.indexOf("=");
    if (equals < 0)
      throw new Rejection(`${keyword} has a word without =: each must be name=value, with quotes around blanks`);
    return { name: word.slice(0, equals), value: word.slice(equals + 1) };
  });
}

// src/dockerfile/node.ts
function parseNode(line, escapeToken, nested = false) {
  const trimmed = trim(line);
  const cut2 = cutBlank(trimmed);
  const keyword = cut2 === null ? trimmed : cut2[0];
  const { words: flags, rest } = cut2 === null ? { words: [], rest: "" } : splitFlags(cut2[1], escapeToken);
  const text = trim(rest);
  const kind = keyword.toLowerCase();
  const parts = parseParts(kind, text, escapeToken, nested);
  return { keyword, kind, original: line, text, flags, json: false, pairs: [], trigger: null, ...parts };
}
function parseParts(kind, text, escapeToken, nested) {
  switch (kind) {
    case "run":
    case "cmd":
    case "entrypoint":
    case "shell":
      return parseCommandLine(text);
    case "add":
    case "copy":
    case "volume": {
      const list = parseJsonForm(text);
      return list === null ? { args: splitArguments(text) } : { args: list, json: true };
    }
    case "env":
    case "label": {
      const pairs = parseNameValues(text, escapeToken, kind.toUpperCase());
      return { args: [], pairs };
    }
    case "arg":
      return { args: splitWords(text, escapeToken) };
    case "expose":
    case "from":
      return { args: splitArguments(text) };
    case "healthcheck":
      return parseHealthcheck(text);
    case "onbuild":
      return parseTrigger(text, escapeToken, nested);
    default:
      return { args: text === "" ? [] : [text] };
  }
}
function splitArguments(text) {
  return text === "" ? [] : splitBlanks(text);
}
function parseCommandLine(text) {
  if (text === "") return { args: [] };
  const list = parseJsonForm(text);
  return list === null ? { args: [text] } : { args: list, json: true };
}
function parseHealthcheck(text) {
  let end = 0;
  while (end < text.length && !isAsciiSpace(text.charAt(end))) end++;
  let next = end;
  while (next < text.length && isAsciiSpace(text.charAt(next))) next++;
  if (end === 0) return { args: [] };
  const { args, json = false } = parseCommandLine(text.slice(next));
  return { args: [text.slice(0, end), ...args], json };
}
function isAsciiSpace(char) {
  return char < "\x80" && isSpace(char);
}
function parseTrigger(text, escapeToken, nested) {
  if (text === "") return { args: [] };
  if (nested) throw new Rejection("chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  return { args: [text], trigger: parseNode(text, escapeToken, true) };
}

// src/dockerfile/parser-directives.ts
var DIRECTIVE = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*([^\n]+)$/;
var KEYS = ["syntax", "escape", "check"];
var DirectiveParser = class {
  #prefix;
  #seen = /* @__PURE__ */ new Set();
  #done = false;
  constructor(prefix = "#") {
    this.#prefix = prefix;
  }
  get done() {
    return this.#done;
  }
  /** `line` is without its line end. Throws Rejection for a key that is given twice. */
  parse(line) {
    if (this.#done) return null;
    const match = line.startsWith(this.#prefix) ? DIRECTIVE.exec(trimStart(line.slice(this.#prefix.length))) : null;
    const word = match?.[1]?.toLowerCase();
    const key = KEYS.find((known2) => known2 === word);
    if (match === null || key === void 0) {
      this.#done = true;
      return null;
    }
    if (this.#seen.has(key)) throw new Rejection(`the parser directive ${key} is given twice`);
    this.#seen.add(key);
    return { key, value: trimEnd(match[2] ?? "") };
  }
};
function trimEnd(value) {
  let end = value.length;
  while (end > 1 && "	\n\f\r ".includes(value.charAt(end - 1))) end--;
  return value.slice(0, end);
}
function escapeCharacter(value) {
  if (value === "\\" || value === "`") return value;
  throw new Rejection(`invalid escape token '${value}', it must be \\ or \``);
}
function validateCheck(value) {
  const options = value.trim();
  if (options === "") return;
  const [first = "", second, ...rest] = options.split(";");
  for (const part of [first, ...second === void 0 ? [] : [second], ...rest.length > 0 ? [rest.join(";")] : []]) {
    const equals = part.indexOf("=");
    const key = equals < 0 ? "" : part.slice(0, equals).trim();
    if (!["skip", "experimental", "error"].includes(key)) throw new Rejection(`invalid check option "${part}"`);
    if (key === "error") parseBool(part.slice(equals + 1).trim(), "check option error");
  }
}

// src/dockerfile/source-text.ts
var MAX_LINE_BYTES = 65536;
function decodeSource(source) {
  const text = typeof source === "string" ? source : decode(source);
  if (text.length === 0) throw new DockerfileError("the file is empty", 1);
  const zero = text.indexOf("\0");
  if (zero >= 0) {
    throw new DockerfileError("the file is binary, not a Dockerfile (it has a zero byte)", lineOf(text, zero));
  }
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
function lineOf(text, offset) {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeDamaged(bytes);
  }
}
function decodeDamaged(bytes) {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const parts = [];
  for (let at = 0; at < bytes.length; ) {
    const size = sequenceLength(bytes[at] ?? 0);
    try {
      parts.push(strict.decode(bytes.subarray(at, at + size)));
      at += size;
    } catch {
      parts.push("\uFFFD");
      at += 1;
    }
  }
  return parts.join("");
}
function sequenceLength(lead) {
  if (lead < 192) return 1;
  if (lead < 224) return 2;
  return lead < 240 ? 3 : 4;
}
var LineReader = class {
  #text;
  #offset = 0;
  /** Lines read so far: the number of the last one. */
  line = 0;
  constructor(text) {
    this.#text = text;
  }
  /** Null at the end. Throws DockerfileError for a line that is too long. */
  next() {
    if (this.#offset >= this.#text.length) return null;
    const end = this.#text.indexOf("\n", this.#offset);
    const line = this.#text.slice(this.#offset, end < 0 ? void 0 : end + 1);
    this.#offset += line.length;
    this.line += 1;
    if (isTooLong(line, end >= 0)) {
      throw new DockerfileError(`a line is longer than the ${MAX_LINE_BYTES - 1} bytes that BuildKit reads`, this.line);
    }
    return line;
  }
};
function isTooLong(line, ended) {
  if (line.length * 3 < MAX_LINE_BYTES) return false;
  if (line.length > MAX_LINE_BYTES) return true;
  const size = new TextEncoder().encode(line).length;
  return ended ? size > MAX_LINE_BYTES : size >= MAX_LINE_BYTES;
}

// src/dockerfile/logical-lines.ts
var HEREDOC_KINDS = ["run", "copy", "add"];
function parseNodes(text) {
  const reader = new LineReader(text);
  const directives = new DirectiveParser();
  const nodes = [];
  let escapeToken = "\\";
  for (let line = reader.next(); line !== null; line = reader.next()) {
    const startLine = reader.line;
    const bare = trimStart(trimLineEnd(line));
    if (!directives.done) escapeToken = atLine(startLine, () => readDirective(directives, bare)) ?? escapeToken;
    if (bare === "" || bare.startsWith("#")) continue;
    const logical = joinContinued(bare, reader, escapeToken);
    const node = atLine(startLine, () => parseNode(logical, escapeToken));
    const heredocs = readHeredocs(node, startLine, reader);
    nodes.push({ node, heredocs, startLine, endLine: reader.line });
  }
  if (nodes.length === 0) throw new DockerfileError("the file has no instructions", Math.max(reader.line, 1));
  return { nodes, escapeToken };
}
function readDirective(directives, line) {
  const directive = directives.parse(line);
  if (directive?.key === "check") validateCheck(directive.value);
  return directive?.key === "escape" ? escapeCharacter(directive.value) : null;
}
function joinContinued(first, reader, escapeToken) {
  const parts = [];
  for (let line = first; line !== null; line = nextContinuation(reader)) {
    const head = withoutContinuation(line, escapeToken);
    parts.push(head ?? line);
    if (head === null) break;
  }
  return parts.join("");
}
function nextContinuation(reader) {
  for (let line = reader.next(); line !== null; line = reader.next()) {
    const content = trimLineEnd(line);
    const start = trimStart(content);
    if (start !== "" && !start.startsWith("#")) return content;
  }
  return null;
}
function withoutContinuation(line, escapeToken) {
  let end = line.length;
  while (end > 0 && (line[end - 1] === " " || line[end - 1] === "	")) end--;
  if (line[end - 1] !== escapeToken || line[end - 2] === escapeToken) return null;
  return line.slice(0, end - 1);
}
function readHeredocs(node, startLine, reader) {
  const carrier = node.kind === "onbuild" ? node.trigger : node;
  if (carrier === null || !HEREDOC_KINDS.includes(carrier.kind) || carrier.json) return [];
  if (!node.original.includes("<<")) return [];
  return atLine(
    startLine,
    () => findHeredocs(node.original).map((start) => ({ ...start, content: readBody(start, reader) }))
  );
}
function readBody(start, reader) {
  const lines = [];
  for (let line = reader.next(); line !== null; line = reader.next()) {
    const content = trimLineEnd(line);
    if ((start.chomp ? content.replace(/^\t+/, "") : content) === start.name) return lines.join("");
    lines.push(line);
  }
  throw new Rejection(`the heredoc <<${start.name} is not terminated`);
}
function heredocText(heredoc) {
  return heredoc.chomp ? chompTabs(heredoc.content) : heredoc.content;
}
function triggerText(node, heredocs) {
  const line = trim(node.original).replace(/^ONBUILD[\t\n\f\r ]*/iu, "");
  return [line, ...heredocs.map((heredoc) => `${heredoc.content}${heredoc.name}`)].join("\n");
}

// src/dockerfile/parse-copy.ts
var COMMON = { chown: "text", chmod: "text", link: "switch", exclude: "texts" };
var FLAGS = {
  add: { ...COMMON, "keep-git-dir": "switch", checksum: "text", unpack: "switch" },
  copy: { ...COMMON, from: "text", parents: "switch" }
};
function parseCopy(node, heredocs) {
  const keyword = node.kind === "add" ? "add" : "copy";
  const destination = node.args.at(-1);
  if (destination === void 0 || node.args.length < 2) {
    throw new Rejection(`${keyword.toUpperCase()} requires at least two arguments, a source and a destination`);
  }
  const flags = readFlags(node.flags, FLAGS[keyword]);
  if (asHeredoc(destination) !== null) {
    throw new Rejection(`${keyword.toUpperCase()} cannot accept a heredoc as a destination`);
  }
  const sources = [];
  const contents = [];
  const bodies = new Map(heredocs.map((heredoc) => [heredoc.name, heredoc]));
  for (const argument of node.args.slice(0, -1)) {
    const start = asHeredoc(argument);
    if (start === null) sources.push(argument);
    else if (start.expand) contents.push(heredocText({ content: "", ...bodies.get(start.name), ...start }));
  }
  const flag = (name) => flags.get(name)?.[0] ?? "";
  return {
    kind: "copy",
    add: keyword === "add",
    from: flag("from"),
    chown: flag("chown"),
    chmod: flag("chmod"),
    checksum: flag("checksum"),
    link: flag("link") === "true",
    sources,
    destination,
    contents
  };
}

// src/dockerfile/parse-healthcheck.ts
var FLAGS2 = {
  interval: "text",
  timeout: "text",
  "start-period": "text",
  "start-interval": "text",
  retries: "text"
};
var NO_TIMES = { interval: 0, timeout: 0, startPeriod: 0, startInterval: 0, retries: 0 };
function parseHealthcheck2(node) {
  const [first, ...args] = node.args;
  if (first === void 0) throw new Rejection("HEALTHCHECK requires at least one argument");
  const type = first.toUpperCase();
  if (type === "NONE") {
    if (args.length > 0) throw new Rejection("HEALTHCHECK NONE takes no arguments");
    return { kind: "healthcheck", health: { test: ["NONE"], ...NO_TIMES } };
  }
  const flags = readFlags(node.flags, FLAGS2);
  if (type !== "CMD") throw new Rejection(`unknown type "${first}" in HEALTHCHECK (try CMD)`);
  if (args.length === 0) throw new Rejection("missing command after HEALTHCHECK CMD");
  const time = (name) => parseTime(name, flags.get(name)?.[0] ?? "");
  const health = {
    test: node.json ? ["CMD", ...args] : ["CMD-SHELL", args.join(" ")],
    interval: time("interval"),
    timeout: time("timeout"),
    startPeriod: time("start-period"),
    startInterval: time("start-interval"),
    retries: parseRetries(flags.get("retries")?.[0] ?? "")
  };
  return { kind: "healthcheck", health };
}
function parseTime(name, text) {
  const time = text === "" ? 0 : parseDuration(text);
  if (time !== 0 && time < 1e6) throw new Rejection(`interval "${name}" cannot be less than 1ms`);
  return time;
}
function parseRetries(text) {
  if (text === "") return 0;
  const retries = parseInteger(text);
  if (retries === null || retries >= 2 ** 31) throw new Rejection(`--retries: "${text}" is not a number`);
  if (retries < 0) throw new Rejection(`--retries cannot be negative (${text})`);
  return retries;
}

// src/dockerfile/csv.ts
function splitCsv(line) {
  const text = line.replace(/\r?\n$/, "");
  if (text === "") throw new Rejection("an option list is empty");
  const fields = [];
  for (let at = 0; at <= text.length; ) {
    const field = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
    fields.push(field.text);
    if (field.end >= text.length) break;
    at = field.end + 1;
  }
  return fields;
}
function readPlain(text, start) {
  const comma = text.indexOf(",", start);
  const end = comma < 0 ? text.length : comma;
  const field = text.slice(start, end);
  if (field.includes('"')) throw new Rejection(`a quote stands in the middle of the field ${field}`);
  return { text: field, end };
}
function readQuoted(text, start) {
  const parts = [];
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new Rejection("a quoted field is not closed");
    parts.push(text.slice(at, quote));
    const next = text[quote + 1];
    if (next === void 0 || next === ",") return { text: parts.join(""), end: quote + 1 };
    if (next !== '"') throw new Rejection("a quoted field goes on after its quote");
    parts.push('"');
    at = quote + 2;
  }
}

// src/dockerfile/run-mount.ts
var TYPES = ["bind", "cache", "tmpfs", "secret", "ssh"];
var SHARING = ["shared", "private", "locked"];
var OWNER_TYPES = ["secret", "ssh", "cache"];
function mountFrom(option) {
  let from = "";
  for (const field of splitCsv(option)) {
    const [key, value] = cut(field, "=");
    if (key.toLowerCase() !== "from" || value === null) continue;
    const dollar = value.indexOf("$");
    if (dollar >= 0 && dollar !== value.length - 1) {
      throw new Rejection("'from' doesn't support variable expansion, define an alias stage instead");
    }
    from = value;
  }
  return from;
}
function validateMount(option, expand2, workingDir) {
  const mount = /* @__PURE__ */ new Map([["type", "bind"]]);
  for (const field of splitCsv(option)) readField(field, expand2, mount);
  const type = mount.get("type") ?? "bind";
  if (!OWNER_TYPES.includes(type)) {
    for (const key of ["mode", "uid", "gid"]) {
      if (mount.has(key)) throw new Rejection(`${key} not allowed for "${type}" type mounts`);
    }
  }
  const sharing = mount.get("sharing") ?? "";
  if (type === "secret") validateSecret(mount);
  if (sharing !== "" && type !== "cache") throw new Rejection(`invalid cache sharing set for ${type} mount`);
  if (type === "ssh" && (mount.get("source") ?? "") !== "") throw new Rejection("ssh does not support source");
  if (type === "secret" || type === "ssh") return;
  const target = mount.get("target") ?? "";
  const place = target.startsWith("/") ? target : joinPath("/", workingDir, target);
  if (place === "/") throw new Rejection(`invalid mount target "${place}"`);
}
function readField(field, expand2, mount) {
  const [keyText, raw] = cut(field, "=");
  const key = KEYS2.get(keyText.toLowerCase());
  if (raw === null) {
    if (key === "required") requireSecretOrSsh(mount);
    else if (key !== "readonly" && key !== "readwrite") {
      throw new Rejection(`invalid field '${field}' must be a key=value pair`);
    }
    return;
  }
  const value = expand2(raw);
  if (key === void 0) throw new Rejection(`unexpected key '${keyText}' in '${field}'`);
  if (key === "required") requireSecretOrSsh(mount);
  validateValue(key, value, mount.get("type") ?? "");
  mount.set(key, key === "type" || key === "sharing" ? value.toLowerCase() : value);
}
function validateValue(key, value, type) {
  const invalid = new Rejection(`invalid value for ${key}: ${value}`);
  if (key === "type" && !TYPES.includes(value.toLowerCase())) throw new Rejection(`unsupported mount type "${value}"`);
  if (key === "sharing" && !SHARING.includes(value.toLowerCase())) throw invalid;
  if (key === "readonly" || key === "readwrite" || key === "required") parseBool(value, key);
  if (key === "size") {
    if (type !== "tmpfs") throw new Rejection(`unexpected key 'size' for mount type '${type}'`);
    if (!isMemorySize(value)) throw invalid;
  }
  if (key === "mode" && parseUnsigned(value, 8) === null) throw invalid;
  if ((key === "uid" || key === "gid") && parseUnsigned(value, 10) === null) throw invalid;
}
function requireSecretOrSsh(mount) {
  const type = mount.get("type") ?? "";
  if (type !== "secret" && type !== "ssh") throw new Rejection(`unexpected key 'required' for mount type '${type}'`);
}
function validateSecret(mount) {
  const [from, sharing, source, target, id] = ["from", "sharing", "source", "target", "id"].map(
    (key) => mount.get(key) ?? ""
  );
  if (from !== "") throw new Rejection("secret mount should not have a from");
  if (sharing !== "") throw new Rejection("secret mount should not define sharing");
  if (source === "" && target === "" && id === "")
    throw new Rejection("invalid secret mount. one of source, target required");
  if (source !== "" && id !== "") throw new Rejection("both source and id can't be set");
}
var KEYS2 = new Map(
  Object.entries({
    type: "type",
    from: "from",
    source: "source",
    src: "source",
    target: "target",
    dst: "target",
    destination: "target",
    readonly: "readonly",
    ro: "readonly",
    readwrite: "readwrite",
    rw: "readwrite",
    required: "required",
    size: "size",
    id: "id",
    sharing: "sharing",
    mode: "mode",
    uid: "uid",
    gid: "gid",
    env: "env"
  })
);

// src/dockerfile/parse-run.ts
var NETWORKS = ["default", "none", "host"];
var SECURITY = ["insecure", "sandbox"];
function parseRun(node) {
  const flags = readFlags(node.flags, { mount: "texts", network: "text", security: "text", device: "texts" });
  for (const device of flags.get("device") ?? []) validateDevice(device);
  const mounts = flags.get("mount") ?? [];
  const froms = mounts.map(mountFrom);
  const network = flags.get("network")?.[0];
  if (network !== void 0 && !NETWORKS.includes(network)) throw new Rejection(`invalid network mode "${network}"`);
  const security = flags.get("security")?.[0];
  if (security !== void 0 && !SECURITY.includes(security))
    throw new Rejection(`security "${security}" is not valid`);
  return { kind: "run", mounts, froms };
}
function validateDevice(option) {
  let name = "";
  for (const field of splitCsv(option)) {
    const equals = field.indexOf("=");
    const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
    if (key === "required") {
      if (equals >= 0) parseBool(field.slice(equals + 1), key);
    } else if (key === "name" && equals >= 0) {
      if (name !== "") throw new Rejection(`device name already set to ${name}`);
      name = field.slice(equals + 1);
    } else if (name === "") name = field;
    else throw new Rejection(`unexpected key '${key}' in '${field}'`);
  }
}

// src/dockerfile/parse-command.ts
var STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;
function parseCommand(node, heredocs) {
  switch (node.kind) {
    case "from":
      return parseFrom(node);
    case "run":
      return parseRun(node);
    case "copy":
    case "add":
      return parseCopy(node, heredocs);
    case "healthcheck":
      return parseHealthcheck2(node);
    case "env":
    case "label":
      return parsePairs(node, node.kind);
    case "arg":
      return parseArg(node);
    case "cmd":
    case "entrypoint":
      readFlags(node.flags, {});
      return { kind: node.kind, words: node.args, json: node.json };
    case "shell":
      return parseShell(node);
    case "user":
    case "workdir":
      readFlags(node.flags, {});
      return { kind: node.kind, value: onlyArgument(node) };
    case "stopsignal":
      return { kind: node.kind, value: onlyArgument(node) };
    case "maintainer":
      onlyArgument(node);
      readFlags(node.flags, {});
      return { kind: "maintainer" };
    case "expose":
      readFlags(node.flags, {});
      return { kind: "expose", ports: atLeastOne(node, node.args).toSorted() };
    case "volume":
      return parseVolume(node);
    case "onbuild":
      return parseOnbuild(node, heredocs);
    default:
      throw new Rejection(`unknown instruction: ${node.keyword}`);
  }
}
function atLeastOne(node, args) {
  if (args.length === 0) throw new Rejection(`${node.kind.toUpperCase()} requires at least one argument`);
  return args;
}
function onlyArgument(node) {
  const [value, ...more] = node.args;
  if (value === void 0 || more.length > 0) {
    throw new Rejection(`${node.kind.toUpperCase()} requires exactly one argument`);
  }
  return value;
}
function parseFrom(node) {
  const [base, as, written, ...more] = node.args;
  const named = written !== void 0 && more.length === 0 && as !== void 0 && /^as$/iu.test(as);
  if (base === void 0 || as !== void 0 && !named) {
    throw new Rejection("FROM requires either one or three arguments");
  }
  const name = written?.toLowerCase() ?? null;
  if (name !== null && !STAGE_NAME.test(name)) {
    throw new Rejection(
      `invalid name for build stage: "${written}", name can't start with a number or contain symbols`
    );
  }
  const flags = readFlags(node.flags, { platform: "text" });
  return { kind: "from", base, name, platform: flags.get("platform")?.[0] ?? "" };
}
function parsePairs(node, kind) {
  readFlags(node.flags, {});
  const pairs = atLeastOne(node, node.pairs);
  if (pairs.some((pair) => pair.name === "")) throw new Rejection(`${kind.toUpperCase()} names can not be blank`);
  return { kind, pairs };
}
function parseArg(node) {
  const args = atLeastOne(node, node.args).map((word) => {
    const equals = word.indexOf("=");
    if (equals === 0) throw new Rejection("ARG names can not be blank");
    return equals < 0 ? { name: word, value: null } : { name: word.slice(0, equals), value: word.slice(equals + 1) };
  });
  return { kind: "arg", args };
}
function parseShell(node) {
  readFlags(node.flags, {});
  atLeastOne(node, node.args);
  if (!node.json) throw new Rejection("SHELL requires the arguments to be in JSON form");
  return { kind: "shell", words: node.args };
}
function parseVolume(node) {
  const paths = atLeastOne(node, node.args).map(trim);
  readFlags(node.flags, {});
  if (paths.includes("")) throw new Rejection("VOLUME specified can not be an empty string");
  return { kind: "volume", paths };
}
function parseOnbuild(node, heredocs) {
  if (node.trigger === null) throw new Rejection("ONBUILD requires at least one argument");
  readFlags(node.flags, {});
  const keyword = trim(node.trigger.keyword).toUpperCase();
  if (keyword === "ONBUILD") throw new Rejection("chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
  if (keyword === "MAINTAINER" || keyword === "FROM") {
    throw new Rejection(`${keyword} isn't allowed as an ONBUILD trigger`);
  }
  return { kind: "onbuild", trigger: triggerText(node, heredocs) };
}

// src/dockerfile/syntax-image.ts
function detectSyntax(source, file) {
  const directives = new DirectiveParser();
  let line = 0;
  for (let at = 0; at < source.length && !directives.done; ) {
    const end = source.indexOf("\n", at);
    const text = trimLineEnd(source.slice(at, end < 0 ? void 0 : end));
    at = end < 0 ? source.length : end + 1;
    line += 1;
    if (line === 1 && text.startsWith("#!")) continue;
    const directive = tryParse(directives, text);
    if (directive?.key !== "syntax") continue;
    const [reference = ""] = directive.value.split(" ");
    return { reference, location: { file, startLine: line, endLine: line } };
  }
  return null;
}
function tryParse(directives, text) {
  try {
    return directives.parse(text);
  } catch {
    return null;
  }
}

// src/dockerfile/read.ts
function readDockerfile(text, file) {
  const source = decodeSource(text);
  const { nodes, escapeToken } = parseNodes(source);
  const globalArgs = [];
  const stages = [];
  for (const placed of nodes) {
    const location = { file, startLine: placed.startLine, endLine: placed.endLine };
    const command = atLine(placed.startLine, () => parseCommand(placed.node, placed.heredocs));
    if (command.kind === "from") {
      stages.push({ from: command, location, steps: [] });
      continue;
    }
    const step = { command, instruction: describe(placed, location) };
    const stage = stages.at(-1);
    if (stage !== void 0) stage.steps.push(step);
    else if (command.kind === "arg") globalArgs.push(step);
    else {
      const reason = `${placed.node.keyword} stands before the first FROM, where only ARG may`;
      throw new DockerfileError(reason, placed.startLine);
    }
  }
  if (stages.length === 0) throw new DockerfileError("there is no stage to build: FROM is missing", 1);
  return { file, syntax: detectSyntax(source, file), escapeToken, globalArgs, stages };
}
function readTrigger(text, location) {
  const [placed, ...more] = parseNodes(text).nodes;
  if (placed === void 0 || more.length > 0) {
    throw new DockerfileError("an ONBUILD trigger must be a single instruction", location.startLine);
  }
  const command = atLine(location.startLine, () => parseCommand(placed.node, placed.heredocs));
  if (command.kind === "from") throw new DockerfileError("FROM cannot be an ONBUILD trigger", location.startLine);
  return { command, instruction: describe(placed, location) };
}
function describe({ node, heredocs }, location) {
  return {
    keyword: node.keyword.toUpperCase(),
    text: node.text,
    flags: node.flags.map((word) => {
      const { name, value } = parseFlag(word);
      return { name, value: value ?? "" };
    }),
    json: jsonWords(node),
    heredocs: heredocs.map((body) => ({ name: body.name, expand: body.expand, content: heredocText(body) })),
    location
  };
}
function jsonWords(node) {
  if (!node.json) return null;
  return node.kind === "healthcheck" ? node.args.slice(1) : node.args;
}

// src/dockerfile/base-config.ts
function baseFromImageConfig(raw) {
  const config = raw.config ?? {};
  return {
    os: raw.os ?? "",
    config: {
      user: known(config.User || null),
      exposedPorts: knownList(Object.keys(config.ExposedPorts ?? {}).toSorted()),
      healthcheck: known(healthcheck(config.Healthcheck)),
      entrypoint: known(config.Entrypoint ?? null),
      cmd: known(config.Cmd ?? null),
      env: knownList(config.Env ?? []),
      workingDir: known(config.WorkingDir || null),
      labels: knownList(Object.entries(config.Labels ?? {}).map(([key, value]) => `${key}=${value}`)),
      volumes: knownList(Object.keys(config.Volumes ?? {}).toSorted()),
      stopSignal: known(config.StopSignal || null),
      shell: known(config.Shell ?? null)
    },
    onBuild: (config.OnBuild ?? []).map(known)
  };
}
function unresolvedBase(os) {
  const nothing = { value: null, known: false, from: null };
  const some = { entries: [], complete: false };
  return {
    os,
    config: {
      user: nothing,
      exposedPorts: some,
      healthcheck: nothing,
      entrypoint: nothing,
      cmd: nothing,
      env: some,
      workingDir: nothing,
      labels: some,
      volumes: some,
      stopSignal: nothing,
      shell: nothing
    },
    onBuild: []
  };
}
function scratchBase(os) {
  return baseFromImageConfig({ os, config: { WorkingDir: "/" } });
}
function known(value) {
  return { value, known: true, from: null };
}
function knownList(values) {
  return { entries: values.map(known), complete: true };
}
function healthcheck(raw) {
  if (raw === null || raw === void 0) return null;
  return {
    test: raw.Test ?? [],
    interval: raw.Interval ?? 0,
    timeout: raw.Timeout ?? 0,
    startPeriod: raw.StartPeriod ?? 0,
    startInterval: raw.StartInterval ?? 0,
    retries: raw.Retries ?? 0
  };
}

// src/dockerfile/budget.ts
var MAX_SUBSTITUTED = 2 ** 26;
var MAX_TRIGGERS = 1e5;
var Budget = class {
  #substituted = 0;
  #triggers = 0;
  /** Throws Overload. */
  spendCharacters(characters) {
    this.#substituted += characters;
    if (this.#substituted > MAX_SUBSTITUTED) throw new Overload("the values of variables add up to more than 64 MiB");
  }
  /** Throws Overload. */
  spendTrigger() {
    this.#triggers += 1;
    if (this.#triggers > MAX_TRIGGERS) throw new Overload(`more than ${MAX_TRIGGERS} ONBUILD instructions would run`);
  }
};

// src/dockerfile/port-set.ts
var PORTS = 65536;
var PortSet = class {
  #entries = /* @__PURE__ */ new Map();
  #next = /* @__PURE__ */ new Map();
  add(range, known2, from) {
    const next = this.#nextFree(range.protocol);
    for (let port = find(next, range.start); port <= range.end; port = find(next, port)) {
      this.addEntry({ value: `${port}/${range.protocol}`, known: known2, from });
      next[port] = port + 1;
    }
  }
  /** An entry as an image config has it. */
  addEntry(entry) {
    if (!this.#entries.has(entry.value)) this.#entries.set(entry.value, entry);
  }
  sorted() {
    return [...this.#entries.values()].sort((a, b) => a.value < b.value ? -1 : 1);
  }
  #nextFree(protocol) {
    const known2 = this.#next.get(protocol);
    if (known2 !== void 0) return known2;
    const fresh = new Uint32Array(PORTS + 1);
    for (let port = 0; port <= PORTS; port++) fresh[port] = port;
    this.#next.set(protocol, fresh);
    return fresh;
  }
};
function find(next, from) {
  let root = from;
  while (next[root] !== void 0 && next[root] !== root) root = next[root] ?? root;
  for (let at = from; at !== root; ) {
    const step = next[at] ?? root;
    next[at] = root;
    at = step;
  }
  return root;
}

// src/dockerfile/effective-config.ts
function toEffectiveConfig(state) {
  const lists = collect(state);
  return {
    user: state.user,
    exposedPorts: lists.ports,
    healthcheck: state.healthcheck,
    entrypoint: state.entrypoint,
    cmd: state.cmd,
    env: lists.env,
    workingDir: state.workingDir,
    labels: lists.labels,
    volumes: lists.volumes,
    stopSignal: state.stopSignal,
    shell: state.shell
  };
}
function collect(state) {
  const ports = new PortSet();
  const env = new EnvList();
  const labels = /* @__PURE__ */ new Map();
  const volumes = /* @__PURE__ */ new Map();
  let complete = { exposedPorts: true, env: true, labels: true, volumes: true };
  for (const { known: known2, from, ...addition } of inOrder(state)) {
    if (addition.kind === "env") env.set(addition.name, { value: `${addition.name}=${addition.value}`, known: known2, from });
    else if (addition.kind === "label") {
      labels.set(addition.name, { value: `${addition.name}=${addition.value}`, known: known2, from });
    } else if (addition.kind === "volume") addNew(volumes, { value: addition.path, known: known2, from });
    else if (addition.kind === "expose") ports.add(addition.range, known2, from);
    else {
      const { config } = addition.base;
      const placed = (list) => list.entries.map((entry) => ({ ...entry, from: entry.from ?? addition.line }));
      for (const entry of placed(config.exposedPorts)) ports.addEntry(entry);
      for (const entry of placed(config.env)) env.add(entry);
      for (const entry of placed(config.labels)) labels.set(keyOf(entry.value), entry);
      for (const entry of placed(config.volumes)) addNew(volumes, entry);
      complete = {
        exposedPorts: config.exposedPorts.complete,
        env: config.env.complete,
        labels: config.labels.complete,
        volumes: config.volumes.complete
      };
    }
  }
  return {
    ports: { entries: ports.sorted(), complete: complete.exposedPorts },
    env: { entries: env.entries, complete: complete.env },
    labels: { entries: [...labels.values()], complete: complete.labels },
    volumes: { entries: [...volumes.values()], complete: complete.volumes }
  };
}
function inOrder(state) {
  const additions = [];
  for (let node = state.additions; node !== null; node = node.before) additions.push(node.last);
  return additions.reverse();
}
var EnvList = class {
  entries = [];
  #places = /* @__PURE__ */ new Map();
  set(name, entry) {
    const place = this.#places.get(name);
    if (place === void 0) this.add(entry);
    else this.entries[place] = entry;
  }
  add(entry) {
    const name = keyOf(entry.value);
    if (!this.#places.has(name)) this.#places.set(name, this.entries.length);
    this.entries.push(entry);
  }
};
function keyOf(entry) {
  const equals = entry.indexOf("=");
  return equals < 0 ? entry : entry.slice(0, equals);
}
function addNew(entries, entry) {
  if (!entries.has(entry.value)) entries.set(entry.value, entry);
}

// src/dockerfile/global-args.ts
var EPOCH = "SOURCE_DATE_EPOCH";
function evaluateGlobalArgs(parsed, options) {
  const given = new Map(Object.entries(options.given));
  const globals = predefined(options.platform, options.target || parsed.stages.at(-1)?.from.name || "default", given);
  const scope = globalScope(globals, options.budget);
  for (const { command, instruction } of parsed.globalArgs) {
    if (command.kind !== "arg") continue;
    for (const { name, value } of command.args) {
      const set = given.get(name);
      if (set !== void 0) globals.set(name, set);
      else if (value !== null) {
        const line = instruction.location.startLine;
        globals.set(name, atLine(line, () => expandWord(value, scope, { escapeToken: parsed.escapeToken })).text);
      }
    }
  }
  settleEpoch(parsed, globals, given);
  return { globals, given };
}
function globalScope(globals, budget) {
  return {
    lookup: (name) => {
      const value = globals.get(name);
      return value === void 0 ? null : { value, known: true };
    },
    complete: true,
    spend: (characters) => budget.spendCharacters(characters)
  };
}
function predefined(platform, stage, given) {
  const defaults = {
    BUILDPLATFORM: formatPlatform(platform),
    BUILDOS: platform.os,
    BUILDOSVERSION: platform.osVersion,
    BUILDARCH: platform.architecture,
    BUILDVARIANT: platform.variant,
    TARGETPLATFORM: formatPlatformFully(platform),
    TARGETOS: platform.os,
    TARGETOSVERSION: platform.osVersion,
    TARGETARCH: platform.architecture,
    TARGETVARIANT: platform.variant,
    TARGETSTAGE: stage
  };
  return new Map(Object.entries(defaults).map(([name, value]) => [name, given.get(name) ?? value]));
}
function settleEpoch(parsed, globals, given) {
  const value = given.get(EPOCH) ?? globals.get(EPOCH) ?? "";
  const seconds = parseInteger(value);
  const stages = parsed.stages.map((stage) => stage.from.name);
  if (value !== "" && value !== "context" && seconds === null && !stages.includes(value.toLowerCase())) {
    throw new DockerfileError(`invalid ${EPOCH}: ${value}`, 1);
  }
  for (const args of [given, globals]) {
    if (!args.has(EPOCH)) continue;
    if (seconds === null) args.delete(EPOCH);
    else args.set(EPOCH, String(seconds));
  }
}

// src/dockerfile/pulled-images.ts
function listPulledImages(nodes, syntax) {
  const pulled = [];
  if (syntax !== null) {
    const { reference, location } = syntax;
    pulled.push({ reference, written: reference, via: "syntax", stage: null, location });
  }
  for (const node of nodes) {
    if (node.stage === null) continue;
    const base = node.parent === null ? outerBase(node) : null;
    if (base !== null) pulled.push(base);
    for (const { step, sources } of node.steps) {
      for (const source of sources) {
        if (source.stage !== null || source.base === SCRATCH) continue;
        const { written, base: reference } = source;
        const via = step.command.kind === "run" ? "mount" : "copy";
        pulled.push({ reference, written, via, stage: node.position, location: step.instruction.location });
      }
    }
  }
  return pulled;
}
function outerBase(root) {
  if (root.base === SCRATCH) return null;
  return { reference: root.base, written: root.written, via: "from", stage: root.position, location: root.location };
}

// src/dockerfile/reachable.ts
function resolveReachable(graph, target, baseOf, budget) {
  const triggers = /* @__PURE__ */ new Map();
  const size = graph.nodes.length;
  const reached = /* @__PURE__ */ new Set([target]);
  for (const node of reached) {
    if (node.stage !== null) runTriggers(graph, node, leftBehind(node, baseOf), triggers, budget);
    if (node.parent !== null) reached.add(node.parent);
    for (const source of node.sources) reached.add(source);
  }
  graph.validateReferences(size);
  return [...reached].sort((a, b) => a.position - b.position);
}
function leftBehind(node, baseOf) {
  if (node.parent === null) return baseOf(node).onBuild;
  return node.parent.steps.flatMap(
    ({ step: { command, instruction } }) => command.kind === "onbuild" ? [{ value: command.trigger, known: true, from: instruction.location }] : []
  );
}
function runTriggers(graph, node, texts, cache, budget) {
  const line = node.location.startLine;
  const steps = texts.map(({ value, from }) => {
    atLine(line, () => budget.spendTrigger());
    const location = from ?? node.location;
    const key = `${location.file}:${location.startLine}:${value}`;
    const step = cache.get(key) ?? parse(value, location, line);
    cache.set(key, step);
    return graph.bind(node, step, line, true);
  });
  if (steps.length > 0) node.steps = [...steps, ...node.steps];
}
function parse(text, location, line) {
  try {
    return readTrigger(text, location);
  } catch (error) {
    if (error instanceof DockerfileError)
      throw new DockerfileError(`in an ONBUILD of the base: ${error.message}`, line);
    throw error;
  }
}

// src/dockerfile/ports.ts
function parseExposedPort(text) {
  const parts = text.split(":");
  const [port, protocolText] = cut(parts.at(-1) ?? "", "/");
  const hostPort = parts.at(-2) ?? "";
  const address = parts.slice(0, -2).join(":");
  if (port === "") throw new Rejection(`invalid port: "${text}": no port specified`);
  const protocol = parseProtocol(protocolText ?? "", text);
  if (address !== "" && !isAddress(bareAddress(address))) throw new Rejection(`invalid IP address: ${address}`);
  const range = parseRange(port, "containerPort");
  if (hostPort !== "") {
    const host = parseRange(hostPort, "hostPort");
    if (host.end - host.start !== range.end - range.start && range.end !== range.start) {
      throw new Rejection(`invalid ranges specified for container and host Ports: ${port} and ${hostPort}`);
    }
  }
  return { ...range, protocol };
}
function parseProtocol(text, whole) {
  const word = text.toLowerCase();
  if (word === "") return "tcp";
  if (word === "tcp" || word === "udp" || word === "sctp") return word;
  throw new Rejection(`invalid port: "${whole}": invalid proto: ${text}`);
}
function bareAddress(address) {
  return address.startsWith("[") && address.endsWith("]") ? address.slice(1, -1) : address;
}
function isAddress(text) {
  if (text.includes(":")) return /^[0-9a-fA-F:.]+$/.test(text) && URL.canParse(`http://[${text}]/`);
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255);
}
function parseRange(text, what) {
  const [first, last] = cut(text, "-");
  const start = parseNumber(first);
  const end = last === null || last === first ? start : parseNumber(last);
  if (start === null || end === null || end < start) throw new Rejection(`invalid ${what}: ${text}`);
  return { start, end };
}
function parseNumber(text) {
  const value = parseInteger(text);
  return value === null || value < 0 || value > 65535 ? null : value;
}

// src/dockerfile/step-context.ts
function addTo(state, addition) {
  state.additions = { last: addition, before: state.additions };
}
function expand(text, context, options) {
  return expandWord(text, context.scope, { escapeToken: context.escapeToken, ...options });
}

// src/dockerfile/apply-settings.ts
function applyWorkdir(path, from, context) {
  const { state } = context;
  const { text, known: known2 } = expand(path, context);
  const value = resolveWorkdir(state.workingDir.value ?? "", text, state.platformOs);
  const absolute = resolveWorkdir("/a", text, state.platformOs) === resolveWorkdir("/b", text, state.platformOs);
  state.workingDir = { value, known: known2 && (absolute || state.workingDir.known), from };
}
function applyExpose(command, from, context) {
  const additions = command.ports.flatMap((text) => {
    const { words, known: known2 } = expand(text, context, { split: true });
    return words.map((word) => ({ kind: "expose", range: parseExposedPort(word), known: known2, from }));
  });
  for (const addition of additions) addTo(context.state, addition);
}
function applyVolume(command, from, context) {
  const paths = command.paths.map((path) => expand(path, context));
  if (paths.some(({ text }) => text === "")) throw new Rejection("VOLUME specified can not be an empty string");
  for (const { text, known: known2 } of paths) addTo(context.state, { kind: "volume", path: text, known: known2, from });
}
function forget(command, from, state) {
  const nothing = { value: null, known: false, from };
  if (command.kind === "user") state.user = nothing;
  else if (command.kind === "workdir") state.workingDir = nothing;
  else if (command.kind === "stopsignal") state.stopSignal = nothing;
}

// src/dockerfile/apply-command-line.ts
function applyEntrypoint(command, from, state) {
  const empty = command.json && command.words.length === 0;
  state.entrypoint = { value: empty ? null : withShell(command, state), known: true, from };
  if (state.cmdInStage) return;
  const lost = state.cmd.value !== null || !state.cmd.known;
  state.cmd = { value: null, known: true, from: lost ? from : state.cmd.from };
}
function withShell(command, state) {
  if (command.json) return command.words;
  const shell = state.shell.value ?? [];
  const fallback = state.os === "windows" ? ["cmd", "/S", "/C"] : ["/bin/sh", "-c"];
  return [...shell.length > 0 ? shell : fallback, command.words.join(" ")];
}

// src/dockerfile/apply-variables.ts
var NOT_VARIABLES = ["BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE"];
function applyEnv(command, from, context) {
  const { state } = context;
  const pairs = command.pairs.map((pair) => ({ name: expand(pair.name, context), value: expand(pair.value, context) }));
  for (const { name, value } of pairs) {
    const known2 = name.known && value.known;
    addTo(state, { kind: "env", name: name.text, value: value.text, known: known2, from });
    state.variables.setEnv(name.text, { value: value.text, known: known2 });
    if (name.text === "PATH") state.hasPath = true;
    context.onAssign("env", name.text, value.known ? value.text : null);
  }
}
function applyLabel(command, from, context) {
  const additions = command.pairs.map((pair) => {
    const [name, value] = [expand(pair.name, context), expand(pair.value, context)];
    return { kind: "label", name: name.text, value: value.text, known: name.known && value.known, from };
  });
  for (const addition of additions) addTo(context.state, addition);
}
function applyArg(command, context) {
  const { state, args, node } = context;
  for (const { name, value } of command.args) {
    const given = args.given.get(name) ?? (value === null ? args.globals.get(name) : void 0);
    const expansion = given === void 0 && value !== null ? expand(value, context) : null;
    const text = given ?? expansion?.text;
    const known2 = expansion?.known ?? true;
    context.onAssign("arg", name, value === null || !known2 ? null : text ?? null);
    if (text === void 0 || NOT_VARIABLES.includes(name)) continue;
    state.variables.setArg(name, { value: text, known: known2 }, node.position);
  }
}

// src/dockerfile/copy-rules.ts
var CHECKSUM = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
function validateCopy(parts) {
  if (parts.chown !== "" && parts.link && parts.chown.split(/:(.*)/s, 2).some(isOwnerName)) {
    throw new Rejection(`--chown=${parts.chown}: names can't be resolved when used with --link, use numeric uid[:gid]`);
  }
  if (parts.chmod !== "") validateMode(parts.chmod);
  if (parts.checksum !== "") validateChecksumUse(parts.sources);
  for (const source of parts.sources) validateSource(source, parts);
}
function isOwnerName(part) {
  if (part === "" || part === "root") return false;
  const id = parseInteger(part);
  return id === null || Math.abs(id) >= 2 ** 31;
}
function validateChecksumUse(sources) {
  const [source = "", ...more] = sources;
  if (sources.length !== 1 || more.length > 0) throw new Rejection("checksum can't be specified for multiple sources");
  if (!isHttpSource(source) && !isGitSource(source)) throw new Rejection("checksum requires HTTP(S) or Git sources");
}
function validateSource(source, parts) {
  if (isGitSource(source)) {
    if (!parts.add) throw new Rejection("source can't be a git ref for COPY");
  } else if (isHttpSource(source)) {
    if (!parts.add) throw new Rejection("source can't be a URL for COPY");
    if (parts.checksum !== "" && !CHECKSUM.test(parts.checksum)) {
      throw new Rejection(`invalid checksum: ${parts.checksum}`);
    }
  }
}
function validateMode(mode) {
  if (/^[0-7]+$/.test(mode) ? Number.parseInt(mode, 8) > 4095 : !isSymbolicMode(mode)) {
    throw new Rejection(`invalid chmod parameter: '${mode}'. it should be octal string and between 0 and 07777`);
  }
}
function isSymbolicMode(mode) {
  return mode.split(",").every((clause) => /^[augo]*(?:[-+=][rstwXxugo]*)+$/.test(clause));
}

// src/dockerfile/check-build-step.ts
function checkRun(command, bound, context) {
  const { workingDir } = context.state;
  command.mounts.forEach((mount, index) => {
    validateMount(mount, (text) => expand(text, context).text, workingDir.value ?? "/");
    if (command.froms[index] !== "") refuseLater(bound.sources[index], context.node);
  });
}
function checkCopy(command, bound, context) {
  const text = (word) => expand(word, context).text;
  const parts = {
    add: command.add,
    sources: command.sources.map(text),
    chown: text(command.chown),
    chmod: text(command.chmod),
    checksum: text(command.checksum),
    link: command.link
  };
  text(command.destination);
  for (const content of command.contents) {
    expandWord(content, context.scope, { escapeToken: "\\", plainQuotes: true });
  }
  refuseLater(bound.sources[0], context.node);
  validateCopy(parts);
}
function refuseLater(source, node) {
  if (source?.stage == null || source.position <= node.position) return;
  throw new Rejection(
    `the stage "${source.stage.from.name ?? source.position}" comes after the one that copies from it`
  );
}

// src/dockerfile/stop-signal.ts
var NAMES = new Set(
  "ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX".split(" ")
);
function validateSignal(text) {
  const number = parseInteger(text);
  const name = text.toUpperCase().replace(/^SIG/, "");
  const realTime = /^RT(?:MIN\+([1-9]|1[0-5])|MAX-([1-9]|1[0-4]))$/.test(name);
  if (number === 0 || number === null && !NAMES.has(name) && !realTime)
    throw new Rejection(`invalid signal: ${text}`);
}

// src/dockerfile/apply-step.ts
function applyStep(bound, context) {
  const { command, instruction } = bound.step;
  const from = instruction.location;
  const { state } = context;
  switch (command.kind) {
    case "env":
      applyEnv(command, from, context);
      break;
    case "label":
      applyLabel(command, from, context);
      break;
    case "arg":
      applyArg(command, context);
      break;
    case "run":
      checkRun(command, bound, context);
      break;
    case "copy":
      checkCopy(command, bound, context);
      break;
    case "cmd":
      state.cmd = { value: withShell(command, state), known: true, from };
      state.cmdInStage = true;
      break;
    case "entrypoint":
      applyEntrypoint(command, from, state);
      break;
    case "healthcheck":
      state.healthcheck = { value: command.health, known: true, from };
      break;
    case "shell":
      state.shell = { value: command.words, known: true, from };
      break;
    case "user": {
      const { text, known: known2 } = expand(command.value, context);
      state.user = { value: text, known: known2, from };
      break;
    }
    case "workdir":
      applyWorkdir(command.value, from, context);
      break;
    case "stopsignal": {
      const { text, known: known2 } = expand(command.value, context);
      validateSignal(text);
      state.stopSignal = { value: text, known: known2, from };
      break;
    }
    case "expose":
      applyExpose(command, from, context);
      break;
    case "volume":
      applyVolume(command, from, context);
      break;
    case "onbuild":
    case "maintainer":
      break;
  }
}

// src/dockerfile/persistent-array.ts
var BITS = 5;
var WIDTH = 2 ** BITS;
var PersistentArray = class {
  #root;
  #depth;
  #owner = {};
  constructor(parent) {
    this.#root = parent === void 0 ? { owner: this.#owner, slots: [] } : parent.#root;
    this.#depth = parent === void 0 ? 1 : parent.#depth;
  }
  get(index) {
    if (index >= WIDTH ** this.#depth) return void 0;
    let node = this.#root;
    for (let level = this.#depth - 1; level > 0 && node !== void 0; level--) {
      node = node.slots[digit(index, level)];
    }
    return node?.slots[digit(index, 0)];
  }
  set(index, value) {
    for (; index >= WIDTH ** this.#depth; this.#depth++) this.#root = { owner: this.#owner, slots: [this.#root] };
    this.#root = this.#own(this.#root);
    let node = this.#root;
    for (let level = this.#depth - 1; level > 0; level--) {
      const at = digit(index, level);
      const next = this.#own(node.slots[at]);
      node.slots[at] = next;
      node = next;
    }
    node.slots[digit(index, 0)] = value;
  }
  #own(node) {
    return node?.owner === this.#owner ? node : { owner: this.#owner, slots: [...node?.slots ?? []] };
  }
};
function digit(index, level) {
  return Math.floor(index / WIDTH ** level) % WIDTH;
}

// src/dockerfile/variables.ts
var UNBOUND = { env: null, arg: null };
var NameTable = class {
  #numbers = /* @__PURE__ */ new Map();
  numberOf(name) {
    const known2 = this.#numbers.get(name);
    if (known2 !== void 0) return known2;
    this.#numbers.set(name, this.#numbers.size);
    return this.#numbers.size - 1;
  }
  find(name) {
    return this.#numbers.get(name) ?? null;
  }
};
var Variables = class _Variables {
  #names;
  #bindings;
  constructor(names, bindings) {
    this.#names = names;
    this.#bindings = bindings;
  }
  static none(names) {
    return new _Variables(names, new PersistentArray());
  }
  /** Those that a child stage starts with. The parent's must not be changed any more. */
  inherit() {
    return new _Variables(this.#names, new PersistentArray(this.#bindings));
  }
  /**
   * In a later stage an inherited ENV wins over an inherited ARG, whatever their order was; so would the ENV of an
   * unresolved base (`complete: false`), which makes such an ARG uncertain.
   */
  lookup(name, stage, complete) {
    const number = this.#names.find(name);
    const binding = number === null ? void 0 : this.#bindings.get(number);
    if (binding === void 0) return null;
    const { env, arg } = binding;
    if (arg === null || arg.stage !== stage && env !== null) return env;
    return arg.stage === stage || complete ? arg : { value: arg.value, known: false };
  }
  setEnv(name, env) {
    this.#bindings.set(this.#names.numberOf(name), { env, arg: null });
  }
  setArg(name, arg, stage) {
    const number = this.#names.numberOf(name);
    const { env } = this.#bindings.get(number) ?? UNBOUND;
    this.#bindings.set(number, { env, arg: { ...arg, stage } });
  }
};

// src/dockerfile/run-stages.ts
var DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
function runStages(nodes, options) {
  const names = new NameTable();
  const states = /* @__PURE__ */ new Map();
  const assignments = [];
  for (const node of nodes) {
    if (node.stage === null) continue;
    const parent = node.parent === null ? void 0 : states.get(node.parent);
    const state = atLine(
      node.location.startLine,
      () => parent === void 0 ? startFromImage(node, names, options) : startFromStage(parent)
    );
    states.set(node, state);
    for (const bound of node.steps) {
      runStep(bound, node, state, options, (kind, name, value) => {
        const { location } = bound.step.instruction;
        if (!bound.triggered) assignments.push({ kind, name, value, stage: node.position, location });
      });
    }
  }
  return { states, assignments };
}
function startFromStage(parent) {
  return withPath({ ...parent, variables: parent.variables.inherit(), cmdInStage: false }, true);
}
function startFromImage(node, names, options) {
  const base = options.baseOf(node);
  const { config } = base;
  const platformOs = options.platformOs(node);
  const line = node.location;
  const placed = (setting) => setting.value === null || node.base === "scratch" ? setting : { ...setting, from: setting.from ?? line };
  const variables = Variables.none(names);
  let hasPath = false;
  for (const { value, known: known2 } of config.env.entries) {
    const equals = value.indexOf("=");
    const name = equals < 0 ? value : value.slice(0, equals);
    variables.setEnv(name, { value: equals < 0 ? "" : value.slice(equals + 1), known: known2 });
    hasPath ||= name === "PATH";
  }
  const workingDir = placed(config.workingDir);
  const state = {
    user: placed(config.user),
    healthcheck: placed(config.healthcheck),
    entrypoint: placed(config.entrypoint),
    cmd: placed(config.cmd),
    workingDir: workingDir.value === null ? workingDir : { ...workingDir, value: resolveWorkdir(workingDir.value, workingDir.value, platformOs) },
    stopSignal: placed(config.stopSignal),
    shell: placed(config.shell),
    additions: { last: { kind: "base", base, line, known: true, from: null }, before: null },
    variables,
    complete: config.env.complete,
    hasPath,
    cmdInStage: false,
    os: base.os,
    platformOs
  };
  return withPath(state, config.env.complete);
}
function withPath(state, known2) {
  if (state.hasPath || state.platformOs === "windows") return state;
  addTo(state, { kind: "env", name: "PATH", value: DEFAULT_PATH, known: known2, from: null });
  state.variables.setEnv("PATH", { value: DEFAULT_PATH, known: known2 });
  state.hasPath = true;
  return state;
}
function runStep(bound, node, state, options, onAssign) {
  let certain = true;
  const scope = {
    lookup: (name) => {
      const variable = state.variables.lookup(name, node.position, state.complete);
      certain &&= variable?.known ?? state.complete;
      return variable;
    },
    complete: state.complete,
    spend: (characters) => options.budget.spendCharacters(characters)
  };
  const { escapeToken, args } = options;
  atLine(bound.line, () => {
    try {
      applyStep(bound, { node, state, scope, escapeToken, args, onAssign });
    } catch (error) {
      const excused = options.assumeBuilds && !certain && error instanceof Rejection && !(error instanceof Overload);
      if (!excused) throw error;
      forget(bound.step.command, bound.step.instruction.location, state);
    }
  });
}

// src/dockerfile/evaluate.ts
function evaluateDockerfile(parsed, options) {
  return evaluate(parsed, options).evidence;
}
function evaluateAsBase(parsed, options) {
  return evaluate(parsed, options).base;
}
function evaluate(parsed, options) {
  const budget = new Budget();
  const platform = atLine(1, () => parsePlatform(options.platform));
  const args = evaluateGlobalArgs(parsed, { given: options.buildArgs, platform, target: options.target, budget });
  const assumeBuilds = options.assumeBuilds ?? false;
  const graph = new StageGraph(parsed, { scope: globalScope(args.globals, budget), assumeBuilds });
  const target = graph.target(options.target);
  const platformOf = (node) => rootOf(node).platform ?? platform;
  const baseOf = memoize((node) => lookUpBase(node, platform, platformOf(node), options));
  const nodes = resolveReachable(graph, target, baseOf, budget);
  const platformOs = (node) => (node.base === SCRATCH ? platform : platformOf(node)).os;
  const run = runStages(nodes, { escapeToken: parsed.escapeToken, args, baseOf, platformOs, assumeBuilds, budget });
  const state = run.states.get(target);
  if (state === void 0) throw new DockerfileError("the target stage was not built", target.location.startLine);
  const pulled = listPulledImages(nodes, parsed.syntax);
  const config = toEffectiveConfig(state);
  const evidence = {
    file: parsed.file,
    stages: graph.nodes.flatMap((node) => describeStage(node) ?? []),
    target: target.position,
    reachable: nodes.flatMap((node) => node.stage === null ? [] : node.position),
    pulledImages: pulled,
    base: outerBase(rootOf(target)),
    assignments: [...globalAssignments(parsed, args), ...run.assignments],
    config
  };
  return { evidence, base: { os: state.os, config, onBuild: leftBehind2(target) } };
}
function rootOf(node) {
  let root = node;
  while (root.parent !== null) root = root.parent;
  return root;
}
function lookUpBase(node, target, platform, options) {
  if (node.base === SCRATCH) return scratchBase(target.os);
  const known2 = node.base === null ? null : options.baseConfig(node.base, formatPlatform(platform));
  return known2 ?? unresolvedBase(platform.os);
}
function memoize(work) {
  const known2 = /* @__PURE__ */ new Map();
  return (key) => {
    const value = known2.get(key) ?? work(key);
    known2.set(key, value);
    return value;
  };
}
function describeStage(node) {
  if (node.stage === null) return null;
  return {
    index: node.position,
    name: node.stage.from.name,
    from: node.written,
    base: node.base,
    parent: node.parent?.position ?? null,
    platform: node.platform === null ? null : formatPlatform(node.platform),
    instructions: node.stage.steps.map((step) => step.instruction),
    location: node.location
  };
}
function globalAssignments(parsed, args) {
  return parsed.globalArgs.flatMap(({ command, instruction }) => {
    if (command.kind !== "arg") return [];
    return command.args.map(({ name, value }) => {
      const held = value === null ? null : args.globals.get(name) ?? null;
      return { kind: "arg", name, value: held, stage: null, location: instruction.location };
    });
  });
}
function leftBehind2(target) {
  return target.steps.flatMap(
    ({ step: { command, instruction } }) => command.kind === "onbuild" ? [{ value: command.trigger, known: true, from: instruction.location }] : []
  );
}

export {
  baseFromImageConfig,
  parseNode,
  withoutContinuation,
  readDockerfile,
  evaluateDockerfile,
  evaluateAsBase
};
