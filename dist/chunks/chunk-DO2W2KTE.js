import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  copyDestination
} from "./chunk-3U33QVBN.js";
import {
  forEachChild,
  lookUp,
  parse,
  resolveRunUser
} from "./chunk-IEQ3EHIZ.js";
import {
  effective,
  fromLine,
  isDataImage
} from "./chunk-QDWQURBN.js";
import {
  Rejection,
  SCRATCH,
  asHeredoc,
  cleanPath,
  expandWord,
  shown,
  trim
} from "./chunk-TZCQQT6A.js";
import {
  parseImageReference
} from "./chunk-Q3RRR3VC.js";

// src/rules/rule.ts
var RULE_PROFILES = ["mcp", "container", "strict"];
function pass(reason) {
  return { answer: "pass", reason, violations: [], severity: null };
}
function unknown(reason, severity = null) {
  return { answer: "unknown", reason, violations: [], severity };
}
function notApplicable(reason) {
  return { answer: "not-applicable", reason, violations: [], severity: null };
}
function fail(faults, severity = null) {
  const violations = faults.map((fault) => ({ related: [], place: "", severity: null, ...fault }));
  return { answer: "fail", reason: violations.map(({ message }) => message).join(" "), violations, severity };
}

// src/rules/base-digest.ts
var VIA = { from: "FROM", copy: "COPY --from", mount: "RUN --mount", syntax: "# syntax=" };
var DIGEST = `sha256:${"0".repeat(64)}`;
var FIX = "Write the digest behind the tag, `FROM node:24-slim@sha256:\u2026`, and let Dependabot or Renovate renew both; a digest that nobody renews only gets old.";
var baseDigest = {
  id: "base-digest",
  title: "Every pulled image is fixed by its digest",
  severity: { mcp: "low", container: "low", strict: "high" },
  why: "A tag can be moved to another image at any time, by its owner or by who stole the account. A digest names one image for ever, so that what was reviewed is what is built.",
  fix: FIX,
  aliases: [],
  examples: {
    good: [
      { title: "tag and digest", dockerfile: `FROM node:24-slim@${DIGEST}
` },
      {
        title: "a stage and scratch are not pulled",
        dockerfile: `FROM golang:1.26@${DIGEST} AS build
FROM scratch
COPY --from=build /app /app
COPY --from=0 /x /x
`
      },
      { title: "nothing is pulled", dockerfile: "FROM scratch\nCOPY server /server\n" },
      { title: "through a variable", dockerfile: `ARG BASE=node:24-slim@${DIGEST}
FROM \${BASE}
` }
    ],
    bad: [
      { title: "a tag", dockerfile: "FROM node:24-slim\n" },
      { title: "in COPY --from", dockerfile: "FROM scratch\nCOPY --from=ghcr.io/astral-sh/uv:0.9.2 /uv /bin/uv\n" },
      {
        title: "in a mount",
        dockerfile: `FROM node:24@${DIGEST}
RUN --mount=type=bind,from=busybox:1.37,target=/t /t/sh x
`
      },
      { title: "the frontend of the build", dockerfile: "# syntax=docker/dockerfile:1\nFROM scratch\nCOPY a /a\n" }
    ]
  },
  judge({ dockerfile }) {
    if (dockerfile === null) return unknown("Without the Dockerfile nothing tells which images were pulled.");
    const faults = /* @__PURE__ */ new Map();
    const pulled = dockerfile.pulledImages.filter(({ builtBy }) => builtBy === void 0);
    const builtHere = dockerfile.pulledImages.length - pulled.length;
    for (const { reference, via, location } of pulled) {
      const parsed = reference === null ? null : parseImageReference(reference);
      if (parsed === null || parsed.digest !== null) continue;
      const place = `image:${parsed.registry}/${parsed.repository}`;
      if (faults.has(place)) continue;
      faults.set(place, {
        message: `${VIA[via]} pulls ${reference} by its tag, not by a digest.`,
        fix: FIX,
        location,
        place
      });
    }
    if (faults.size > 0) return fail([...faults.values()]);
    const open = pulled.find(({ reference }) => reference === null);
    if (open !== void 0) return unknown(`${open.written} has variables without a value here.`);
    if (builtHere > 0) return pass("Every pulled image is fixed by its digest, or built by this repository itself.");
    return pass(pulled.length === 0 ? "No image is pulled." : "Every pulled image is fixed by its digest.");
  }
};

// src/dockerfile/stage-chain.ts
function stageChain({ stages }, index) {
  const chain = [];
  for (let stage = stages[index]; stage !== void 0; stage = stages[stage.parent ?? -1]) chain.push(stage);
  return chain.reverse();
}
function finalChain(dockerfile) {
  return stageChain(dockerfile, dockerfile.target);
}
function reachableStages({ stages, reachable }) {
  return reachable.flatMap((index) => stages[index] ?? []);
}
function stageName(dockerfile, { index, name }) {
  if (name === null) return `${index}`;
  return namesOf(dockerfile).get(name)?.first === index ? name : `${name}#${index}`;
}
function stageNamed(dockerfile, from) {
  const named = namesOf(dockerfile).get(from.toLowerCase())?.last;
  const index = named ?? (/^\d+$/.test(from) ? Number(from) : -1);
  return dockerfile.stages[index] ?? null;
}
var NAMES = /* @__PURE__ */ new WeakMap();
function namesOf(dockerfile) {
  const known = NAMES.get(dockerfile);
  if (known !== void 0) return known;
  const names = /* @__PURE__ */ new Map();
  for (const { name, index } of dockerfile.stages) {
    if (name !== null) names.set(name, { first: names.get(name)?.first ?? index, last: index });
  }
  NAMES.set(dockerfile, names);
  return names;
}

// src/rules/duplicate-instruction.ts
var ONCE = ["CMD", "ENTRYPOINT", "HEALTHCHECK"];
var duplicateInstruction = {
  id: "duplicate-instruction",
  title: "CMD, ENTRYPOINT and HEALTHCHECK stand once in a stage",
  severity: { mcp: "low", container: "low", strict: "medium" },
  why: "Only the last one of a stage counts. An earlier one looks as if it were in force, and whoever edits it changes nothing.",
  fix: "Keep the last one and remove the others.",
  aliases: ["DL3012", "DL4003", "DL4004", "DS-0007", "DS-0016", "DS-0023", "MultipleInstructionsDisallowed"],
  examples: {
    good: [
      {
        title: "one of each",
        dockerfile: 'FROM scratch\nHEALTHCHECK NONE\nENTRYPOINT ["/server"]\nCMD ["stdio"]\n'
      },
      {
        title: "in two stages: the later one replaces on purpose",
        dockerfile: 'FROM scratch AS dev\nCMD ["/server", "--dev"]\nFROM dev\nCMD ["/server"]\n'
      },
      {
        title: "for images that build on this one",
        dockerfile: 'FROM scratch\nONBUILD CMD ["/child"]\nCMD ["/server"]\n'
      }
    ],
    bad: [
      { title: "CMD twice", dockerfile: 'FROM scratch\nCMD ["/setup"]\nCMD ["/server"]\n' },
      {
        title: "HEALTHCHECK twice",
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD ["/probe"]\nHEALTHCHECK NONE\nCMD ["/server"]\n'
      },
      {
        title: "ENTRYPOINT in a builder",
        dockerfile: 'FROM scratch AS build\nENTRYPOINT ["/a"]\nENTRYPOINT ["/b"]\nFROM scratch\nCOPY --from=build /b /b\n'
      }
    ]
  },
  judge({ dockerfile }) {
    if (dockerfile === null) return unknown("Without the Dockerfile nothing tells what stands in it.");
    const stages = reachableStages(dockerfile);
    const faults = stages.flatMap(
      (stage) => ONCE.flatMap((keyword) => faultOf(stage, keyword, stageName(dockerfile, stage)))
    );
    return faults.length > 0 ? fail(faults) : pass("Each of them stands at most once in a stage.");
  }
};
function faultOf({ instructions }, keyword, stage) {
  const found = instructions.filter((instruction) => instruction.keyword === keyword);
  const [first, ...more] = found.slice(0, -1);
  const last = found.at(-1);
  if (first === void 0 || last === void 0) return [];
  const others = [...more.slice(0, 20), last];
  return [
    {
      message: `This ${keyword} has no effect: the one on line ${last.location.startLine} replaces it.`,
      fix: `Keep one ${keyword} in the stage.`,
      location: first.location,
      related: others.map(({ location }) => ({
        location,
        message: location === last.location ? `the ${keyword} that counts` : `another ${keyword} without effect`
      })),
      place: `${keyword.toLowerCase()}:${stage}`
    }
  ];
}

