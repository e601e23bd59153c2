import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  compileGlob
} from "./chunk-YKZR3NI5.js";
import {
  didYouMean,
  placeOf
} from "./chunk-6UDCNFA5.js";
import {
  parsePurl,
  withoutWildcards
} from "./chunk-XOFJKV52.js";
import {
  lastDayBefore
} from "./chunk-TECUR7VL.js";
import {
  badWaivers,
  quoted,
  reasonOf
} from "./chunk-ZRAKBVEE.js";
import {
  require_dist
} from "./chunk-AZJMNLZK.js";
import "./chunk-3OE5NGK7.js";
import {
  errorMessage
} from "./chunk-UM53JYGR.js";
import {
  __toESM
} from "./chunk-O5CCVBBB.js";

// src/policy/waivers/trivyignore-yaml.ts
var import_yaml = __toESM(require_dist(), 1);
var SECTIONS = {
  vulnerabilities: ["advisory"],
  misconfigurations: ["rule"],
  secrets: ["secret"],
  licenses: ["license"]
};
var ENTRY_KEYS = ["id", "paths", "purls", "expired_at", "statement"];
var SLIPS = {
  vulnerability: "vulnerabilities",
  misconfiguration: "misconfigurations",
  secret: "secrets",
  license: "licenses",
  expires: "expired_at",
  expires_at: "expired_at",
  expiry: "expired_at",
  exp: "expired_at",
  purl: "purls",
  package: "purls",
  packages: "purls"
};
function readTrivyIgnoreYaml(text, file) {
  const lines = new import_yaml.LineCounter();
  const document = parse(text, lines, file);
  const lineOf = (path) => placeOf(path, document, lines).line;
  const fail = (path, what) => badWaivers(file, lineOf(path), what);
  const value = plainValue(document, file) ?? {};
  if (!isMap(value)) throw fail([], `write a map of ${Object.keys(SECTIONS).join(", ")}`);
  refuseSlips(value, Object.keys(SECTIONS), [], fail);
  return Object.entries(SECTIONS).flatMap(([section, kinds]) => {
    const entries = value[section] ?? [];
    if (!Array.isArray(entries)) throw fail([section], `${section}: write a list`);
    return entries.map((entry, index) => {
      const line = lineOf([section, index]);
      return { ...entryOf(entry, section, index, fail), kinds, location: { file, startLine: line, endLine: line } };
    });
  });
}
function entryOf(entry, section, index, fail) {
  const path = [section, index];
  if (!isMap(entry)) throw fail(path, `${section}: write a map with ${ENTRY_KEYS.join(", ")}`);
  refuseSlips(entry, ENTRY_KEYS, path, fail);
  const { id, expired_at: expiredAt = null, statement = "" } = entry;
  if (typeof id !== "string" && typeof id !== "number" || id === "")
    throw fail(path, `${section}: an entry has no id`);
  const expires = typeof expiredAt === "string" ? lastDayBefore(expiredAt) : null;
  if (expiredAt !== null && expires === null) {
    throw fail([...path, "expired_at"], `${shown(expiredAt)} is no date; write one such as 2027-01-31`);
  }
  const paths = listOf(entry, "paths", path, fail);
  const bad = paths.findIndex((pattern) => compileGlob(pattern) === null);
  if (bad >= 0) throw fail([...path, "paths", bad], `${quoted(paths[bad] ?? "")} is no pattern of paths`);
  const purls = section === "vulnerabilities" ? listOf(entry, "purls", path, fail) : [];
  const wrong = purls.findIndex((purl) => parsePurl(purl) === null);
  if (wrong >= 0) throw fail([...path, "purls", wrong], `${quoted(purls[wrong] ?? "")} is no package URL`);
  return {
    ids: [String(id)],
    images: [],
    packages: purls.map(withoutWildcards),
    paths,
    origin: null,
    reason: reasonOf(typeof statement === "string" ? statement : ""),
    owner: null,
    expires,
    source: "trivyignore"
  };
}
function listOf(entry, key, path, fail) {
  const list = entry[key] ?? [];
  if (!Array.isArray(list) || !list.every((item) => typeof item === "string")) {
    throw fail([...path, key], `${key}: write a list of texts`);
  }
  return list;
}
function refuseSlips(map, known, path, fail) {
  for (const key of Object.keys(map)) {
    const meant = known.includes(key) ? null : (Object.hasOwn(SLIPS, key) ? SLIPS[key] : null) ?? didYouMean(key, known);
    if (meant)
      throw fail([...path, key], `Trivy knows no key ${quoted(key)} and would pass over it; did you mean ${meant}?`);
  }
}
function parse(text, lineCounter, file) {
  try {
    const document = (0, import_yaml.parseDocument)(text, {
      lineCounter,
      prettyErrors: false,
      stringKeys: true,
      // Dates stay texts, whatever version of YAML the file says it is.
      schema: "core",
      // The parser compares each key with all others.
      uniqueKeys: false
    });
    refuseRepeatedKeys(document, lineCounter, file);
    const [error] = document.errors;
    if (error === void 0) return document;
    throw badWaivers(file, lineCounter.linePos(error.pos[0]).line, errorMessage(error).replace(/\.$/, ""));
  } catch (error) {
    throw error instanceof RangeError ? badWaivers(file, 1, "this is nested too deep") : error;
  }
}
function refuseRepeatedKeys(document, lines, file) {
  (0, import_yaml.visit)(document, {
    Map: (_, { items }) => {
      const seen = /* @__PURE__ */ new Set();
      for (const { key } of items) {
        const name = (0, import_yaml.isScalar)(key) ? String(key.value) : "";
        const place = (0, import_yaml.isScalar)(key) ? key.range?.[0] ?? 0 : 0;
        if (seen.has(name)) throw badWaivers(file, lines.linePos(place).line, `the key ${quoted(name)} stands twice`);
        seen.add(name);
      }
    }
  });
}
function plainValue(document, file) {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw badWaivers(file, 1, errorMessage(error));
  }
}
function shown(value) {
  return quoted(typeof value === "string" ? value : JSON.stringify(value) ?? "");
}
function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
export {
  readTrivyIgnoreYaml
};
