import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  PROFILES,
  TRANSPORTS
} from "./chunk-YNBUDIOP.js";
import {
  formatImageReference,
  parseImageReference,
  require_dist
} from "./chunk-745BOILJ.js";
import {
  _enum,
  array,
  preprocess,
  record,
  strictObject,
  string
} from "./chunk-6ZP7LTEL.js";
import {
  UsageError,
  errorMessage
} from "./chunk-AZR4UGO6.js";
import {
  __toESM
} from "./chunk-6SMW72EV.js";

// src/policy/file/read.ts
var import_yaml2 = __toESM(require_dist(), 1);

// src/policy/file/did-you-mean.ts
function didYouMean(word, known) {
  if (word.length > 40) return null;
  const ranked = known.map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate) })).sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== void 0 && best.distance <= Math.min(2, best.candidate.length / 2) ? best.candidate : null;
}
function distance(from, to) {
  let before = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const next = [row];
    for (let column = 1; column <= to.length; column++) {
      const changed = from[row - 1] === to[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + changed);
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) least = Math.min(least, (before[column - 2] ?? 0) + 1);
      next.push(least);
    }
    before = last;
    last = next;
  }
  return last[to.length] ?? 0;
}

// src/policy/file/place.ts
var import_yaml = __toESM(require_dist(), 1);
function placeOf(path2, document, lines) {
  let node = document.contents;
  let offset = 0;
  for (const step of path2) {
    const next = stepInto(node, step);
    if (next === null) break;
    offset = next.offset ?? offset;
    node = next.node;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), col: Math.max(col, 1) };
}
function stepInto(node, step) {
  if ((0, import_yaml.isMap)(node)) {
    const pair = node.items.find(({ key }) => ((0, import_yaml.isScalar)(key) ? String(key.value) : key) === String(step));
    return pair === void 0 ? null : { node: pair.value, offset: startOf(pair.key) };
  }
  if ((0, import_yaml.isSeq)(node)) {
    const item = node.items[Number(step)];
    return item === void 0 ? null : { node: item, offset: startOf(item) };
  }
  return null;
}
function startOf(node) {
  return (0, import_yaml.isNode)(node) && node.range ? node.range[0] : null;
}

// src/policy/file/schema.ts
var text = (what) => string({ error: () => `write ${what}` }).min(1, `write ${what}`).max(1e3, `${what} has at most 1000 characters`).refine((value) => !new RegExp("\\p{Cc}", "u").test(value), "control characters are not allowed");
var path = (what) => text(what).refine(
  (value) => !/^([\\/]|[A-Za-z]:)/.test(value) && !value.split(/[\\/]/).includes(".."),
  "write a path inside the repository, relative to its root"
);
var buildArgs = record(
  string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "write the name of an ARG"),
  string({ error: () => "write a text (in quotes where YAML would read something else)" }),
  { error: () => "write a map of names and values" }
);
var build = preprocess(
  (value) => typeof value === "string" ? { dockerfile: value } : value,
  strictObject(
    {
      dockerfile: path("the path of a Dockerfile"),
      target: text("a stage").optional(),
      "build-args": buildArgs.optional()
    },
    { error: custom("write the path of a Dockerfile, or a map with dockerfile, target and build-args") }
  )
);
var repository = string().refine((name) => {
  const reference = parseImageReference(name);
  return reference !== null && reference.tag === null && reference.digest === null;
}, "write an image repository without tag and digest, such as ghcr.io/acme/base");
var image = strictObject(
  {
    name: text("a name").optional(),
    image: text("an image").optional(),
    dockerfile: path("the path of a Dockerfile").optional(),
    target: text("a stage").optional(),
    "build-args": buildArgs.optional(),
    platform: string({ error: () => "write os/architecture, such as linux/amd64" }).regex(/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9]+)?$/, "write os/architecture, such as linux/amd64").optional(),
    transport: _enum(TRANSPORTS, { error: () => `allowed: ${TRANSPORTS.join(", ")}` }).optional(),
    context: path("a folder").optional()
  },
  { error: custom("write a map with image, dockerfile or both") }
).refine(
  (value) => value.image !== void 0 || value.dockerfile !== void 0,
  "name an image, a Dockerfile or both"
);
var policySchema = strictObject(
  {
    profile: _enum(PROFILES, { error: () => `allowed: ${PROFILES.join(", ")}` }).optional(),
    bases: record(repository, build, { error: custom("write a map of image repositories and Dockerfiles") }).optional(),
    images: array(image, { error: () => "write a list of images" }).max(1e3, "at most 1000 images").optional()
  },
  { error: custom("write a map with profile, bases and images") }
);
var KNOWN_KEYS = {
  "": ["profile", "bases", "images"],
  "bases.*": ["dockerfile", "target", "build-args"],
  "images.*": ["name", "image", "dockerfile", "target", "build-args", "platform", "transport", "context"]
};
function custom(words) {
  return ({ code }) => code === "invalid_type" ? words : void 0;
}