// src/dockerfile/shell/word.ts
var PLAIN = /^[\w./:=@%+,-]*$/;
function readWord(word, substitute) {
  if (PLAIN.test(word.text)) return literal(word.text);
  const parts = word.parts;
  if (parts === void 0) return literal(word.value);
  const pieces = [];
  const feeds = [];
  for (const part of parts) readPart(part, pieces, feeds, substitute);
  if (pieces.every((piece) => piece.kind === "text")) return literal(pieces.map(({ text }) => text).join(""));
  return { shown: word.value, value: null, pieces, feeds };
}
function literal(value) {
  return { shown: value, value, pieces: null, feeds: [] };
}
function prefixWord(prefix, word) {
  if (word === null) return { shown: prefix, value: null, pieces: [{ kind: "opaque", text: prefix }], feeds: [] };
  const pieces = word.pieces === null ? null : [{ kind: "text", text: prefix }, ...word.pieces];
  return { ...word, shown: prefix + word.shown, value: word.value === null ? null : prefix + word.value, pieces };
}
function sliceWord(word, length) {
  if (word.pieces === null) return literal(word.shown.slice(length));
  let left = length;
  const pieces = word.pieces.map((piece) => {
    if (piece.kind !== "text" || left === 0) return piece;
    const text = piece.text.slice(left);
    left -= piece.text.length - text.length;
    return { ...piece, text };
  });
  return { ...word, shown: word.shown.slice(length), pieces };
}
function expandShellWord(word, lookup) {
  if (word.pieces === null) return word.value;
  const texts = word.pieces.map((piece) => {
    if (piece.kind === "text") return piece.text;
    return piece.kind === "variable" ? lookup(piece.name) : null;
  });
  return texts.includes(null) ? null : texts.join("");
}
function asScript(word) {
  if (word.pieces === null) return word.shown;
  return word.pieces.map((piece) => {
    if (piece.kind === "text") return piece.text;
    return piece.kind === "variable" ? `\${${piece.name}}` : "${_}";
  }).join("");
}
var DEEPEST = 32;
function readSubstitutions(node, feeds, substitute, depth = 0) {
  if (depth > DEEPEST) throw new RangeError("the word is nested too deeply");
  if (isSubstitution(node)) {
    if (node.script === void 0) return;
    const out = node.type === "ProcessSubstitution" && node.operator === ">";
    const pipe = substitute(node.script, out ? "out" : "in");
    if (pipe !== null && !out) feeds.push(pipe);
    return;
  }
  forEachChild(node, (child) => readSubstitutions(child, feeds, substitute, depth + 1));
}
function isSubstitution(node) {
  return node.type === "CommandExpansion" || node.type === "ProcessSubstitution" || node.type === "ArithmeticCommandExpansion";
}
function readPart(part, pieces, feeds, substitute) {
  switch (part.type) {
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
    // A pattern that matches no file stays as it is: `pkg[extra]==1` reaches pip.
    case "Glob":
      pieces.push({ kind: "text", text: part.value });
      return;
    case "DoubleQuoted":
    case "LocaleString":
      for (const child of part.parts) readPart(child, pieces, feeds, substitute);
      return;
    case "SimpleExpansion":
      pieces.push({ kind: "variable", name: part.text.slice(1) });
      return;
    case "ParameterExpansion":
      if (part.prefix === void 0 && part.index === void 0 && part.operation === void 0) {
        pieces.push({ kind: "variable", name: part.parameter });
        return;
      }
      break;
    case "CommandExpansion":
    case "ArithmeticExpansion":
    case "ProcessSubstitution":
    case "ExtendedGlob":
    case "BraceExpansion":
      break;
  }
  pieces.push({ kind: "opaque", text: part.text });
  readSubstitutions(part, feeds, substitute);
}

// src/dockerfile/shell/arguments.ts
function grammar(values, rest = {}) {
  return { values: new Set(values.split(" ").filter((name) => name !== "")), ...rest };
}
function readArguments(words, options) {
  const found = [];
  const operands = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === void 0) break;
    const { shown: shown2 } = word;
    if (shown2 === "--") return { options: found, operands: [...operands, ...words.slice(at + 1)] };
    if (!shown2.startsWith("-") || shown2 === "-") {
      operands.push(word);
      if (options.strict === true) return { options: found, operands: [...operands, ...words.slice(at + 1)] };
      continue;
    }
    const takesNext = shown2.startsWith("--") || options.longDash === true ? long(word) : cluster(word);
    if (takesNext) {
      const last = found.pop();
      if (last !== void 0) found.push({ name: last.name, value: words[at + 1] ?? null });
      at += 1;
    }
  }
  return { options: found, operands };
  function long(word) {
    const equals = word.shown.indexOf("=");
    if (equals >= 0) {
      found.push({ name: word.shown.slice(0, equals), value: sliceWord(word, equals + 1) });
      return false;
    }
    found.push({ name: word.shown, value: null });
    return options.values.has(word.shown);
  }
  function cluster(word) {
    for (let at = 1; at < word.shown.length; at++) {
      const name = `-${word.shown.charAt(at)}`;
      const rest = at + 1 < word.shown.length;
      if (options.values.has(name)) {
        found.push({ name, value: rest ? sliceWord(word, at + 1) : null });
        return !rest;
      }
      found.push({ name, value: null });
    }
    return false;
  }
}
function hasOption(read, ...names) {
  return read.options.some(({ name }) => names.includes(name));
}
function optionValue(read, ...names) {
  return read.options.findLast(({ name }) => names.includes(name))?.value ?? null;
}

