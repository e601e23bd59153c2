import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  parseImageReference
} from "./chunk-Q3RRR3VC.js";
import {
  VerifyError
} from "./chunk-3OE5NGK7.js";

// src/image/damaged.ts
var ADVICE = "Build or export the image again; if it still fails, the tool that wrote it broke the image format.";
function damaged(what) {
  return new VerifyError("image-damaged", `${what}.`, ADVICE);
}
function tooLarge(what) {
  return new VerifyError(
    "image-too-large",
    `${what}.`,
    "No real image reaches this limit: look at what the build copies in, or where the image comes from."
  );
}
var SHOWN = 120;
function shown(text) {
  const cut2 = text.length > SHOWN ? `${text.slice(0, SHOWN)}\u2026` : text;
  return JSON.stringify(cut2).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}

// src/image/limits.ts
var KIB = 1024;
var MIB = 1024 * KIB;
var GIB = 1024 * MIB;
var IMAGE_LIMITS = {
  /** One JSON document: index, manifest or config. containerd and registries stop at 4 MiB too. */
  document: 4 * MIB,
  /** All small files of one archive that are kept in memory until its manifest is known. */
  documents: 64 * MIB,
  /** All layers together, uncompressed. */
  uncompressed: 64 * GIB,
  /** Number of files, folders and links in all layers together. */
  entries: 1e6,
  /** Their names and link targets together. */
  names: 256 * MIB,
  /** One name; the kernel's PATH_MAX. */
  name: 4 * KIB,
  /** One text file that a rule asks for. */
  text: MIB,
  /** The beginning of a file that a rule wants to look at. */
  head: 64 * KIB,
  /** All such beginnings together. */
  heads: 16 * MIB,
  /** All that is kept of the files of one image while it is read: texts and beginnings. */
  contents: 48 * MIB,
  /** Number of layers; engines stop at 127. */
  layers: 512,
  /** Number of manifests in an index and all indexes below it. */
  manifests: 1e3,
  /** Indexes inside indexes. */
  indexDepth: 4,
  /** Segments of paths followed for all files together. */
  steps: 2e8,
  /** Symbolic links followed for one path; the kernel's own limit. */
  links: 40
};

// src/dockerfile/dockerfile-error.ts
var DockerfileError = class extends Error {
  name = "DockerfileError";
  line;
  constructor(message, line) {
    super(message);
    this.line = line;
  }
};
var Rejection = class extends Error {
  name = "Rejection";
};
var Overload = class extends Rejection {
};
function atLine(line, work) {
  try {
    return work();
  } catch (error) {
    throw error instanceof Rejection ? new DockerfileError(error.message, line) : error;
  }
}

// src/dockerfile/paths.ts
function joinPath(...parts) {
  const filled = parts.filter((part) => part !== "");
  return filled.length === 0 ? "" : cleanPath(filled.join("/"));
}
function cleanPath(path) {
  const rooted = path.startsWith("/");
  const out = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") out.push(part);
    else if (out.length > 0 && out.at(-1) !== "..") out.pop();
    else if (!rooted) out.push(part);
  }
  const body = out.join("/");
  if (rooted) return `/${body}`;
  return body === "" ? "." : body;
}
function resolveWorkdir(current, next, os) {
  if (os === "windows") return resolveWindows(current, next);
  const parent = current.startsWith("/") ? current : joinPath("/", current);
  if (next === "") return parent;
  return next.startsWith("/") ? next : joinPath(parent, next);
}
function resolveWindows(current, next) {
  const withoutDrive = dropDrive(current === "" ? "/" : current);
  const parent = withoutDrive.startsWith("/") ? withoutDrive : joinPath("/", withoutDrive);
  const wanted = dropDrive(next === "" ? parent : next);
  return (wanted.startsWith("/") ? wanted : joinPath(parent, wanted)).replaceAll("/", "\\");
}
function dropDrive(path) {
  const slashed = path.replaceAll("\\", "/");
  if (slashed.length === 2 && slashed[1] === ":") throw new Rejection(`no relative path specified in "${path}"`);
  if (slashed.startsWith("//")) throw new Rejection("UNC paths are not supported");
  const colon = slashed.indexOf(":");
  if (colon < 0) return cleanPath(slashed);
  if (slashed.slice(0, colon).toLowerCase() !== "c") {
    throw new Rejection("the path is not on the system drive (C:)");
  }
  return cleanPath(slashed.slice(colon + 1));
}

