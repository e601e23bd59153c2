import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  FIXERS,
  NO_FACTS,
  Proposals
} from "./chunk-GRZAGUL5.js";
import "./chunk-5PAOY7GA.js";
import "./chunk-DO2W2KTE.js";
import "./chunk-3U33QVBN.js";
import "./chunk-IEQ3EHIZ.js";
import "./chunk-QDWQURBN.js";
import "./chunk-TZCQQT6A.js";
import "./chunk-Q3RRR3VC.js";
import "./chunk-3OE5NGK7.js";
import "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

// src/fix/with-edits.ts
var FIXABLE = new Set(FIXERS.map(({ rule }) => rule.id));
function withEdits(faults, checks, dockerfile, source, facts = NO_FACTS) {
  const failed = checks.filter(({ rule, violations }) => violations.length > 0 && FIXABLE.has(rule));
  if (failed.length === 0) return faults;
  const proposals = new Proposals(dockerfile, source, facts);
  const edits = /* @__PURE__ */ new Map();
  for (const { rule, violations } of failed) {
    for (const violation of violations) {
      const proposed = proposals.for(rule, violation);
      const found = proposed !== null && "edits" in proposed && proposed.isSafe ? [...proposed.edits] : [];
      const key = keyOf(rule, violation.message, violation.location);
      edits.set(key, [...edits.get(key) ?? [], found]);
    }
  }
  return faults.map((fault) => {
    const found = fault.kind === "rule" ? edits.get(keyOf(fault.id, fault.message, fault.location))?.shift() : void 0;
    return found === void 0 || found.length === 0 ? fault : { ...fault, edits: found };
  });
}
function keyOf(rule, message, location) {
  return JSON.stringify([rule, message, location?.file, location?.startLine]);
}
export {
  withEdits
};
