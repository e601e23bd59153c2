import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  require_dist
} from "./chunk-AZJMNLZK.js";
import {
  __toESM
} from "./chunk-O5CCVBBB.js";

// src/evidence/bases/inference/yaml-text.ts
var import_yaml = __toESM(require_dist(), 1);
function readYaml(text) {
  try {
    const lines = new import_yaml.LineCounter();
    const document = (0, import_yaml.parseDocument)(text, { lineCounter: lines, prettyErrors: false, merge: true, logLevel: "silent" });
    if (document.errors.length > 0) return null;
    const value = document.toJS({ maxAliasCount: 100 });
    const lineOf = (path) => {
      const node = document.getIn(path, true);
      return Math.max(1, lines.linePos((0, import_yaml.isNode)(node) && node.range ? node.range[0] : 0).line);
    };
    return { value, lineOf };
  } catch {
    return null;
  }
}
function mapOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
function listOf(value) {
  return Array.isArray(value) ? value : [];
}
function textOf(value) {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

export {
  readYaml,
  mapOf,
  listOf,
  textOf
};