// src/dockerfile/blanks.ts
var SPACES = "\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
var SPACE = new RegExp(`[${SPACES}]`);
var BLANK_RUN = /[\t\v\f\r ]+/;
function isSpace(char) {
  return char <= " " ? char === " " || char >= "	" && char <= "\r" : char > "\x84" && SPACE.test(char);
}
function trimStart(text) {
  let start = 0;
  while (start < text.length && isSpace(text.charAt(start))) start++;
  return text.slice(start);
}
function trim(text) {
  let end = text.length;
  while (end > 0 && isSpace(text.charAt(end - 1))) end--;
  return trimStart(text.slice(0, end));
}
function trimLineEnd(line) {
  let end = line.length;
  while (end > 0 && (line[end - 1] === "\n" || line[end - 1] === "\r")) end--;
  return line.slice(0, end);
}
function splitBlanks(text) {
  return text.split(BLANK_RUN);
}
function cutBlank(text) {
  const run = BLANK_RUN.exec(text);
  return run === null ? null : [text.slice(0, run.index), text.slice(run.index + run[0].length)];
}
function cut(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + separator.length)];
}

// src/dockerfile/char-cursor.ts
var PLAIN = /[^$'"<\\`}/]+/y;
var SPECIAL_PARAMETER = /[@*#?\-$!0]/;
var LETTER = /[\p{L}\p{Nd}_]/u;
var DIGIT = new RegExp("\\p{Nd}", "u");
var CharCursor = class {
  #source;
  #at;
  constructor(source) {
    this.#source = source;
    this.#at = source.startsWith("\uFEFF") ? 1 : 0;
  }
  get atEnd() {
    return this.#at >= this.#source.length;
  }
  /** The next character, or '' at the end. */
  peek() {
    const code = this.#source.codePointAt(this.#at);
    return code === void 0 ? "" : String.fromCodePoint(code);
  }
  /** Takes the next character. */
  next() {
    const char = this.peek();
    this.#at += char.length;
    return char;
  }
  /** Takes all up to and with `end`, and returns it without `end`; null, and nothing taken, when there is none. */
  takeThrough(end) {
    const found = this.#source.indexOf(end, this.#at);
    if (found < 0) return null;
    const text = this.#source.slice(this.#at, found);
    this.#at = found + end.length;
    return text;
  }
  /** Takes all up to the next character that can mean something to the lexer; '' when it stands at one. */
  takePlain() {
    PLAIN.lastIndex = this.#at;
    const run = PLAIN.exec(this.#source)?.[0] ?? "";
    this.#at += run.length;
    return run;
  }
  takeWhile(accept) {
    const start = this.#at;
    while (!this.atEnd && accept(this.peek())) this.next();
    return this.#source.slice(start, this.#at);
  }
  /** Takes a variable's name: digits, one special parameter, or letters, digits and underscores; '' when there is none. */
  takeName() {
    const first = this.peek();
    if (DIGIT.test(first)) return this.takeWhile((char) => DIGIT.test(char));
    if (SPECIAL_PARAMETER.test(first)) return this.next();
    return this.takeWhile((char) => LETTER.test(char));
  }
};

// src/dockerfile/pattern.ts
var MAX_STATES = 2 ** 26;
function trimPrefix(value, pattern, greedy) {
  const chars = Array.from(value);
  return chars.slice(prefixLength(chars, parsePattern(Array.from(pattern)), greedy)).join("");
}
function trimSuffix(value, pattern, greedy) {
  const chars = Array.from(value).reverse();
  const length = prefixLength(chars, parsePattern(reversePattern(Array.from(pattern))), greedy);
  return chars.slice(length).reverse().join("");
}
function replaceFirst(value, pattern, replacement) {
  const chars = Array.from(value);
  const match = new Matcher(chars, parsePattern(Array.from(pattern)), true).find(0);
  if (match === null) return value;
  return chars.slice(0, match.start).join("") + replacement + chars.slice(match.end).join("");
}
function replaceAll(value, pattern, replacement) {
  const chars = Array.from(value);
  const matcher = new Matcher(chars, parsePattern(Array.from(pattern)), true);
  const out = [];
  let copied = 0;
  for (let at = 0; at <= chars.length; ) {
    const match = matcher.find(at);
    if (match === null) break;
    out.push(chars.slice(copied, match.start).join(""));
    if (match.end > copied || match.start === 0) {
      out.push(expandTemplate(replacement, chars.slice(match.start, match.end).join("")));
    }
    copied = match.end;
    at = Math.max(match.end, at + 1);
  }
  out.push(chars.slice(copied).join(""));
  return out.join("");
}
function expandTemplate(template, whole) {
  return template.replace(
    /\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu,
    (all, bare, braced) => {
      if (all === "$$") return "$";
      return /^0+$/.test(bare ?? braced ?? "") ? whole : "";
    }
  );
}
function prefixLength(chars, pattern, greedy) {
  return new Matcher(chars, pattern, greedy).matchAt(0) ?? 0;
}
function parsePattern(chars) {
  const tokens = [];
  for (let at = chars[0] === "\uFEFF" ? 1 : 0; at < chars.length; at++) {
    const char = chars[at] ?? "";
    if (char === "*") tokens.push({ kind: "run" });
    else if (char === "?") tokens.push({ kind: "any" });
    else if (char !== "\\") tokens.push({ kind: "literal", char });
    else if (chars[at + 1] !== "}" && chars[at + 1] !== "/") {
      at += 1;
      const escaped = chars[at] ?? "";
      if (!["*", "?", "\\"].includes(escaped)) throw new Rejection(`invalid escape '\\${escaped}' in a pattern`);
      tokens.push({ kind: "literal", char: escaped });
    }
  }
  return tokens;
}
function reversePattern(chars) {
  const out = [];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? "";
    if (char === "\\" && at + 1 < chars.length) {
      at += 1;
      out.push(chars[at] ?? "", char);
    } else out.push(char);
  }
  return out.reverse();
}
var Matcher = class {
  #chars;
  #pattern;
  #greedy;
  #tried;
  constructor(chars, pattern, greedy) {
    const states = (chars.length + 1) * (pattern.length + 1);
    if (states > MAX_STATES) throw new Rejection("a pattern and its value are too long to be matched");
    this.#chars = chars;
    this.#pattern = pattern;
    this.#greedy = greedy;
    this.#tried = new Uint8Array(states);
  }
  /** The first match that starts at `from` or later. Calls must go forward. */
  find(from) {
    this.#forget(from);
    for (let start = from; start <= this.#chars.length; start++) {
      const end = this.matchAt(start);
      if (end !== null) return { start, end };
    }
    return null;
  }
  /** The end of the match that starts exactly here, or null. */
  matchAt(start) {
    const width = this.#pattern.length + 1;
    const open = [start * width];
    for (let state = open.pop(); state !== void 0; state = open.pop()) {
      if (this.#tried[state] === 1) continue;
      this.#tried[state] = 1;
      const text = Math.floor(state / width);
      const token = this.#pattern[state - text * width];
      if (token === void 0) return text;
      const char = this.#chars[text];
      const free = char !== void 0 && char !== "\n";
      if (token.kind === "run") {
        const [skip, take] = [state + 1, state + width];
        if (!free) open.push(skip);
        else open.push(...this.#greedy ? [skip, take] : [take, skip]);
      } else if (token.kind === "any" ? free : char === token.char) open.push(state + width + 1);
    }
    return null;
  }
  /** What the previous match passed through at its end was no failure. */
  #forget(place) {
    const width = this.#pattern.length + 1;
    this.#tried.fill(0, place * width, (place + 1) * width);
  }
};

// src/dockerfile/substitution.ts
function substitute(name, value, operator, colon, operand, pattern = "") {
  const missing = value === null || colon && value === "";
  const held = value ?? "";
  switch (operator) {
    case "-":
      return { text: missing ? operand : held, operandUsed: missing, needsValue: false };
    case "+":
      return { text: missing ? "" : operand, operandUsed: !missing, needsValue: false };
    case "?":
      if (missing)
        throw new Rejection(`${name}: ${operand || `is not allowed to be ${value === null ? "unset" : "empty"}`}`);
      return { text: held, operandUsed: false, needsValue: false };
    case "#":
    case "%": {
      const greedy = operand.startsWith(operator);
      const cut2 = operator === "#" ? trimPrefix : trimSuffix;
      return { text: cut2(held, greedy ? operand.slice(1) : operand, greedy), operandUsed: true, needsValue: true };
    }
    case "/":
      return { text: replaceFirst(held, pattern, operand), operandUsed: true, needsValue: true };
    case "//":
      return { text: replaceAll(held, pattern, operand), operandUsed: true, needsValue: true };
  }
}

// src/dockerfile/word-collector.ts
var WordCollector = class {
  words = [];
  #text = "";
  /** Text in which white space divides. */
  addSplit(text) {
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      if (!isSpace(text.charAt(at))) continue;
      this.#text += text.slice(start, at);
      this.finish();
      start = at + 1;
    }
    this.#text += text.slice(start);
  }
  addRaw(text) {
    this.#text += text;
  }
  /**
   * Forgets the word so far. BuildKit collects all words of a source in one buffer and empties it for the operand of a
   * substitution, so that `EXPOSE 80${x:-80}` exposes 80; and so must we.
   */
  drop() {
    this.#text = "";
  }
  finish() {
    if (this.#text !== "") this.words.push(this.#text);
    this.#text = "";
  }
};

// src/dockerfile/word-frame.ts
function add(frame, text, joining) {
  frame.text += text;
  if (joining === "raw") frame.words?.addRaw(text);
  else frame.words?.addSplit(text);
}
function addTraits(frame, traits, joining) {
  add(frame, traits.text, joining);
  frame.known &&= traits.known;
  frame.unset ??= traits.unset;
}

// src/dockerfile/shell-word.ts
function expandWord(source, scope, options) {
  if (options.split !== true && !/[$'"<\uFEFF\\`]/.test(source)) {
    return { text: source, words: [], known: true, unset: null };
  }
  return new Lexer(source, scope, options).run();
}
var Lexer = class {
  #cursor;
  #scope;
  #options;
  #rawQuotes;
  #stack = [];
  constructor(source, scope, options) {
    this.#cursor = new CharCursor(source);
    this.#scope = scope;
    this.#options = options;
    this.#rawQuotes = options.raw !== void 0;
  }
  run() {
    let result = { text: "", known: true, unset: null };
    const words = this.#options.split === true ? new WordCollector() : null;
    const rawEscapes = this.#options.raw === "quotes-and-escapes";
    this.#pushText({ stop: "", rawEscapes, pattern: false, words }, (traits) => {
      result = traits;
    });
    for (let frame = this.#stack.at(-1); frame !== void 0; frame = this.#stack.at(-1)) {
      if (frame.kind === "text") this.#readText(frame);
      else this.#readDouble(frame);
    }
    return { text: result.text, words: words?.words ?? [], known: result.known, unset: result.unset };
  }
  #pushText(place, done) {
    this.#stack.push({ kind: "text", ...place, done, text: "", known: true, unset: null });
  }
  #pushOperand(stop, pattern, rawEscapes, done) {
    this.#stack[0]?.words?.drop();
    this.#pushText({ stop, rawEscapes, pattern, words: null }, done);
  }
  #pop(frame) {
    frame.words?.finish();
    this.#stack.pop();
    frame.done(frame);
  }
  /** Reads until the frame ends or another one has to be read first. */
  #readText(frame) {
    const depth = this.#stack.length;
    while (this.#stack.length === depth) {
      add(frame, this.#cursor.takePlain(), "split");
      if (this.#cursor.atEnd) {
        if (frame.stop !== "") throw new Rejection(`syntax error: missing '${frame.stop}' in a substitution`);
        this.#pop(frame);
        return;
      }
      const char = this.#cursor.next();
      if (char === frame.stop) {
        this.#pop(frame);
        return;
      }
      if (char === "$") this.#dollar(frame);
      else if (char === "<") add(frame, this.#possibleHeredoc(), "raw");
      else if (char === "'" && this.#options.plainQuotes !== true) add(frame, this.#singleQuoted(frame.pattern), "raw");
      else if (char === '"' && this.#options.plainQuotes !== true) this.#openDouble(frame);
      else if (char !== this.#options.escapeToken) add(frame, char, "split");
      else {
        if (frame.rawEscapes) add(frame, char, "raw");
        if (!this.#cursor.atEnd) add(frame, this.#cursor.next(), "raw");
      }
    }
  }
  #openDouble(frame) {
    this.#stack.push({
      kind: "double",
      stop: '"',
      rawEscapes: frame.rawEscapes,
      pattern: frame.pattern,
      words: null,
      done: (traits) => addTraits(frame, traits, "raw"),
      text: this.#rawQuotes ? '"' : "",
      known: true,
      unset: null
    });
  }
  #readDouble(frame) {
    const depth = this.#stack.length;
    while (this.#stack.length === depth) {
      frame.text += this.#cursor.takePlain();
      if (this.#cursor.atEnd) throw new Rejection("a double quote is not closed");
      const char = this.#cursor.next();
      if (char === '"') {
        if (this.#rawQuotes) frame.text += char;
        this.#pop(frame);
        return;
      }
      if (char === "$") this.#dollar(frame);
      else if (char === this.#options.escapeToken) this.#escapeInDouble(frame, char);
      else frame.text += char;
    }
  }
  /** Only the quote, the dollar and the escape itself can be escaped; any other escape character stays. */
  #escapeInDouble(frame, char) {
    if (this.#cursor.atEnd) return;
    const next = this.#cursor.peek();
    if (next === '"' || next === "$" || next === char) {
      if (frame.rawEscapes) frame.text += char;
      frame.text += this.#cursor.next();
    } else {
      if (frame.rawEscapes && (!this.#rawQuotes || frame.pattern)) frame.text += char;
      frame.text += char;
    }
  }
  #singleQuoted(pattern) {
    const inner = this.#cursor.takeThrough("'");
    if (inner === null) throw new Rejection("a single quote is not closed");
    const { escapeToken } = this.#options;
    const text = pattern ? inner.replaceAll(escapeToken, () => escapeToken + escapeToken) : inner;
    return this.#rawQuotes ? `'${text}'` : text;
  }
  /** Blanks between `<<` and its delimiter belong to the word. */
  #possibleHeredoc() {
    if (this.#cursor.peek() !== "<") return "<";
    this.#cursor.next();
    return `<<${this.#cursor.takeWhile((char) => char === " " || char === "	" || char === "\r")}`;
  }
  #dollar(frame) {
    if (this.#cursor.peek() !== "{") {
      const name2 = this.#cursor.takeName();
      const variable = name2 === "" ? null : this.#scope.lookup(name2);
      const unset = name2 !== "" && variable === null;
      this.#put(frame, name2 === "" || unset && this.#options.keepUnset === true ? `$${name2}` : null, name2, variable);
      return;
    }
    this.#cursor.next();
    const first = this.#cursor.peek();
    if (first === "") throw new Rejection("syntax error: missing '}' in a substitution");
    if (first === "{" || first === "}" || first === ":") throw new Rejection("syntax error: bad substitution");
    const name = this.#cursor.takeName();
    const char = this.#cursor.next();
    if (char === "}") {
      const variable = this.#scope.lookup(name);
      this.#put(frame, variable === null && this.#options.keepUnset === true ? `\${${name}}` : null, name, variable);
    } else if (char === "/") this.#openReplacement(frame, name);
    else this.#openOperand(frame, name, char);
  }
  /** Puts a variable into the text, or, when `literal` is not null, that text instead. */
  #put(frame, literal, name, variable) {
    if (literal !== null) {
      add(frame, literal, "split");
      return;
    }
    this.#scope.spend(variable?.value.length ?? 0);
    const known = variable === null ? this.#scope.complete : variable.known;
    addTraits(frame, { text: variable?.value ?? "", known, unset: variable === null ? name : null }, "split");
  }
  #openOperand(frame, name, first) {
    const colon = first === ":";
    const operator = colon ? this.#cursor.next() : first;
    const pattern = operator === "#" || operator === "%";
    const written = colon ? `:${operator}` : operator;
    const tolerated = colon && this.#options.keepUnset === true;
    if (operator === "" || colon && pattern || !("+-?#%".includes(operator) || tolerated)) {
      throw new Rejection(`unsupported modifier (${written}) in substitution`);
    }
    this.#pushOperand("}", pattern, pattern, (operand) => {
      const variable = this.#scope.lookup(name);
      if (variable === null && this.#options.keepUnset === true) {
        add(frame, `\${${name}${written}${operand.text}}`, "split");
        return;
      }
      this.#finish(
        frame,
        name,
        variable,
        operand,
        () => substitute(name, variable?.value ?? null, operator, colon, operand.text)
      );
    });
  }
  #openReplacement(frame, name) {
    const all = this.#cursor.peek() === "/";
    if (all) this.#cursor.next();
    this.#pushOperand("/", true, true, (pattern) => {
      this.#pushOperand("}", false, true, (replacement) => {
        const variable = this.#scope.lookup(name);
        if (variable === null && this.#options.keepUnset === true) {
          add(frame, `\${${name}/${pattern.text}/${replacement.text}}`, "split");
          return;
        }
        const both = {
          text: replacement.text,
          known: pattern.known && replacement.known,
          unset: pattern.unset ?? replacement.unset
        };
        this.#finish(
          frame,
          name,
          variable,
          both,
          () => substitute(name, variable?.value ?? null, all ? "//" : "/", false, replacement.text, pattern.text)
        );
      });
    });
  }
  #finish(frame, name, variable, operand, work) {
    const known = variable === null ? this.#scope.complete : variable.known;
    const { text, operandUsed, needsValue } = work();
    if (!operandUsed || needsValue) this.#scope.spend(text.length);
    const unset = needsValue && variable === null ? name : null;
    const traits = operandUsed ? { text, known: known && operand.known, unset: unset ?? operand.unset } : { text, known, unset };
    addTraits(frame, traits, "split");
  }
};

