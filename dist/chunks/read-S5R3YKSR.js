import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  crossChecks,
  placed,
  schemaMistakes,
  waiverDays
} from "./chunk-56OVWGAQ.js";
import {
  DAYS,
  policySchema
} from "./chunk-XH7RI7F4.js";
import "./chunk-GDAOSJ42.js";
import {
  endOf,
  placeOf,
  shownKey
} from "./chunk-6UDCNFA5.js";
import "./chunk-TLC47LVR.js";
import "./chunk-Q3RRR3VC.js";
import "./chunk-P3VS4RNN.js";
import {
  require_dist
} from "./chunk-AZJMNLZK.js";
import "./chunk-LQLOOPP6.js";
import {
  UsageError
} from "./chunk-3OE5NGK7.js";
import {
  errorMessage
} from "./chunk-UM53JYGR.js";
import {
  __toESM
} from "./chunk-O5CCVBBB.js";

// src/policy/file/to-waiver.ts
function toWaiver(waiver, location) {
  return {
    ids: together(waiver.id, waiver.ids),
    images: together(waiver.image, waiver.images),
    packages: together(waiver.package, waiver.packages),
    // Paths in an image and in a repository are compared without their roots.
    paths: together(waiver.path, waiver.paths).map((path) => path.replace(/^(\.?\/)+/, "")),
    origin: waiver.origin ?? null,
    reason: waiver.reason,
    owner: waiver.owner ?? null,
    expires: waiver.expires,
    source: "policy",
    location
  };
}
function together(one, several = []) {
  return one === void 0 ? several : [one];
}

// src/policy/file/to-policy-file.ts
function toPolicyFile(policy, file, linesOf2) {
  return {
    file,
    profile: policy.profile ?? null,
    bases: Object.fromEntries(
      Object.entries(policy.bases ?? {}).map(([name, build]) => [name, toBuild(build, linesOf2(["bases", name]).start)])
    ),
    images: (policy.images ?? []).map(toImage),
    options: toOptions(policy),
    failOnByOrigin: byOrigin(policy["fail-on"]),
    unratedAs: policy["unrated-as"] ?? null,
    ruleSeverity: policy.rules ?? null,
    graceDays: toGraceDays(policy.grace),
    withoutBaseline: policy["without-baseline"] ?? null,
    requiredLabels: policy["required-labels"] ?? null,
    waivers: (policy.waivers ?? []).map((waiver, index) => {
      const { start, end } = linesOf2(["waivers", index]);
      return toWaiver(waiver, { file, startLine: start, endLine: end });
    }),
    waiverDays: waiverDays(policy["waiver-term"]),
    ignoreFiles: policy["ignore-files"] ?? null,
    vexFiles: policy.vex ?? null
  };
}
function toBuild(build, line) {
  if (typeof build === "string") return { dockerfile: build, target: null, buildArgs: {}, line };
  return { dockerfile: build.dockerfile, target: build.target ?? null, buildArgs: build["build-args"] ?? {}, line };
}
function toImage(image) {
  return {
    name: image.name ?? null,
    image: image.image ?? null,
    dockerfile: image.dockerfile ?? null,
    target: image.target ?? null,
    buildArgs: image["build-args"] ?? {},
    platform: image.platform ?? null,
    transport: image.transport ?? null,
    context: image.context ?? null
  };
}
function toOptions(policy) {
  const { scanners, limits, "fail-on": failOn, "fail-unfixed": failUnfixed } = policy;
  const texts = {
    profile: [policy.profile],
    transport: [policy.transport],
    failOn: [typeof failOn === "string" ? failOn : failOn?.default],
    failUnfixed: [failUnfixed],
    scanners: [typeof scanners === "string" ? scanners : scanners?.join(",")],
    gate: [policy.gate],
    allowBase: policy["allowed-bases"],
    allowPort: policy["allowed-ports"],
    maxDbAge: [limits?.["max-db-age"]],
    timeout: [limits?.timeout]
  };
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, values = []]) => {
      const given = values.filter((value) => value !== void 0).map(String);
      return given.length === 0 ? [] : [[key, given]];
    })
  );
}
function byOrigin(failOn) {
  if (failOn === void 0 || typeof failOn === "string") return null;
  const { base, build, app, config } = failOn;
  return {
    ...base === void 0 ? {} : { base },
    ...build === void 0 ? {} : { build },
    ...app === void 0 ? {} : { app },
    ...config === void 0 ? {} : { config }
  };
}
function toGraceDays(grace) {
  if (grace === void 0) return null;
  const days = {};
  for (const severity of ["critical", "high", "medium", "low", "unknown"]) {
    const term = grace === "none" ? void 0 : DAYS.exec(grace[severity] ?? "")?.[1];
    if (term !== void 0) days[severity] = Number(term);
  }
  return days;
}