// src/policy/file/mistakes.ts
function mistakesOf(issues, document, lines) {
  return issues.flatMap((issue) => {
    const path2 = issue.path.map((step) => typeof step === "number" ? step : String(step));
    if (issue.code === "unrecognized_keys") {
      const known = KNOWN_KEYS[pattern(path2)] ?? [];
      return issue.keys.map((key) => ({
        message: unknownKey(key, known),
        ...placeOf([...path2, key], document, lines)
      }));
    }
    const name = path2.length === 0 ? "" : `${path2.map(shown).join(".")}: `;
    return [{ message: `${name}${wordsOf(issue)}`, ...placeOf(path2, document, lines) }];
  }).sort((a, b) => a.line - b.line || a.col - b.col);
}
function wordsOf(issue) {
  return issue.code === "invalid_key" ? issue.issues[0]?.message ?? issue.message : issue.message;
}
function unknownKey(key, known) {
  const meant = didYouMean(key, known);
  return `unknown key ${shownKey(key)}; ${meant === null ? `known: ${known.join(", ")}` : `did you mean "${meant}"?`}`;
}
function pattern(path2) {
  return path2.map((step, index) => index === 0 ? step : "*").join(".");
}
function shown(step) {
  return String(step).replace(new RegExp("\\p{Cc}+", "gu"), " ").slice(0, 100);
}
function shownKey(key) {
  return JSON.stringify(key.length > 60 ? `${key.slice(0, 59)}\u2026` : key);
}

// src/policy/file/read.ts
function readPolicyFile(text2, file) {
  const lines = new import_yaml2.LineCounter();
  const document = parse(text2, lines, file);
  const broken = document.errors.map(({ message, pos }) => ({ message: firstLine(message), ...lines.linePos(pos[0]) }));
  if (broken.length > 0) throw refused(file, broken);
  keepBuildArgsAsWritten(document);
  const decoded = policySchema.safeParse(plainValue(document, file));
  if (!decoded.success) throw refused(file, mistakesOf(decoded.error.issues, document, lines));
  const { profile = null, bases = {}, images = [] } = decoded.data;
  const lineOf = (name) => placeOf(["bases", name], document, lines).line;
  const mistakes = [...sameRepository(bases, document, lines), ...sameName(images, document, lines)];
  if (mistakes.length > 0) throw refused(file, mistakes);
  return {
    file,
    profile,
    bases: Object.fromEntries(Object.entries(bases).map(([name, build2]) => [name, toBuild(build2, lineOf(name))])),
    images: images.map(toImage),
    options: {},
    failOnByOrigin: null,
    unratedAs: null,
    ruleSeverity: null,
    graceDays: null,
    withoutBaseline: null,
    requiredLabels: null,
    waivers: [],
    waiverDays: 90,
    ignoreFiles: null,
    vexFiles: null
  };
}
function parse(text2, lineCounter, file) {
  try {
    return (0, import_yaml2.parseDocument)(text2, { lineCounter, prettyErrors: false, stringKeys: true });
  } catch (error) {
    throw refused(file, [{ message: `this cannot be read as YAML (${errorMessage(error)})`, line: 1, col: 1 }]);
  }
}
function plainValue(document, file) {
  try {
    return document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    throw refused(file, [{ message: errorMessage(error), line: 1, col: 1 }]);
  }
}
function keepBuildArgsAsWritten(document) {
  for (const path2 of buildArgPaths(document)) {
    const args = document.getIn(path2);
    for (const { value } of (0, import_yaml2.isMap)(args) ? args.items : []) {
      if ((0, import_yaml2.isScalar)(value) && value.source !== void 0 && value.value !== null) value.value = value.source;
    }
  }
}
function buildArgPaths(document) {
  const images = document.get("images");
  const bases = document.get("bases");
  const count = typeof images === "object" && images !== null && "items" in images ? images.items : [];
  const names = (0, import_yaml2.isMap)(bases) ? bases.items.map(({ key }) => (0, import_yaml2.isScalar)(key) ? String(key.value) : String(key)) : [];
  return [
    ...count.map((_, index) => ["images", index, "build-args"]),
    ...names.filter((name) => (0, import_yaml2.isMap)(document.getIn(["bases", name]))).map((name) => ["bases", name, "build-args"])
  ];
}
function sameRepository(bases, document, lines) {
  const first = /* @__PURE__ */ new Map();
  return Object.keys(bases).flatMap((name) => {
    const reference = parseImageReference(name);
    const full = reference === null ? name : formatImageReference(reference);
    const other = first.get(full);
    first.set(full, other ?? name);
    if (other === void 0) return [];
    return [
      { message: `"${name}" and "${other}" are one image repository`, ...placeOf(["bases", name], document, lines) }
    ];
  });
}
function sameName(images, document, lines) {
  const names = images.map(({ name }) => name);
  return names.flatMap((name, index) => {
    if (name === void 0 || names.indexOf(name) === index) return [];
    return [{ message: `two images have the name "${name}"`, ...placeOf(["images", index, "name"], document, lines) }];
  });
}
function toBuild(build2, line) {
  return { dockerfile: build2.dockerfile, target: build2.target ?? null, buildArgs: build2["build-args"] ?? {}, line };
}
function toImage(image2) {
  return {
    name: image2.name ?? null,
    image: image2.image ?? null,
    dockerfile: image2.dockerfile ?? null,
    target: image2.target ?? null,
    buildArgs: image2["build-args"] ?? {},
    platform: image2.platform ?? null,
    transport: image2.transport ?? null,
    context: image2.context ?? null
  };
}
function refused(file, mistakes) {
  const shown2 = mistakes.slice(0, 20).map(({ message, line, col }) => `${file}:${line}:${col}: ${message}`);
  const more = mistakes.length > shown2.length ? ` (and ${mistakes.length - shown2.length} more)` : "";
  return new UsageError("bad-policy", `${shown2.join("; ")}${more}`, "Correct the policy file; nothing was judged.");
}
function firstLine(text2) {
  return (text2.split("\n")[0] ?? "").replace(new RegExp("\\p{Cc}+", "gu"), " ");
}
export {
  readPolicyFile
};