// src/dockerfile/go-values.ts
function parseBool(text, what) {
  if (["1", "t", "T", "TRUE", "true", "True"].includes(text)) return true;
  if (["0", "f", "F", "FALSE", "false", "False"].includes(text)) return false;
  throw new Rejection(`invalid value for ${what}: ${text}`);
}
function parseInteger(text) {
  if (!/^[+-]?[0-9]+$/.test(text)) return null;
  const value = Number(text);
  return Math.abs(value) < 2 ** 63 ? value : null;
}
function parseUnsigned(text, base) {
  if (!(base === 8 ? /^[0-7]+$/ : /^[0-9]+$/).test(text)) return null;
  const value = Number.parseInt(text, base);
  return value < 2 ** 32 ? value : null;
}
var UNITS = /* @__PURE__ */ new Map([
  ["ns", 1n],
  ["us", 1000n],
  ["\xB5s", 1000n],
  ["\u03BCs", 1000n],
  ["ms", 1000000n],
  ["s", 1000000000n],
  ["m", 60000000000n],
  ["h", 3600000000000n]
]);
var PART = /([0-9]*)(?:\.([0-9]*))?([^0-9.]+)/y;
var LIMIT = 2n ** 63n;
function parseDuration(text) {
  const invalid = new Rejection(`invalid duration "${text}"`);
  const negative = text.startsWith("-");
  const body = /^[+-]/.test(text) ? text.slice(1) : text;
  if (body === "0") return 0;
  if (body === "" || body.length > 200) throw invalid;
  let total = 0n;
  for (let at = 0; at < body.length; at = PART.lastIndex) {
    PART.lastIndex = at;
    const part = PART.exec(body);
    const unit = UNITS.get(part?.[3] ?? "");
    const whole = part?.[1] ?? "";
    const fraction = (part?.[2] ?? "").slice(0, 18);
    if (part === null || unit === void 0 || whole === "" && fraction === "") throw invalid;
    total += BigInt(whole || "0") * unit + BigInt(fraction || "0") * unit / 10n ** BigInt(fraction.length);
    if (total >= LIMIT + (negative ? 1n : 0n)) throw invalid;
  }
  return negative ? -Number(total) : Number(total);
}
function isMemorySize(text) {
  return /^\+?(?:[0-9]+(?:_[0-9]+)*\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)? ?(?:b|[kmgtp](?:i?b)?)?$/i.test(text);
}

