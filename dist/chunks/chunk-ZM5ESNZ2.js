import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/image/attribution/matches.ts
import { posix } from "node:path";

// src/image/attribution/history-text.ts
var NOP = "#(nop)";
function readHistoryEntry(entry, shells) {
  const { emptyLayer, comment } = entry;
  const text = squeeze(entry.createdBy);
  const nop = text.indexOf(NOP);
  if (nop !== -1 && shells.includes(text.slice(0, nop).trim())) {
    return { ...split(text.slice(nop + NOP.length).trim()), legacy: true, emptyLayer, comment };
  }
  const { keyword, body } = split(text);
  if (!INSTRUCTIONS.has(keyword)) {
    return { keyword: text === "" ? "" : "RUN", body: text, legacy: true, emptyLayer, comment };
  }
  return { keyword, body: body.replace(/ ?# buildkit$/, ""), legacy: false, emptyLayer, comment };
}
function squeeze(text) {
  return text.replace(/\s+/g, " ").trim();
}
function split(text) {
  const blank = text.indexOf(" ");
  const keyword = blank === -1 ? text : text.slice(0, blank);
  return { keyword, body: blank === -1 ? "" : text.slice(blank + 1) };
}
var INSTRUCTIONS = new Set(
  "ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR".split(
    " "
  )
);

// src/image/attribution/word-pattern.ts
function wordPattern(word) {
  const pieces = [];
  let piece = "";
  let quote = "";
  for (let at = 0; at < word.length; at += 1) {
    const char = word[at] ?? "";
    if (quote === "" ? char === "'" || char === '"' : char === quote) {
      quote = quote === "" ? char : "";
    } else if (char === "\\" && quote !== "'") {
      at += 1;
      piece += word[at] ?? "";
    } else if (char === "$" && quote !== "'") {
      pieces.push(piece);
      piece = "";
      at = endOfVariable(word, at);
    } else {
      piece += char;
    }
  }
  return { pieces: [...pieces, piece] };
}
function endOfVariable(word, start) {
  if (word[start + 1] !== "{") {
    let end = start;
    while (/[A-Za-z0-9_]/.test(word[end + 1] ?? "")) end += 1;
    return end;
  }
  let depth = 0;
  for (let at = start + 1; at < word.length; at += 1) {
    depth += word[at] === "{" ? 1 : word[at] === "}" ? -1 : 0;
    if (depth === 0) return at;
  }
  return word.length;
}
function joinPatterns(words) {
  const pieces = [];
  for (const [index, word] of words.entries()) {
    const [first = "", ...rest] = word.pieces;
    const before = index === 0 ? void 0 : pieces.pop();
    pieces.push(before === void 0 ? first : `${before} ${first}`, ...rest);
  }
  return { pieces };
}
function fits(text, { pieces }) {
  const [first = "", ...rest] = pieces;
  const last = rest.pop();
  if (last === void 0) return text === first;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}

// src/image/attribution/matches.ts
function matches(step, instruction, shells) {
  if (step.keyword !== instruction.keyword) return false;
  switch (step.keyword) {
    case "RUN":
      return matchesRun(step.body, instruction, shells);
    case "COPY":
    case "ADD":
      return matchesCopy(step, instruction);
    case "WORKDIR":
      return matchesWorkdir(step.body, instruction.text);
    case "ARG":
    case "ENV":
    case "USER":
      return matchesName(step.body, instruction.text);
    default:
      return true;
  }
}
function matchesRun(body, instruction, shells) {
  const { json } = instruction;
  return (json === null ? shellCommands(instruction) : [json.join(" ")]).map(squeeze).some((command) => {
    if (!body.endsWith(command)) return false;
    const before = body.slice(0, body.length - command.length);
    if (before === "" || json !== null) return isArguments(before);
    const shell = shells.find((words) => before.trimEnd().endsWith(words));
    if (shell === void 0) return false;
    const args = before.trimEnd().slice(0, -shell.length);
    return isArguments(args) && !shells.some((words) => args.includes(` ${words} `));
  });
}
function isArguments(text) {
  return text === "" || /^\|[0-9]+ .* $/s.test(text);
}
function shellCommands({ text, heredocs }) {
  const [first, second] = heredocs;
  if (first === void 0) return [text];
  const whole = [text, ...heredocs.map(({ content, name }) => `${content}${name}`)].join("\n");
  if (second !== void 0 || !/^[0-9]*<<-?\s*\S+$/.test(text)) return [whole];
  return [first.content.startsWith("#!") ? `/dev/pipes/${first.name}` : first.content];
}
function matchesCopy({ body, legacy }, { text, json, heredocs }) {
  const words = json ?? squeeze(text).split(" ").filter(isNoFlag);
  const destination = wordPattern(words.at(-1) ?? "");
  if (legacy) {
    const place = body.indexOf(" in ");
    return place !== -1 && fits(body.slice(place + 4), squeezed(destination));
  }
  const isHeredoc = (word) => json === null && heredocs.length > 0 && /^[0-9]*<</.test(word);
  const sources = words.slice(0, -1).filter((word) => !isHeredoc(word));
  const files = heredocs.map(({ name }) => `<<${name}`);
  const said = body.split(" ");
  while (said[0]?.startsWith("--") === true) said.shift();
  const expected = [...sources.map(wordPattern), ...files.map((name) => ({ pieces: [name] })), destination];
  return fits(said.join(" "), squeezed(joinPatterns(expected)));
}
function isNoFlag(word, index, all) {
  return !word.startsWith("--") || all.slice(0, index).some((before) => !before.startsWith("--"));
}
function squeezed({ pieces }) {
  return { pieces: pieces.map((piece) => piece.replace(/\s+/g, " ")) };
}
function matchesWorkdir(body, written) {
  const { pieces } = wordPattern(written.trim());
  const [first = ""] = pieces;
  if (!body.startsWith("/")) return false;
  if (pieces.length > 1) return true;
  const path = posix.normalize(first).replace(/(.)\/$/, "$1");
  if (path.startsWith("/")) return body === path;
  return path === "." || path.startsWith("..") || body.endsWith(`/${path}`);
}
function matchesName(body, text) {
  const name = /^[A-Za-z0-9_.-]+/.exec(text)?.[0];
  return name === void 0 || body.startsWith(name);
}

// src/image/attribution/align.ts
function alignAll(history, steps, shells) {
  const squashed = isMerge(history.at(-1));
  const left = squashed ? history.slice(0, -1) : [...history];
  const pairs = [];
  for (const step of steps.toReversed()) {
    const entry = left.at(-1);
    if (step.instruction.keyword === "ONBUILD" && entry?.keyword !== "ONBUILD") continue;
    if (entry === void 0 || !matches(entry, step.instruction, shells)) return null;
    left.pop();
    pairs.unshift({ entry, step });
  }
  const layers = pairs.filter(({ entry }) => !entry.emptyLayer);
  if (squashed) return layers.length === 0 ? { steps: [null] } : null;
  const isOdd = pairs.some(({ entry }) => holdsMore(entry));
  return { steps: layers.map(({ step }) => isOdd ? null : step) };
}
function isMerge(entry) {
  return entry !== void 0 && !entry.emptyLayer && entry.keyword === "" && entry.comment.startsWith("merge sha256:");
}
function holdsMore({ keyword, emptyLayer }) {
  return emptyLayer ? keyword === "COPY" || keyword === "ADD" : !MAKES_LAYERS.has(keyword);
}
var MAKES_LAYERS = /* @__PURE__ */ new Set(["RUN", "COPY", "ADD", "WORKDIR"]);
function alignLayers(history, steps, shells) {
  const left = history.filter(({ emptyLayer }) => !emptyLayer);
  const found = [];
  for (const step of steps.filter(({ instruction }) => MAKES_LAYERS.has(instruction.keyword)).toReversed()) {
    const entry = left.at(-1);
    if (entry !== void 0 && matches(entry, step.instruction, shells)) {
      left.pop();
      found.unshift(step);
    } else if (step.instruction.keyword !== "WORKDIR") {
      return null;
    }
  }
  return { steps: found };
}

// src/image/attribution/build-steps.ts
function buildSteps(dockerfile, bases) {
  const steps = [];
  let triggers = [];
  for (const file of [...bases, dockerfile]) {
    for (const stage of chainOf(file)) {
      const toStep = (instruction) => ({
        instruction,
        own: file === dockerfile,
        copiedFrom: sourceStage(instruction, file.stages)
      });
      steps.push(...triggers, ...stage.instructions.map(toStep));
      triggers = stage.instructions.flatMap(triggered).map(toStep);
    }
  }
  return steps;
}
function chainOf({ stages, target }) {
  const byIndex = new Map(stages.map((stage) => [stage.index, stage]));
  const chain = [];
  for (let stage = byIndex.get(target); stage !== void 0; stage = byIndex.get(stage.parent ?? -1)) {
    chain.unshift(stage);
  }
  return chain;
}
function triggered({ keyword, text, location, heredocs }) {
  const match = keyword === "ONBUILD" ? /^([A-Za-z]+)\s+(.*)$/s.exec(text) : null;
  if (match === null) return [];
  const [, name = "", rest = ""] = match;
  return [{ keyword: name.toUpperCase(), text: rest, flags: [], json: jsonWords(rest), heredocs, location }];
}
function jsonWords(text) {
  if (!text.startsWith("[")) return null;
  try {
    const words = JSON.parse(text);
    return Array.isArray(words) && words.every((word) => typeof word === "string") ? words : null;
  } catch {
    return null;
  }
}
function sourceStage({ flags }, stages) {
  const from = flags.find(({ name }) => name === "from")?.value;
  if (from === void 0) return null;
  const wanted = from.toLowerCase();
  return stages.findLast(({ name, index }) => name === wanted || String(index) === wanted)?.location ?? null;
}

// src/image/attribution.ts
function attributeLayers(image, dockerfile, bases = []) {
  for (let skipped = 0; skipped <= bases.length; skipped += 1) {
    const known = bases.slice(skipped);
    const sources = attribute(image, dockerfile, known);
    if (sources !== null) return sources;
  }
  return /* @__PURE__ */ new Map();
}
function attribute(image, dockerfile, bases) {
  const steps = buildSteps(dockerfile, bases);
  const shells = shellsOf(image, steps);
  const history = image.history.map((entry) => readHistoryEntry(entry, shells));
  if (history.filter(({ emptyLayer }) => !emptyLayer).length !== image.layers.length) return null;
  const built = withoutFillers(history);
  const aligned = alignAll(built, steps, shells) ?? alignLayers(built, steps, shells);
  const from = (bases[0] ?? dockerfile).base;
  if (aligned === null || from === null !== (aligned.steps.length === image.layers.length)) return null;
  return sourcesOf(image, aligned, from?.location ?? null);
}
function sourcesOf(image, { steps }, from) {
  const sources = /* @__PURE__ */ new Map();
  const below = image.layers.length - steps.length;
  for (const [index, { diffId }] of image.layers.entries()) {
    if (sources.has(diffId)) continue;
    if (index < below) {
      if (from !== null) sources.set(diffId, { origin: "base", location: from, instruction: null, copiedFrom: null });
      continue;
    }
    const step = steps[index - below] ?? null;
    if (step === null) continue;
    const { instruction, own, copiedFrom } = step;
    sources.set(diffId, {
      origin: own ? "build" : "base",
      location: instruction.location,
      instruction,
      copiedFrom
    });
  }
  return sources;
}
function shellsOf({ config }, steps) {
  const set = steps.flatMap(
    ({ instruction: { keyword, json } }) => keyword === "SHELL" && json !== null ? [json.join(" ")] : []
  );
  return [.../* @__PURE__ */ new Set(["/bin/sh -c", ...set, ...config.shell === null ? [] : [config.shell.join(" ")]])];
}
function withoutFillers(history) {
  const last = history.findLastIndex(({ comment }) => comment !== "buildkit.exporter.image.v0");
  return history.slice(0, last + 1);
}

export {
  attributeLayers
};