// src/policy/file/yaml-document.ts
var import_yaml = __toESM(require_dist(), 1);
var LONGEST_POLICY = 512 * 1024;
function readYaml(text) {
  const lines = new import_yaml.LineCounter();
  const nothing = { document: (0, import_yaml.parseDocument)(""), lines, value: {} };
  const atStart = (message) => ({ ...nothing, mistakes: [{ message, line: 1, col: 1 }] });
  if (text.length > LONGEST_POLICY) return atStart(`a policy has at most ${LONGEST_POLICY / 1024} KiB`);
  let document;
  try {
    document = (0, import_yaml.parseDocument)(text, {
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: true,
      uniqueKeys: false,
      schema: "core"
    });
  } catch (error) {
    return atStart(`this cannot be read as YAML (${errorMessage(error)})`);
  }
  const broken = [...document.errors, ...document.warnings].map((error) => ({
    message: wordsOf(error),
    ...lines.linePos(error.pos[0])
  }));
  if (broken.length > 0) return { document, lines, value: {}, mistakes: broken };
  const keys = keyMistakes(document, lines);
  keepAsWritten(document);
  try {
    return { document, lines, mistakes: keys, value: document.toJS({ maxAliasCount: 100 }) ?? {} };
  } catch (error) {
    return { ...keys.length > 0 ? { ...nothing, mistakes: keys } : atStart(errorMessage(error)), document };
  }
}
function keyMistakes(document, lines) {
  const mistakes = [];
  const anchors = /* @__PURE__ */ new Set();
  (0, import_yaml.visit)(document, {
    Node(_key, node) {
      if ((0, import_yaml.isAlias)(node)) {
        const place = lines.linePos(node.range?.[0] ?? 0);
        if (!anchors.has(node.source)) mistakes.push({ message: `nothing is called &${node.source} before`, ...place });
      } else if (node.anchor !== void 0) {
        anchors.add(node.anchor);
      }
      if ((0, import_yaml.isMap)(node)) mistakes.push(...mistakesIn(node, lines));
    }
  });
  return mistakes;
}
function mistakesIn(map, lines) {
  const seen = /* @__PURE__ */ new Map();
  return map.items.flatMap(({ key }) => {
    const place = lines.linePos((0, import_yaml.isScalar)(key) ? key.range?.[0] ?? 0 : 0);
    const name = (0, import_yaml.isScalar)(key) ? String(key.value) : String(key);
    const first = seen.get(name);
    seen.set(name, first ?? place.line);
    const message = keyMessage(name, first);
    return message === null ? [] : [{ message, ...place }];
  });
}
function keyMessage(name, firstLine) {
  if (firstLine !== void 0) return `${shownKey(name)} is given twice, first in line ${firstLine}`;
  if (name === "<<") return 'merge keys ("<<") are not supported; write the keys out';
  return name === "__proto__" ? 'unknown key "__proto__"' : null;
}
function keepAsWritten(document) {
  (0, import_yaml.visit)(document, {
    Scalar(_key, scalar) {
      if (scalar.value instanceof Date) scalar.value = scalar.source;
    },
    Pair(_key, { key, value }) {
      if (!(0, import_yaml.isScalar)(key) || key.value !== "build-args" || !(0, import_yaml.isMap)(value)) return;
      for (const { value: arg } of value.items) {
        if ((0, import_yaml.isScalar)(arg) && arg.source !== void 0 && arg.value !== null) arg.value = arg.source;
      }
    }
  });
}
function wordsOf({ code, message }) {
  if (code === "MULTIPLE_DOCS") return 'a policy is one document: nothing may follow "---"';
  return (message.split("\n")[0] ?? "").replace(new RegExp("\\p{Cc}+", "gu"), " ").replace(/ at line \d+, column \d+:$/, "");
}

// src/policy/file/read.ts
function readPolicyFile(text, file, surroundings) {
  const { document, lines, value, mistakes } = readYaml(text);
  const decoded = policySchema.safeParse(value);
  const issues = decoded.success ? [] : schemaMistakes(decoded.error.issues, value);
  const found = [...issues, ...crossChecks(value, surroundings)];
  const all = inOrder([...mistakes, ...placed(found, document, lines).filter(isNotIn(mistakes))]);
  if (!decoded.success || all.length > 0) throw refused(file, all);
  return toPolicyFile(decoded.data, file, linesOf(document, lines));
}
function isNotIn(told) {
  const places = new Set(told.map(({ line, col }) => `${line}:${col}`));
  return ({ line, col }) => !places.has(`${line}:${col}`);
}
function inOrder(mistakes) {
  const each = new Map(mistakes.map((mistake) => [`${mistake.line}:${mistake.col}:${mistake.message}`, mistake]));
  return [...each.values()].sort((a, b) => a.line - b.line || a.col - b.col);
}
function linesOf(document, lines) {
  return (path) => ({ start: placeOf(path, document, lines).line, end: endOf(path, document, lines) });
}
var MOST_SHOWN = 20;
function refused(file, mistakes) {
  const shown = mistakes.slice(0, MOST_SHOWN).map(({ message, line, col }) => `${file}:${line}:${col}: ${message}`);
  const more = mistakes.length > shown.length ? ` (and ${mistakes.length - shown.length} more)` : "";
  return new UsageError("bad-policy", `${shown.join("; ")}${more}`, "Correct the policy file; nothing was judged.");
}
export {
  readPolicyFile
};