// src/dockerfile/platform.ts
var OS = /^([A-Za-z0-9_-]+)(?:\(([A-Za-z0-9_.%-]*)((?:\+[A-Za-z0-9_.%-]+)*)\))?$/;
var PART2 = /^[A-Za-z0-9_.-]+$/;
var KNOWN_OS = "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos";
var KNOWN_ARCHITECTURES = "386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64 wasm";
function parsePlatform(text) {
  const invalid = new Rejection(`invalid platform "${text}"`);
  const [first = "", second, third, ...more] = text.split("/");
  const match = OS.exec(first);
  if (match === null || more.length > 0) throw invalid;
  if ([second, third].some((part) => part !== void 0 && !PART2.test(part))) throw invalid;
  const os = match[1]?.toLowerCase() === "macos" ? "darwin" : (match[1] ?? "").toLowerCase();
  const osVersion = match[2] ?? "";
  if (second !== void 0) {
    const { architecture: architecture2, variant: variant2 } = normalize(second, third ?? "");
    if (third === void 0) return { os, osVersion, architecture: architecture2, variant: bareArm(architecture2, variant2) };
    return { os, osVersion, architecture: architecture2, variant: architecture2 === "arm64" && variant2 === "" ? "v8" : variant2 };
  }
  if (KNOWN_OS.split(" ").includes(os)) return { os, osVersion, architecture: "amd64", variant: "" };
  const { architecture, variant } = normalize(first, "");
  if (!KNOWN_ARCHITECTURES.split(" ").includes(architecture)) throw invalid;
  return { os: "linux", osVersion, architecture, variant: bareArm(architecture, variant) };
}
function formatPlatform(platform) {
  return [platform.os, platform.architecture, platform.variant].filter((part) => part !== "").join("/");
}
function formatPlatformFully(platform) {
  const os = platform.osVersion === "" ? platform.os : `${platform.os}(${platform.osVersion})`;
  return formatPlatform({ ...platform, os });
}
function bareArm(architecture, variant) {
  return architecture === "arm" && variant === "v7" ? "" : variant;
}
function normalize(architectureText, variantText) {
  const architecture = architectureText.toLowerCase();
  const variant = variantText.toLowerCase();
  switch (architecture) {
    case "i386":
      return { architecture: "386", variant: "" };
    case "x86_64":
    case "x86-64":
    case "amd64":
      return { architecture: "amd64", variant: variant === "v1" ? "" : variant };
    case "aarch64":
    case "arm64":
      return { architecture: "arm64", variant: ARM64_VARIANTS.get(variant) ?? variant };
    case "armhf":
      return { architecture: "arm", variant: "v7" };
    case "armel":
      return { architecture: "arm", variant: "v6" };
    case "arm":
      return { architecture, variant: ARM_VARIANTS.get(variant) ?? variant };
    default:
      return { architecture, variant };
  }
}
var ARM64_VARIANTS = /* @__PURE__ */ new Map([
  ["8", ""],
  ["v8", ""],
  ["v8.0", ""],
  ["9", "v9"],
  ["9.0", "v9"],
  ["v9.0", "v9"]
]);
var ARM_VARIANTS = /* @__PURE__ */ new Map([
  ["", "v7"],
  ["7", "v7"],
  ["5", "v5"],
  ["6", "v6"],
  ["8", "v8"]
]);