// src/dockerfile/shell/wrappers.ts
function wrapper(values = "", skip = 0, except = []) {
  return { options: grammar(values, { strict: true }), skip, except };
}
var WRAPPERS = {
  sudo: wrapper("-u -g -h -p -C -r -t -T -U -D -R --user --group --host --prompt --chdir", 0, ["-l", "-v", "--list"]),
  doas: wrapper("-u -C"),
  env: wrapper("-u -C --unset --chdir", 0, ["-S", "--split-string"]),
  exec: wrapper("-a"),
  command: wrapper("", 0, ["-v", "-V"]),
  builtin: wrapper(),
  nohup: wrapper(),
  setsid: wrapper(),
  nice: wrapper("-n --adjustment"),
  ionice: wrapper("-c -n -p --class --classdata"),
  time: wrapper("-f -o --format --output"),
  timeout: wrapper("-s -k --signal --kill-after", 1),
  stdbuf: wrapper("-i -o -e --input --output --error"),
  xargs: wrapper(
    "-n -P -I -L -d -a -s -E --max-args --max-procs --replace --max-lines --delimiter --arg-file --max-chars"
  ),
  busybox: wrapper(),
  toybox: wrapper(),
  gosu: wrapper("", 1),
  "su-exec": wrapper("", 1),
  chroot: wrapper("", 1),
  setpriv: wrapper("--reuid --regid --groups --inh-caps --ambient-caps --bounding-set"),
  runuser: wrapper("-u -g -G --user --group", 0, ["-c", "--command", "-l", "--login"]),
  tini: wrapper("-p -e"),
  "dumb-init": wrapper("-r --rewrite"),
  catatonit: wrapper(),
  eatmydata: wrapper(),
  ccache: wrapper()
};
var DEEPEST2 = 16;
var LONGEST = 255;
function unwrap(words) {
  const wrappers = [];
  const assigned = [];
  let rest = words;
  while (wrappers.length < DEEPEST2) {
    const name = programName(rest[0]);
    const known = name !== null && Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : void 0;
    if (name === null || known === void 0) break;
    const read = readArguments(rest.slice(1), known.options);
    if (hasOption(read, ...known.except ?? [])) break;
    const operands = read.operands.slice(known.skip);
    const first = operands.findIndex(({ shown: shown2 }) => !ASSIGNMENT.test(shown2));
    if (first < 0) break;
    wrappers.push(name);
    assigned.push(...operands.slice(0, first).map(asAssignment));
    rest = operands.slice(first);
  }
  return { wrappers, words: rest, assigned };
}
var ASSIGNMENT = /^[A-Za-z_]\w*=/;
function asAssignment(word) {
  const equals = word.shown.indexOf("=");
  return { name: word.shown.slice(0, equals), value: sliceWord(word, equals + 1) };
}
function programName(word) {
  if (word === void 0) return null;
  const last = word.pieces?.at(-1);
  const text = word.pieces === null ? word.shown : last?.kind === "text" && last.text.includes("/") ? last.text : "";
  const name = text.slice(text.lastIndexOf("/") + 1);
  return name === "" || name.length > LONGEST ? null : name;
}

// src/dockerfile/shell/nested.ts
var SHELLS = /* @__PURE__ */ new Set(["sh", "bash", "dash", "ash", "zsh", "ksh", "mksh", "hush", "rbash", "oksh", "yash"]);
var SHELL_OPTIONS = grammar("-o +o -O +O --rcfile --init-file", { strict: true });
function isShell(name) {
  return name !== null && SHELLS.has(name);
}
function readShellStart(words) {
  const { options, operands } = readArguments(words.slice(1), SHELL_OPTIONS);
  const [first] = operands;
  if (options.some(({ name }) => name === "-c")) {
    return { script: first ?? null, file: null, readsInput: false };
  }
  const stdin = first === void 0 || STDIN.has(first.shown) || options.some(({ name }) => name === "-s");
  return { script: null, file: stdin ? null : first, readsInput: stdin };
}
var STDIN = /* @__PURE__ */ new Set(["-", "/dev/stdin", "/proc/self/fd/0", "/dev/fd/0"]);
function scriptsOf(words, redirects) {
  const name = programName(words[0]);
  if (isShell(name)) {
    const { script, readsInput } = readShellStart(words);
    if (script !== null) return [asScript(script)];
    return readsInput ? redirects.flatMap(({ body }) => body ?? []) : [];
  }
  if (name === "eval") return [words.slice(1).map(asScript).join(" ")];
  if (name === "su" || name === "runuser" || name === "flock" || name === "script") {
    const read = readArguments(words.slice(1), grammar("-c -s -g -G -u -w -E --command --session-command --shell"));
    const script = optionValue(read, "-c", "--command", "--session-command");
    return script === null ? [] : [asScript(script)];
  }
  return [];
}
function startedBy(words) {
  if (programName(words[0]) !== "find") return [];
  const started = [];
  let open = null;
  for (const word of words) {
    if (open === null) {
      if (/^-(exec|execdir|ok|okdir)$/.test(word.shown)) open = [];
    } else if (word.shown === ";" || word.shown === "+") {
      started.push(open);
      open = null;
    } else open.push(word);
  }
  return started.filter((command) => command.length > 0);
}

// src/dockerfile/shell/script.ts
var ShellBudget = class {
  /** Characters to read, those of nested scripts once more for each level. */
  characters = 2 * 1024 * 1024;
  commands = 1e5;
};

// src/dockerfile/shell/compound.ts
function partsOf(node) {
  const none = { words: [], variable: null };
  switch (node.type) {
    case "If": {
      const branches = [node, ...node.elif].flatMap(({ clause, then }) => [clause.commands, then.commands]);
      return { ...none, lists: node.else === void 0 ? branches : [...branches, node.else.commands] };
    }
    case "For":
    case "Select":
      return { words: node.wordlist ?? [], lists: [node.body.commands], variable: node.name.value };
    case "While":
      return { ...none, lists: [node.clause.commands, node.body.commands] };
    case "Case":
      return { ...none, words: [node.word], lists: node.items.map(({ body }) => body.commands) };
    case "ArithmeticFor":
    case "Subshell":
    case "BraceGroup":
      return { ...none, lists: [node.body.commands] };
  }
}

// src/dockerfile/shell/redirects.ts
function rerouted(redirects, ends) {
  let { stdin, stdout } = ends;
  for (const { operator, descriptor, target } of redirects) {
    if (operator.startsWith("<")) {
      if (descriptor === null || descriptor === 0) stdin = target?.feeds[0] ?? null;
    } else if (descriptor === null || descriptor === 1) stdout = null;
  }
  return { stdin, stdout };
}