// src/dockerfile/stage-graph.ts
var SCRATCH = "scratch";
var StageGraph = class {
  nodes = [];
  #byName = /* @__PURE__ */ new Map();
  #escapeToken;
  /** Throws DockerfileError. */
  constructor(parsed, options) {
    this.#escapeToken = parsed.escapeToken;
    for (const stage of parsed.stages) this.#addStage(stage, options);
    for (const node of [...this.nodes]) {
      node.steps = (node.stage?.steps ?? []).map(
        (step) => this.bind(node, step, step.instruction.location.startLine, false)
      );
    }
    refuseCycles(this.nodes);
    this.validateReferences(0);
  }
  /**
   * The stage to build. A number counts stages from 0, as with the builder before BuildKit: no stage can have such a
   * name. Throws DockerfileError when there is no such stage.
   */
  target(name) {
    const stages = this.nodes.filter((node) => node.stage !== null);
    const wanted = name ? this.find(name) ?? stages[parseInteger(name) ?? -1] : stages.at(-1);
    if (wanted?.stage) return wanted;
    const names = stages.flatMap((node) => node.stage?.from.name ?? []);
    const known = names.length > 0 ? `: there are ${names.slice(0, 20).join(", ")}` : ": no stage has a name";
    throw new DockerfileError(`target stage "${name}" could not be found${known}`, 1);
  }
  find(name) {
    return this.#byName.get(name.toLowerCase());
  }
  /** Connects an instruction with what it copies from. Throws DockerfileError. */
  bind(node, step, line, triggered) {
    const sources = atLine(line, () => this.#sources(step));
    for (const source of sources) node.sources.add(source);
    return { step, sources, triggered, line };
  }
  /** Throws DockerfileError for the first node from this position on whose image has no valid name. */
  validateReferences(from) {
    for (const { base, parent, location, written } of this.nodes.slice(from)) {
      if (parent !== null || base === null || base === SCRATCH || parseImageReference(base) !== null) continue;
      const expanded = base === written ? "" : ` (from ${written})`;
      throw new DockerfileError(`"${base}"${expanded} is not a valid image reference`, location.startLine);
    }
  }
  #addStage(stage, options) {
    const { from, location } = stage;
    const node = atLine(location.startLine, () => {
      const { text, unset } = expandWord(from.base, options.scope, { escapeToken: this.#escapeToken });
      const open = unset !== null && options.assumeBuilds;
      if (text === "" && !open) throw new Rejection(blankBase(from.base, unset));
      if (unset !== null && !open && parseImageReference(text) === null)
        throw new Rejection(blankBase(from.base, unset));
      const parent = open ? void 0 : this.#byName.get(text);
      const inFile = parent !== void 0 || text === SCRATCH;
      return {
        position: this.nodes.length,
        stage,
        location,
        written: from.base,
        base: unset === null || inFile && !open ? text : null,
        parent: parent ?? null,
        platform: this.#platform(from.platform, options.scope),
        steps: [],
        sources: /* @__PURE__ */ new Set()
      };
    });
    this.nodes.push(node);
    if (from.name !== null) this.#byName.set(from.name, node);
  }
  #platform(written, scope) {
    if (written === "") return null;
    const { text } = expandWord(written, scope, { escapeToken: this.#escapeToken });
    if (text === "") throw new Rejection(`empty platform value from expression ${written}`);
    return parsePlatform(text);
  }
  #sources({ command, instruction }) {
    if (command.kind === "run") {
      return command.froms.map(
        (from) => this.find(from || SCRATCH) ?? this.#addImage(from || SCRATCH, instruction.location)
      );
    }
    if (command.kind !== "copy" || command.from === "") return [];
    this.#refuseVariables(command.from);
    const index = parseInteger(command.from);
    if (index === null) return [this.find(command.from) ?? this.#addImage(command.from, instruction.location)];
    const node = this.nodes[index];
    if (node === void 0) throw new Rejection(`invalid stage index ${index}`);
    return [node];
  }
  #refuseVariables(from) {
    const nothing = { lookup: () => null, complete: true, spend: () => void 0 };
    if (expandWord(from, nothing, { escapeToken: this.#escapeToken }).text === from) return;
    throw new Rejection("variable expansion is not supported for --from, define a new stage with FROM instead");
  }
  #addImage(reference, location) {
    const node = {
      position: this.nodes.length,
      stage: null,
      location,
      written: reference,
      base: reference,
      parent: null,
      platform: null,
      steps: [],
      sources: /* @__PURE__ */ new Set()
    };
    this.nodes.push(node);
    return node;
  }
};
function blankBase(written, unset) {
  if (unset === null) return `base name (${written}) should not be blank`;
  return `the image of FROM ${written} is not known: ${unset} has no value (give one with --build-arg, or a default)`;
}
function refuseCycles(nodes) {
  const users = /* @__PURE__ */ new Map();
  const open = new Map(nodes.map((node) => [node, node.sources.size]));
  for (const node of nodes) {
    for (const source of node.sources) {
      const list = users.get(source);
      if (list === void 0) users.set(source, [node]);
      else list.push(node);
    }
  }
  const free = nodes.filter((node) => node.sources.size === 0);
  for (let node = free.pop(); node !== void 0; node = free.pop()) {
    open.delete(node);
    for (const user of users.get(node) ?? []) {
      const left = (open.get(user) ?? 0) - 1;
      open.set(user, left);
      if (left === 0) free.push(user);
    }
  }
  const [stuck] = open.keys();
  if (stuck === void 0) return;
  const step = stuck.steps.find(({ sources }) => sources.some((source) => open.has(source)));
  throw new DockerfileError("stages copy from each other in a circle", step?.line ?? stuck.location.startLine);
}

// src/dockerfile/heredoc.ts
var HEREDOC = /^[0-9]*<<(-?)[\t\n\f\r ]*([^<]*)$/;
var EMPTY = { lookup: () => null, complete: true, spend: () => void 0 };
function findHeredocs(line) {
  let words;
  try {
    words = expandWord(line, EMPTY, {
      escapeToken: "\\",
      raw: "quotes-and-escapes",
      keepUnset: true,
      split: true
    }).words;
  } catch {
    return [];
  }
  return words.flatMap((word) => parseHeredoc(word) ?? []);
}
function parseHeredoc(word) {
  const match = HEREDOC.exec(word);
  const delimiter = match?.[2] ?? "";
  if (match === null || delimiter === "") return null;
  const plain = expandWord(delimiter, EMPTY, { escapeToken: "\\", keepUnset: true, split: true }).words;
  const quoted = expandWord(delimiter, EMPTY, { escapeToken: "\\", raw: "quotes", keepUnset: true, split: true }).words;
  const name = plain[0];
  if (plain.length !== 1 || name === void 0) return null;
  return { name, expand: countQuotes(name) === countQuotes(quoted[0] ?? ""), chomp: match[1] === "-" };
}
function asHeredoc(argument) {
  if (!argument.includes("<<")) return null;
  try {
    return parseHeredoc(argument);
  } catch {
    return null;
  }
}
function countQuotes(text) {
  return text.replace(/[^'"]/g, "").length;
}
function chompTabs(content) {
  return content.replace(/^\t+/gm, "");
}

// src/dockerfile/git-source.ts
var SCP = /^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/;
var SCHEME = /^(https?|ssh|git):\/\//i;
var SWITCHES = ["keep-git-dir", "submodules", "fetch-by-commit"];
var TEXTS = ["ref", "tag", "branch", "subdir", "checksum", "commit", "mtime"];
function isGitSource(source) {
  if (source.startsWith("./") || source.startsWith("../") || source.startsWith("github.com/")) return false;
  const parts = SCHEME.test(source) ? parseUrl(source) : parseScp(source);
  if (parts === null) return false;
  validateQuery(parts.query, parts.fragment);
  return true;
}
function isHttpSource(source) {
  return /^https?:\/\//.test(source) && !isGitSource(source);
}
function parseScp(source) {
  const match = SCP.exec(source);
  return match === null ? null : { query: match[2] ?? "", fragment: match[3] ?? "" };
}
function parseUrl(source) {
  const [address = "", ...fragment] = source.split("#");
  const [location = "", ...query] = address.split("?");
  const path = location.replace(/^[^/]*\/\/[^/]*/, "");
  if (/%(?![0-9a-fA-F]{2})/.test(location) || Array.from(location).some(isControl)) return null;
  if (/^http/i.test(source) && !decodePath(path).endsWith(".git")) return null;
  return { query: query.join("?"), fragment: fragment.join("#") };
}
function isControl(char) {
  return char <= " " || char === "\x7F";
}
function decodePath(path) {
  return path.replace(/%2e/gi, ".").replace(/%67/g, "g").replace(/%69/g, "i").replace(/%74/g, "t");
}
function validateQuery(query, fragment) {
  if (query === "") return;
  const parameters = new URLSearchParams(query);
  for (const key of new Set(parameters.keys())) {
    const [value = "", ...more] = parameters.getAll(key);
    if (more.length > 0) throw new Rejection(`query "${key}" has multiple values`);
    if (SWITCHES.includes(key)) {
      if (value !== "") parseBool(value, key);
      continue;
    }
    if (value === "") throw new Rejection(`query "${key}" has no value`);
    if (!TEXTS.includes(key)) throw new Rejection(`unexpected query "${key}"`);
    if (key === "mtime" && value !== "checkout" && value !== "commit")
      throw new Rejection(`invalid mtime value: "${value}"`);
  }
  validateRef(parameters, fragment);
}
function validateRef(parameters, fragment) {
  const [fragmentRef = ""] = fragment.split(":");
  const tag = prefixed("refs/tags/", parameters.get("tag"));
  const branch = prefixed("refs/heads/", parameters.get("branch"));
  if (tag !== null && branch !== null) throw new Rejection("branch conflicts with tag");
  const refs = [fragmentRef || null, parameters.get("ref"), tag, branch].filter((ref) => ref !== null);
  if (new Set(refs).size > 1) throw new Rejection(`ref conflicts: ${refs.join(" and ")}`);
}
function prefixed(prefix, name) {
  return name === null || name.startsWith(prefix) ? name : prefix + name;
}

export {
  damaged,
  tooLarge,
  shown,
  IMAGE_LIMITS,
  DockerfileError,
  Rejection,
  Overload,
  atLine,
  parseBool,
  parseInteger,
  parseUnsigned,
  parseDuration,
  isMemorySize,
  parsePlatform,
  formatPlatform,
  formatPlatformFully,
  isSpace,
  trimStart,
  trim,
  trimLineEnd,
  splitBlanks,
  cutBlank,
  cut,
  expandWord,
  SCRATCH,
  StageGraph,
  findHeredocs,
  asHeredoc,
  chompTabs,
  joinPath,
  cleanPath,
  resolveWorkdir,
  isGitSource,
  isHttpSource
};