// src/dockerfile/shell/shell-reader.ts
var DEEPEST3 = 16;
var LARGEST = 128 * 1024;
var MOST_COMMANDS = 1e4;
var ShellReader = class {
  #budget;
  #commands = [];
  #writers = [];
  #assigned = /* @__PURE__ */ new Map();
  /** Pipes of `>(…)` that the command at hand writes to. */
  #drains = [];
  #complete = true;
  constructor(budget) {
    this.#budget = budget;
  }
  result() {
    return {
      commands: this.#commands,
      pipes: this.#writers.map((writers) => ({ writers })),
      assigned: this.#assigned,
      complete: this.#complete
    };
  }
  /** Reads a text in shell language. */
  readText(source, place = { level: 0, stdin: null, stdout: null }) {
    if (source.length > LARGEST || !this.#spend(source.length) || place.level > DEEPEST3) {
      this.#complete = false;
      return;
    }
    try {
      this.#script(parse(source), { ...place, source });
    } catch {
      this.#complete = false;
    }
  }
  /** Reads a command that is given word by word, without a shell. */
  readWords(words, place = { level: 0, stdin: null, stdout: null }) {
    const text = words.map(({ shown: shown2 }) => shown2).join(" ");
    this.#add({ text, words, assignments: [], redirects: [] }, { ...place, source: text });
  }
  #spend(characters) {
    this.#budget.characters -= characters;
    return this.#budget.characters >= 0;
  }
  #script(script, place) {
    if (script.errors !== void 0 && script.errors.length > 0) this.#complete = false;
    const source = script.source ?? place.source;
    this.#statements(script.commands, { ...place, source });
  }
  #statements(statements, place) {
    for (const { command } of statements) {
      if (command.type === "AndOr") for (const one of command.commands) this.#pipeline(one, place);
      else this.#pipeline(command, place);
    }
  }
  #pipeline(node, place) {
    if (node.type !== "Pipeline") {
      this.#node(node, place);
      return;
    }
    let { stdin } = place;
    for (const [at, command] of node.commands.entries()) {
      const stdout = at === node.commands.length - 1 ? place.stdout : this.#pipe();
      this.#node(command, { ...place, stdin, stdout });
      stdin = stdout;
    }
  }
  #node(node, place) {
    switch (node.type) {
      case "Command":
        this.#simple(node, place);
        return;
      case "Redirected": {
        const redirects = node.redirects.map((redirect) => this.#redirect(redirect, place));
        this.#node(node.command, { ...place, ...rerouted(redirects, place) });
        return;
      }
      case "Function":
      case "Coproc":
        if (node.body.type === "CompoundList") this.#statements(node.body.commands, place);
        else this.#node(node.body, place);
        return;
      case "TestCommand":
      case "ArithmeticCommand":
        readSubstitutions(node, [], (script) => this.#substitution(script, place, this.#pipe()));
        return;
      case "If":
      case "For":
      case "Select":
      case "While":
      case "Case":
      case "ArithmeticFor":
      case "Subshell":
      case "BraceGroup": {
        const { words, lists, variable } = partsOf(node);
        for (const word of words) this.#word(word, place);
        if (variable !== null) this.#assigned.set(variable, null);
        for (const list of lists) this.#statements(list, place);
      }
    }
  }
  #simple(node, place) {
    const outer = this.#drains;
    this.#drains = [];
    const words = node.name === void 0 ? [] : [this.#word(node.name, place)];
    const redirects = [];
    const assignments = [];
    for (const child of [...node.prefix, ...node.suffix]) {
      if (child.type === "Word") words.push(this.#word(child, place));
      else if (child.type !== "Assignment") redirects.push(this.#redirect(child, place));
      else {
        const assignment = this.#assignment(child, place);
        assignments.push(assignment);
        if (child.pos > (node.name?.pos ?? child.pos)) words.push(prefixWord(`${assignment.name}=`, assignment.value));
      }
    }
    if (node.name === void 0 || assignments.some(({ name }) => words.some(({ shown: shown2 }) => shown2.startsWith(`${name}=`))))
      for (const { name, value } of assignments) this.#assign(name, value?.value ?? null);
    const text = place.source.slice(node.pos, node.end);
    const index = this.#commands.length;
    this.#add({ text, words, assignments, redirects }, place);
    for (const pipe of this.#drains) this.#writers[pipe]?.push(index);
    this.#drains = outer;
  }
  #add(parts, place) {
    this.#budget.commands -= 1;
    if (this.#commands.length >= MOST_COMMANDS || this.#budget.commands < 0) {
      this.#complete = false;
      return;
    }
    const { words, wrappers, assigned } = unwrap(parts.words);
    const assignments = [...parts.assignments, ...assigned];
    const { stdin, stdout } = { ...place, ...rerouted(parts.redirects, place) };
    const index = this.#commands.length;
    this.#commands.push({
      ...parts,
      assignments,
      index,
      wrappers,
      words,
      name: programName(words[0]),
      stdin,
      stdout,
      level: place.level
    });
    if (stdout !== null) this.#writers[stdout]?.push(index);
    const inner = { level: place.level + 1, stdin, stdout };
    for (const script of scriptsOf(words, parts.redirects)) this.readText(script, inner);
    for (const command of startedBy(words)) this.readWords(command, inner);
  }
  #assignment(node, place) {
    const { value } = node;
    if (value.type === "Word") return { name: node.name, value: this.#word(value, place) };
    for (const element of value.elements) this.#word(element, place);
    return { name: node.name, value: null };
  }
  #assign(name, value) {
    this.#assigned.set(name, this.#assigned.has(name) && this.#assigned.get(name) !== value ? null : value);
  }
  #redirect(node, place) {
    const descriptor = node.descriptor?.type === "FileDescriptor" ? node.descriptor.value : null;
    const before = place.source.charAt(node.pos - 1);
    const glued = node.descriptor === void 0 && /[^\s;&|()<>]/.test(before);
    if (node.type === "HereDoc") {
      const feeds = [];
      for (const part of node.body.parts ?? [])
        readSubstitutions(part, feeds, (script) => this.#substitution(script, place, this.#pipe()));
      return { operator: node.operator, descriptor, target: null, body: node.body.text, glued };
    }
    const target = node.target === void 0 ? null : this.#word(node.target, place);
    return { operator: node.operator, descriptor, target, body: null, glued };
  }
  #word(word, place) {
    return readWord(word, (script, direction) => {
      const pipe = this.#pipe();
      return direction === "in" ? this.#substitution(script, place, pipe) : this.#consumer(script, place, pipe);
    });
  }
  /** A substitution whose text somebody takes. */
  #substitution(script, place, pipe) {
    return this.#inner(script, { ...place, stdout: pipe }) ? pipe : null;
  }
  /** `>(…)`: somebody writes to its standard input. */
  #consumer(script, place, pipe) {
    this.#inner(script, { ...place, stdin: pipe });
    this.#drains.push(pipe);
    return null;
  }
  #inner(script, place) {
    const level = place.level + 1;
    if (level > DEEPEST3 || !this.#spend(script.end - script.pos)) {
      this.#complete = false;
      return false;
    }
    this.#script(script, { ...place, level });
    return true;
  }
  #pipe() {
    this.#writers.push([]);
    return this.#writers.length - 1;
  }
};

// src/dockerfile/shell/commands-of.ts
function commandsOf(instruction, budget = new ShellBudget()) {
  const reader = new ShellReader(budget);
  if (instruction.json !== null) reader.readWords(instruction.json.map(literal));
  else {
    const script = shellText(instruction);
    const interpreter = interpreterOf(script);
    if (interpreter === null) reader.readText(script);
    else reader.readWords(interpreter.map(literal));
  }
  return reader.result();
}
function readScript(text, budget = new ShellBudget()) {
  const reader = new ShellReader(budget);
  reader.readText(text);
  return reader.result();
}
function shellText({ text, heredocs }) {
  const [first] = heredocs;
  if (first === void 0) return text;
  if (heredocs.length === 1 && asHeredoc(trim(text)) !== null) return first.content;
  return [text, ...heredocs.map(({ content, name }) => `${content}${name}`)].join("\n");
}
function interpreterOf(script) {
  if (!script.startsWith("#!")) return null;
  const end = script.indexOf("\n");
  const words = trim(script.slice(2, end < 0 ? void 0 : end)).split(/[\t ]+/);
  const program = unwrap(words.filter((word) => word !== "-S").map(literal)).words;
  return isShell(programName(program[0])) ? null : words;
}
function readWordList(words, budget = new ShellBudget()) {
  const reader = new ShellReader(budget);
  reader.readWords(words.map(literal));
  return reader.result();
}

// src/rules/shared/run/start.ts
function startOf(evidence) {
  const { entrypoint, cmd } = effective(evidence);
  if (!entrypoint.known || !cmd.known) return null;
  const words = { entrypoint: entrypoint.value ?? [], cmd: cmd.value ?? [] };
  const script = readWordList([...words.entrypoint, ...words.cmd]);
  const from = words.entrypoint.length > 0 ? entrypoint.from : cmd.from;
  return { ...words, script, command: script.commands[0] ?? null, location: from ?? fromLine(evidence) };
}
function writtenAs(keyword, evidence, setting) {
  const { dockerfile } = evidence;
  const text = keyword === "CMD" ? dockerfile?.config.cmd : dockerfile?.config.entrypoint;
  if (dockerfile === null || text === void 0 || setting.from === null) return null;
  if (JSON.stringify(text.value) !== JSON.stringify(setting.value)) return null;
  const { startLine, file } = setting.from;
  for (const stage of dockerfile.reachable) {
    const found = dockerfile.stages[stage]?.instructions.find(
      ({ keyword: name, location }) => name === keyword && location.startLine === startLine && location.file === file
    );
    if (found !== void 0) return found;
  }
  return null;
}
function fileText(path, { files, config }) {
  if (files === null) return null;
  const found = lookUp(files, path, config.workingDir === "" ? "/" : config.workingDir);
  return found === null ? null : files.heads[found.file.path] ?? null;
}

// src/rules/entrypoint-exec-form.ts
var FIX2 = 'Write a JSON array: `ENTRYPOINT ["node", "server.js"]`. Where a shell is needed, let it hand over: `ENTRYPOINT ["/bin/sh", "-c", "exec node server.js --port \\"$PORT\\""]`.';
var entrypointExecForm = {
  id: "entrypoint-exec-form",
  title: "The program is started without a shell around it",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "In shell form `/bin/sh -c` is process 1: it does not pass SIGTERM on, so that every stop waits for the kill after ten seconds, and the arguments of `docker run` are lost. For a server on standard input a shell stands between client and server.",
  fix: FIX2,
  aliases: ["DL3025", "JSONArgsRecommended"],
  examples: {
    good: [
      { title: "exec form", dockerfile: 'FROM scratch\nENTRYPOINT ["node", "server.js"]\nCMD ["--stdio"]\n' },
      { title: "a shell that hands over", dockerfile: "FROM scratch\nENTRYPOINT exec node server.js\n" },
      { title: "a shell on purpose", dockerfile: 'FROM scratch\nSHELL ["/bin/bash", "-c"]\nCMD node server.js\n' },
      {
        title: "a health check may use a shell",
        dockerfile: 'FROM scratch\nHEALTHCHECK CMD /probe || exit 1\nENTRYPOINT ["/server"]\n'
      }
    ],
    bad: [
      { title: "ENTRYPOINT", dockerfile: "FROM scratch\nENTRYPOINT node server.js\n" },
      { title: "CMD", dockerfile: "FROM scratch\nCMD npm start\n" },
      { title: "single quotes make no JSON", dockerfile: "FROM scratch\nCMD ['node', 'server.js']\n" },
      { title: "CMD behind ENTRYPOINT", dockerfile: 'FROM scratch\nENTRYPOINT ["/entry"]\nCMD node server.js\n' }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const config = effective(evidence);
    const entrypoint = shellText2("ENTRYPOINT", config.entrypoint, evidence);
    const keyword = entrypoint === null ? "CMD" : "ENTRYPOINT";
    const setting = entrypoint === null ? config.cmd : config.entrypoint;
    if (!setting.known) return unknown("The base image may set CMD; only the built image can tell.");
    const text = entrypoint ?? shellText2("CMD", config.cmd, evidence);
    if (text === null) {
      if (!config.entrypoint.known) return unknown("The base image may set ENTRYPOINT; only the built image can tell.");
      return pass("The program is started without a shell.");
    }
    if (config.shell.value !== null && config.shell.value.length > 0)
      return pass("SHELL is set on purpose: the shell form is meant.");
    if (handsOver(text)) return pass("The shell hands over to the program with exec.");
    const behind = keyword === "CMD" && (config.entrypoint.value ?? []).length > 0;
    const message = behind ? "CMD is in shell form: ENTRYPOINT gets `/bin/sh -c` and a text as arguments." : `${keyword} is in shell form: a shell is process 1 and does not pass signals on.`;
    return fail([{ message, fix: FIX2, location: setting.from ?? fromLine(evidence) }]);
  }
};
function shellText2(keyword, setting, evidence) {
  const words = setting.value ?? [];
  const written = writtenAs(keyword, evidence, setting);
  if (written !== null) return written.json === null ? words.at(-1) ?? "" : null;
  const [shell, option, text, ...more] = words;
  if (text === void 0 || more.length > 0) return null;
  return shell === "/bin/sh" && option === "-c" ? text : null;
}
function handsOver(text) {
  const { commands, complete } = readScript(text);
  const last = commands.findLast(({ level }) => level === 0);
  return complete && last?.wrappers.includes("exec") === true && last.stdout === null;
}

// src/rules/shared/run/run-rule.ts
import { createHash } from "node:crypto";

// src/dockerfile/shell/stage-shells.ts
function shellForms(dockerfile) {
  const foreign = /* @__PURE__ */ new Set();
  const atEnd = /* @__PURE__ */ new Map();
  for (const stage of dockerfile.stages) {
    let posix = (stage.parent === null ? null : atEnd.get(stage.parent)) ?? !isWindows(stage);
    for (const instruction of stage.instructions) {
      if (instruction.keyword === "SHELL") posix = isPosix(instruction.json ?? []);
      else if (!posix) foreign.add(instruction);
    }
    atEnd.set(stage.index, posix);
  }
  return (instruction) => !foreign.has(instruction);
}
function isPosix(words) {
  return words.some((word) => isShell(programName(literal(word))));
}
function isWindows({ base, from, platform }) {
  if (platform !== null) return platform.startsWith("windows");
  return /windows|nanoserver/i.test(base ?? from);
}

// src/dockerfile/shell/runs.ts
var KNOWN = /* @__PURE__ */ new WeakMap();
function runsOf(dockerfile) {
  const known = KNOWN.get(dockerfile);
  if (known !== void 0) return known;
  const runs = readRuns(dockerfile);
  KNOWN.set(dockerfile, runs);
  return runs;
}
function readRuns(dockerfile) {
  const budget = new ShellBudget();
  const isPosix2 = shellForms(dockerfile);
  return dockerfile.reachable.flatMap(
    (stage) => (dockerfile.stages[stage]?.instructions ?? []).filter(({ keyword }) => keyword === "RUN").map((instruction) => {
      const readable = instruction.json !== null || isPosix2(instruction);
      return { stage, instruction, script: readable ? commandsOf(instruction, budget) : null };
    })
  );
}

// src/rules/shared/run/run-rule.ts
function scriptRuns(dockerfile) {
  return runsOf(dockerfile).flatMap((run) => run.script === null ? [] : { ...run, script: run.script });
}
function judgeRuns({ dockerfile }, find, content) {
  if (dockerfile === null) return unknown("Without the Dockerfile nothing tells how the image was built.", "low");
  const { faults, open = [] } = find(dockerfile);
  if (faults.length > 0) return fail(withPlaces(faults));
  const unread = runsOf(dockerfile).find(({ script }) => script === null || !script.complete);
  if (unread !== void 0) {
    return unknown(`What RUN does on line ${unread.instruction.location.startLine} cannot be read.`, "medium");
  }
  const [reason] = open;
  return reason === void 0 ? pass(content) : unknown(reason, OPEN);
}
var OPEN = "low";
function commandPlace(text) {
  const stable = text.replaceAll(/\s+/g, " ").replaceAll(/[0-9a-f]{7,}/gi, "#").replaceAll(/[0-9]+/g, "#");
  return `run:${createHash("sha256").update(stable).digest("hex").slice(0, 12)}`;
}
function withPlaces(faults) {
  const seen = /* @__PURE__ */ new Map();
  return faults.map((fault) => {
    const place = fault.place ?? "";
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    return count === 1 ? fault : { ...fault, place: `${place}#${count}` };
  });
}

// src/dockerfile/shell/variables.ts
var KNOWN2 = /* @__PURE__ */ new WeakMap();
function dockerfileVariable(dockerfile, name) {
  let values = KNOWN2.get(dockerfile);
  if (values === void 0) {
    values = collect(dockerfile);
    KNOWN2.set(dockerfile, values);
  }
  return values.get(name) ?? null;
}
function collect({ assignments }) {
  const values = /* @__PURE__ */ new Map();
  for (const { name, value } of assignments) {
    values.set(name, values.has(name) && values.get(name) !== value ? null : value);
  }
  return values;
}

// src/rules/shared/run/words.ts
function variablesOf(dockerfile, script) {
  return (name) => script.assigned.has(name) ? script.assigned.get(name) ?? null : dockerfileVariable(dockerfile, name);
}
var LONGEST2 = 2e3;
function spelled(word, lookup) {
  if (word.pieces === null) return word.shown.slice(0, LONGEST2);
  return word.pieces.map((piece) => {
    if (piece.kind === "text") return piece.text;
    return piece.kind === "variable" ? lookup(piece.name) ?? `$${piece.name}` : piece.text;
  }).join("").slice(0, LONGEST2);
}
function expanded(word, lookup) {
  return expandShellWord(word, lookup);
}
function lastPart(text) {
  const path = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text.split(/[?#]/, 1)[0] ?? "" : text;
  return path.slice(path.lastIndexOf("/") + 1);
}
function hostOf(address) {
  const found = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@\s]*@)?([a-z0-9.-]{1,100})/i.exec(address);
  return found?.[1]?.toLowerCase() ?? null;
}
function shownName(text) {
  const plain = text.replaceAll(/[^\w.@/+:=<>~^,[\]{}$*-]/g, "?");
  return plain.length > 60 ? `${plain.slice(0, 57)}...` : plain;
}

// src/rules/run-unquoted-redirect.ts
var FIX3 = "Quote the whole requirement: `pip install 'setuptools>=78.1.1'`.";
var INSTALLERS = /^(pip[\d.]*|pipx|uv|poetry|pipenv|pdm|conda|mamba|micromamba|npm|npx|yarn|pnpm|bun|gem|apk|apt|apt-get|cargo|easy_install)$/;
var VERSION = /^v?\d[\w.*-]*(,.*)?$/i;
var FILE_NAME = /\.[a-z]{2,}$/i;
var runUnquotedRedirect = {
  id: "run-unquoted-redirect",
  title: "Version bounds in RUN are quoted",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "The shell takes an unquoted `>` for a redirection: `pip install setuptools>=78.1.1` installs any setuptools and writes a file named `=78.1.1`. The bound, often there because of a vulnerability, is silently gone.",
  fix: FIX3,
  aliases: [],
  examples: {
    good: [
      { title: "quoted", dockerfile: `FROM scratch
RUN pip install 'setuptools>=78.1.1' "wheel<1"
` },
      { title: "an exact version", dockerfile: "FROM scratch\nRUN pip install setuptools==78.1.1\n" },
      {
        title: "real redirections",
        dockerfile: "FROM scratch\nRUN pip install -r a.txt>/dev/null 2>&1 && echo a>b && pip freeze>1.txt\n"
      },
      { title: "a JSON form has no shell", dockerfile: 'FROM scratch\nRUN ["pip", "install", "setuptools>=78.1.1"]\n' }
    ],
    bad: [
      {
        title: "a lower bound",
        dockerfile: "FROM scratch\nRUN python -m pip install --upgrade pip setuptools>=78.1.1\n"
      },
      { title: "an upper bound", dockerfile: "FROM scratch\nRUN pip install django<5\n" },
      { title: "in a heredoc", dockerfile: "FROM scratch\nRUN <<EOF\npip install requests>2.31,<3\nEOF\n" }
    ]
  },
  judge(evidence) {
    const left = leftBehind(evidence);
    if (evidence.dockerfile === null && left.length > 0) return fail(left);
    return judgeRuns(
      evidence,
      (dockerfile) => withImage(runFaults(dockerfile), left),
      "No version bound is taken for a redirection."
    );
  }
};
function withImage(faults, left) {
  return { faults: faults.length > 0 ? faults : left };
}
function runFaults(dockerfile) {
  return scriptRuns(dockerfile).flatMap(
    ({ script, instruction }) => script.commands.flatMap((command) => {
      const redirect = command.redirects.find((one) => isBound(one, command));
      if (redirect === void 0) return [];
      const bound = shownName(`${redirect.operator}${redirect.target?.shown ?? ""}`);
      return [
        {
          message: `The shell takes ${bound} for a redirection: ${shownName(command.name ?? "the command")} never sees this bound.`,
          fix: FIX3,
          location: instruction.location,
          place: commandPlace(command.text)
        }
      ];
    })
  );
}
function isBound({ operator, descriptor, target, glued }, command) {
  if (operator !== ">" && operator !== "<" || descriptor !== null || target === null) return false;
  const { shown: shown2 } = target;
  const installs = isInstaller(command);
  if (shown2.startsWith("=") && shown2.length > 1) return glued || installs;
  return glued && installs && VERSION.test(shown2) && !FILE_NAME.test(shown2);
}
function isInstaller({ name, words }) {
  if (name === null) return false;
  if (/^(python|pypy)[\d.]*$/.test(name)) return words[1]?.shown === "-m" && words[2]?.shown === "pip";
  return INSTALLERS.test(name);
}
function leftBehind(evidence) {
  const { image } = evidence;
  if (image === null || image.files === null) return [];
  const folder = image.config.workingDir.replace(/\/$/, "");
  const stray = image.files.merged.find(
    ({ path, type }) => type === "file" && /^=\d/.test(lastPart(path)) && (path.lastIndexOf("/") === 0 || path.slice(0, path.lastIndexOf("/")) === folder)
  );
  if (stray === void 0) return [];
  return [
    {
      message: `The image has a file ${shownName(stray.path)}: an unquoted version bound was taken for a redirection.`,
      fix: FIX3,
      location: fromLine(evidence),
      place: "file"
    }
  ];
}

// src/rules/user-non-root.ts
var FIX4 = "Create a user in the final stage and select it last: `RUN adduser -D -u 10001 app` and `USER 10001`. Many bases bring one already, such as `node` (uid 1000).";
var userNonRoot = {
  id: "user-non-root",
  title: "The container does not run as root",
  severity: { mcp: "high", container: "high", strict: "high" },
  why: "A process that is root in its container owns every file there, and one kernel or runtime flaw away it is root on the host. An MCP server runs what a model asks for.",
  fix: FIX4,
  aliases: ["DL3002", "CIS-DI-0001", "DS-0002", "CIS 4.1"],
  examples: {
    good: [
      {
        title: "a user by number",
        dockerfile: 'FROM scratch\nCOPY server /server\nUSER 10001\nENTRYPOINT ["/server"]\n'
      },
      { title: "root while building only", dockerfile: 'FROM scratch\nUSER root\nUSER app\nENTRYPOINT ["/server"]\n' },
      {
        title: "a stage that the target builds on selects it",
        dockerfile: 'FROM scratch AS base\nUSER 65532:65532\nFROM base\nENTRYPOINT ["/server"]\n'
      }
    ],
    bad: [
      { title: "no USER at all", dockerfile: 'FROM scratch\nENTRYPOINT ["/server"]\n' },
      {
        title: "USER in the builder only",
        dockerfile: 'FROM scratch AS build\nUSER app\nFROM scratch\nENTRYPOINT ["/server"]\n'
      },
      { title: "uid 0 in another spelling", dockerfile: 'FROM scratch\nUSER 00:1000\nENTRYPOINT ["/server"]\n' },
      { title: "a group without a user", dockerfile: 'FROM scratch\nUSER :1000\nENTRYPOINT ["/server"]\n' }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    if (evidence.image !== null) return judgeImage(evidence, evidence.image);
    return judgeDockerfile(evidence);
  }
};
function judgeImage(evidence, image) {
  const { user } = image.config;
  const found = resolveRunUser(user, image.texts["/etc/passwd"], image.texts["/etc/group"]);
  if (found.kind === "unknown") return unknown(`USER ${quote(user)} is open: ${found.message}.`);
  return judgeResolved(evidence, user, found);
}
function judgeResolved(evidence, user, found) {
  const location = effective(evidence).user.from ?? fromLine(evidence);
  if (found.kind === "error") {
    const message = `USER ${quote(user)} cannot be resolved in the image, so no container starts: ${found.message}.`;
    return { ...fail([{ message, fix: FIX4, location }]), sameAs: "user-resolvable" };
  }
  if (found.uid !== 0) return pass(`Runs as uid ${found.uid}${user === "" ? "" : ` (USER ${quote(user)})`}.`);
  return fail([{ message: `${asRoot(user)}${unselected(evidence)}`, fix: FIX4, location }]);
}
function judgeDockerfile(evidence) {
  const { user } = effective(evidence);
  if (!user.known) return unknown(`The user comes from something this file does not show${baseOf(evidence)}.`);
  const text = user.value ?? "";
  const name = text.split(":", 1)[0] ?? "";
  if (name === "toor") return unknown("USER toor is another name of uid 0 on many systems; only the image can tell.");
  if (name !== "" && name !== "root" && !/^[+-]?\d+$/.test(name))
    return pass(`USER ${quote(text)} is selected at the end.`);
  return judgeResolved(evidence, text, resolveRunUser(text.split(":", 1)[0] ?? "", "root:x:0:0::/root:\n", null));
}
function asRoot(user) {
  return user === "" ? "No USER is set, so the container runs as root." : `USER ${quote(user)} is root (uid 0).`;
}
function unselected(evidence) {
  const dockerfile = evidence.dockerfile;
  const stage = dockerfile?.stages[dockerfile.target];
  const creates = stage?.instructions.some(
    ({ keyword, text }) => keyword === "RUN" && /\b(useradd|adduser)\b/.test(text)
  );
  return creates === true && effective(evidence).user.from === null ? " A user is created but never selected." : "";
}
function baseOf(evidence) {
  const base = evidence.dockerfile?.base;
  return base === null || base === void 0 ? "" : ` (base image ${quote(base.reference ?? base.written)})`;
}
function quote(text) {
  return `"${text.slice(0, 100)}"`;
}

// src/rules/user-numeric.ts
var FIX5 = "Write the number: `USER 10001` (or `USER 10001:10001`), with an ARG for it if it should be settable.";
var userNumeric = {
  id: "user-numeric",
  title: "USER is a number",
  severity: { mcp: "low", container: "low", strict: "medium" },
  why: "Kubernetes cannot tell whether a name is root: with `runAsNonRoot` it refuses the container. Outside Kubernetes a name is as good.",
  fix: FIX5,
  aliases: ["DL3066"],
  examples: {
    good: [
      { title: "a number", dockerfile: 'FROM scratch\nUSER 10001\nENTRYPOINT ["/server"]\n' },
      {
        title: "a number from a variable",
        dockerfile: 'FROM scratch\nARG APP_UID=1654\nUSER ${APP_UID}\nENTRYPOINT ["/server"]\n'
      },
      { title: "the group may have a name", dockerfile: 'FROM scratch\nUSER 10001:app\nENTRYPOINT ["/server"]\n' }
    ],
    bad: [
      { title: "a name", dockerfile: 'FROM scratch\nUSER app\nENTRYPOINT ["/server"]\n' },
      {
        title: "a name that an earlier stage selects",
        dockerfile: 'FROM scratch AS base\nUSER node:node\nFROM base\nENTRYPOINT ["/server"]\n'
      }
    ]
  },
  judge(evidence) {
    if (isDataImage(evidence)) return notApplicable("Nothing can be started in this image: it carries data only.");
    const { user } = effective(evidence);
    if (!user.known) return unknown("USER comes from something this file does not show.");
    const name = (user.value ?? "").split(":", 1)[0] ?? "";
    if (name === "") return notApplicable("No USER is set.");
    if (/^[+-]?\d+$/.test(name)) return pass(`USER ${shown(user.value ?? "")} is a number.`);
    const location = user.from ?? fromLine(evidence);
    return fail([
      { message: `USER ${shown(user.value ?? "")} is a name, which runAsNonRoot refuses.`, fix: FIX5, location }
    ]);
  }
};

// src/dockerfile/expand-at.ts
var LONGEST3 = 4096;
var DEEPEST4 = 200;
function expandAt(dockerfile, stage, instruction, word) {
  if (!/[$'"\\`]/.test(word)) return word;
  if (word.length > LONGEST3 || word.includes("`")) return null;
  try {
    const { text, known } = expandWord(word, scopeAt(dockerfile, stage, instruction), { escapeToken: "\\" });
    return known ? text : null;
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
}
function scopeAt(dockerfile, stage, { location }) {
  const chain = chainUpwards(dockerfile, stage);
  const root = chain.at(-1);
  const whole = root !== void 0 && root.parent === null;
  const found = /* @__PURE__ */ new Map();
  let spent = 0;
  return {
    complete: whole && root.base === SCRATCH,
    spend: (characters) => {
      spent += characters;
      if (spent > LONGEST3) throw new Rejection("the value is too long");
    },
    lookup: (name) => {
      const known = found.get(name);
      if (known !== void 0) return known;
      const value = whole ? lookUp2(dockerfile, chain, name, location.startLine) : null;
      found.set(name, value);
      return value;
    }
  };
}
function lookUp2(dockerfile, chain, name, line) {
  const at = (index) => assignmentsOf(dockerfile, name, index);
  const [own, ...inherited] = chain.map(({ index }) => at(index));
  const env = inherited.flatMap((list) => list.findLast(({ kind }) => kind === "env") ?? []);
  const assignment = lastBefore(own ?? [], line) ?? env[0] ?? inherited.flatMap((list) => list.at(-1) ?? [])[0];
  if (assignment === void 0) return null;
  const value = assignment.value ?? (assignment.kind === "arg" ? at(null).at(-1)?.value ?? null : null);
  return { value: value ?? "", known: value !== null };
}
function chainUpwards({ stages }, stage) {
  const chain = [];
  for (let next = stage; next !== void 0 && chain.length < DEEPEST4; ) {
    chain.push(next);
    next = next.parent === null ? void 0 : stages[next.parent];
  }
  return chain;
}
function lastBefore(list, line) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = low + high >> 1;
    if ((list[middle]?.location.startLine ?? line) < line) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}
var INDEXES = /* @__PURE__ */ new WeakMap();
function assignmentsOf(dockerfile, name, stage) {
  const known = INDEXES.get(dockerfile);
  const index = known ?? Map.groupBy(dockerfile.assignments, (one) => `${one.stage ?? ""}:${one.name}`);
  if (known === void 0) INDEXES.set(dockerfile, index);
  return index.get(`${stage ?? ""}:${name}`) ?? [];
}

// src/rules/workdir-absolute.ts
var FIX6 = "Name a folder of the application by its full path: `WORKDIR /app`.";
var SYSTEM = /^\/(proc|sys|dev|etc|boot|bin|sbin|lib|lib64)(\/|$)/;
var workdirAbsolute = {
  id: "workdir-absolute",
  title: "The working directory is absolute and belongs to the application",
  severity: { mcp: "medium", container: "medium", strict: "medium" },
  why: "A relative WORKDIR hangs on what the base image had set, and moves when the base changes. A program that starts in a folder of the system writes there, or cannot read its own folder.",
  fix: FIX6,
  aliases: ["DL3000", "DS-0009", "DS-0030", "WorkdirRelativePath"],
  examples: {
    good: [
      { title: "a full path", dockerfile: "FROM scratch\nWORKDIR /app\n" },
      { title: "relative to one that is set before", dockerfile: "FROM scratch\nWORKDIR /srv\nWORKDIR app\n" },
      {
        title: "relative to one of an earlier stage",
        dockerfile: "FROM scratch AS base\nWORKDIR /srv\nFROM base\nWORKDIR app\n"
      },
      {
        title: "a full path in a variable",
        dockerfile: 'FROM scratch\nARG HOME=/home/app\nWORKDIR "${HOME}/server"\n'
      },
      { title: "none", dockerfile: 'FROM scratch\nENTRYPOINT ["/server"]\n' }
    ],
    bad: [
      { title: "relative", dockerfile: "FROM scratch\nWORKDIR app\n" },
      {
        title: "relative in a builder",
        dockerfile: "FROM golang:1.26 AS build\nWORKDIR src\nFROM scratch\nCOPY --from=build /go/src/x /x\n"
      },
      { title: "a folder of the system", dockerfile: 'FROM scratch\nWORKDIR /etc/app\nENTRYPOINT ["/server"]\n' },
      {
        title: "root's home for another user",
        dockerfile: 'FROM scratch\nWORKDIR /root/app\nUSER 1000\nENTRYPOINT ["/server"]\n'
      }
    ]
  },
  judge(evidence) {
    const { dockerfile, image } = evidence;
    if (dockerfile === null && image === null) return unknown("Neither a Dockerfile nor an image is at hand.");
    const relative = dockerfile === null ? { faults: [], open: null } : relativeFirst(dockerfile);
    const system = systemFolder(evidence);
    const faults = [...relative.faults, ...system === null ? [] : [system]];
    if (faults.length > 0) return fail(faults);
    if (relative.open !== null) return unknown(`${relative.open}: its variables have no value here.`);
    const { value, known } = effective(evidence).workingDir;
    if (!known) return unknown("The base image may set the working directory; only the built image can tell.");
    return pass(
      value === null ? "No working directory is set, which means the root folder." : `Starts in ${show(value)}.`
    );
  }
};
function relativeFirst(dockerfile) {
  const done = /* @__PURE__ */ new Set();
  const faults = [];
  let open = null;
  for (const stage of reachableStages(dockerfile)) {
    if (stage.parent !== null && done.has(stage.parent)) {
      done.add(stage.index);
      continue;
    }
    const first = stage.instructions.find(({ keyword }) => keyword === "WORKDIR");
    if (first === void 0) continue;
    done.add(stage.index);
    const path = expandAt(dockerfile, stage, first, first.text);
    if (path === null && !/^["']?[\\/]/.test(first.text)) open ??= `WORKDIR ${show(first.text)}`;
    if (path === null || isAbsolute(path)) continue;
    faults.push({
      message: `WORKDIR ${show(path)} is relative: it depends on the working directory of the base image.`,
      fix: FIX6,
      location: first.location,
      place: `workdir:${stageName(dockerfile, stage)}`,
      severity: isFinal(dockerfile, stage) ? null : "low"
    });
  }
  return { faults, open };
}
function isAbsolute(path) {
  return /^([\\/]|[A-Za-z]:[\\/])/.test(path);
}
function isFinal({ stages, target }, wanted) {
  for (let stage = stages[target]; stage !== void 0; stage = stages[stage.parent ?? -1]) {
    if (stage.index === wanted.index) return true;
  }
  return false;
}
function systemFolder(evidence) {
  const { workingDir, user } = effective(evidence);
  if (!workingDir.known || workingDir.value === null) return null;
  const path = cleanPath(workingDir.value);
  const location = workingDir.from ?? fromLine(evidence);
  const fault = { fix: FIX6, location, place: "workdir" };
  if (SYSTEM.test(path)) return { ...fault, message: `The program starts in ${show(path)}, a folder of the system.` };
  if (path === "/" && workingDir.from !== null) {
    const message = "WORKDIR / makes the root folder the working directory: relative paths end up among the system folders.";
    return { ...fault, message, severity: "low" };
  }
  if (/^\/root(\/|$)/.test(path) && user.known && isOther(user.value ?? "")) {
    const message = `The program starts in ${show(path)}, but runs as ${show(user.value ?? "")}, who usually may not enter /root.`;
    return { ...fault, message };
  }
  return null;
}
function isOther(user) {
  const name = user.split(":", 1)[0] ?? "";
  return name !== "" && name !== "root" && name !== "toor" && !/^[+-]?0+$/.test(name);
}
function show(path) {
  return path.replace(new RegExp("\\p{Cc}+", "gu"), " ").slice(0, 100);
}

// src/rules/shared/account-creation.ts
var NOTHING = { names: [], creates: [], open: false };
var CREATORS = {
  useradd: "user",
  adduser: "user",
  groupadd: "group",
  addgroup: "group"
};
var CREATES = /^(-[DSH]+|--system|--disabled-(password|login))$/;
var GUARD = /\|\||\b(if|id|getent|case|grep)\b/;
var LONGEST4 = 65536;
function accountChange(dockerfile, stage, instruction) {
  if (instruction.keyword === "COPY" || instruction.keyword === "ADD") {
    const destination = expandAt(dockerfile, stage, instruction, copyDestination(instruction));
    const path = destination === null ? null : cleanPath(`/${destination}`);
    return { ...NOTHING, open: path === null || path === "/" || path === "/etc" || path.startsWith("/etc/") };
  }
  if (instruction.keyword !== "RUN") return NOTHING;
  const text = [instruction.json?.join(" ") ?? instruction.text, ...instruction.heredocs.map(({ content }) => content)].join("\n").slice(0, LONGEST4);
  const value = (word) => expandAt(dockerfile, stage, instruction, word) ?? "";
  const commands = text.split(/[;&|\n(){}]+/).flatMap((command) => readCreation(command) ?? []);
  const guarded = GUARD.test(text);
  return {
    names: commands.flatMap(({ words }) => words.flatMap((word) => value(word).split(/[,:=]/))),
    creates: guarded ? [] : commands.flatMap(({ kind, last }) => last === null ? [] : `${kind}:${value(last)}`),
    open: true
  };
}
function readCreation(command) {
  const all = command.split(/\s+/).filter((word) => word !== "");
  const at = all.findIndex((word) => Object.hasOwn(CREATORS, baseName(word)));
  const program = baseName(all[at] ?? "");
  const kind = CREATORS[program];
  if (at < 0 || kind === void 0) return null;
  const words = all.slice(at + 1);
  const last = words.at(-1) ?? "-";
  const creates = program.endsWith("add") || words.length === 1 || words.some((word) => CREATES.test(word));
  return { kind, words, last: creates && !last.startsWith("-") ? last : null };
}
function baseName(word) {
  return word.slice(word.lastIndexOf("/") + 1);
}

export {
  RULE_PROFILES,
  pass,
  unknown,
  notApplicable,
  fail,
  baseDigest,
  expandAt,
  stageChain,
  finalChain,
  reachableStages,
  stageName,
  stageNamed,
  accountChange,
  dockerfileVariable,
  literal,
  variablesOf,
  spelled,
  expanded,
  lastPart,
  hostOf,
  shownName,
  grammar,
  readArguments,
  hasOption,
  optionValue,
  programName,
  isShell,
  readShellStart,
  STDIN,
  commandsOf,
  readScript,
  runsOf,
  scriptRuns,
  judgeRuns,
  commandPlace,
  duplicateInstruction,
  startOf,
  writtenAs,
  fileText,
  entrypointExecForm,
  runUnquotedRedirect,
  isBound,
  userNonRoot,
  userNumeric,
  workdirAbsolute
};
