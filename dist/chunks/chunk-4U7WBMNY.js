import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  iso_exports
} from "./chunk-BKIBT72L.js";
import {
  SEVERITIES
} from "./chunk-P3VS4RNN.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  looseObject,
  object,
  string
} from "./chunk-LQLOOPP6.js";

// src/evidence/stored/schema.ts
var EVIDENCE_SCHEMA = "image-gate/evidence/1";
var LIMITS = { text: 4e3, list: 1e3, faults: 2e4, hits: 1e5, subjects: 500 };
var text = string().max(LIMITS.text);
var maybe = text.nullable();
var severity = _enum(SEVERITIES);
var digest = string().regex(/^sha256:[0-9a-f]{64}$/);
var count = int().min(0);
var texts = array(text).max(LIMITS.list);
var location = object({ file: text, startLine: int().min(1), endLine: int().min(1) });
var ruleFault = object({
  id: text,
  severity,
  title: text,
  message: text,
  fix: text,
  location: location.nullable(),
  related: array(object({ location, message: text })).max(LIMITS.list),
  origin: _enum(["base", "build", "app", "config"]).nullable(),
  aliases: texts,
  url: maybe,
  fingerprint: string().regex(/^[0-9a-f]{32}$/)
});
var secret = object({
  rule: text,
  title: text,
  severity,
  path: maybe,
  startLine: count,
  endLine: count,
  layer: maybe
});
var license = object({ name: text, category: text, severity, package: maybe, path: maybe });
var image = object({
  reference: text,
  imageId: digest,
  digest: digest.nullable(),
  platform: text,
  config: object({
    user: text,
    exposedPorts: texts,
    environment: texts.describe("Names of variables, without their values"),
    hasHealthcheck: boolean(),
    stopSignal: maybe
  }),
  layers: array(object({ diffId: digest, size: count })).max(LIMITS.list),
  history: array(object({ instruction: text.describe("Keyword; '' when the entry names none"), emptyLayer: boolean() })).max(LIMITS.list)
});
var subject = object({
  name: text,
  platform: maybe,
  dockerfile: maybe,
  image,
  faults: array(ruleFault).max(LIMITS.faults).describe("What the rules found; not judged again"),
  secrets: array(secret).max(LIMITS.hits),
  licenses: array(license).max(LIMITS.hits),
  sbom: looseObject({ bomFormat: literal("CycloneDX"), specVersion: text }).describe("CycloneDX: the packages, which are looked up again in the database of the day")
});
var storedEvidence = object({
  schema: literal(EVIDENCE_SCHEMA),
  tool: object({ version: text }),
  createdAt: iso_exports.datetime(),
  repository: maybe.describe("owner/name"),
  commit: string().regex(/^[0-9a-f]{40,64}$/).nullable(),
  scanners: array(_enum(["vuln", "secret", "license"])).max(3),
  subjects: array(subject).max(LIMITS.subjects)
});

// src/evidence/stored/decode.ts
var MAX_EVIDENCE_BYTES = 128 * 1024 * 1024;
function decodeEvidence(text2) {
  const json = parse(text2);
  if (json === void 0) return { mistake: "it is not whole JSON" };
  const schema = named.safeParse(json).data?.schema;
  if (schema !== EVIDENCE_SCHEMA) {
    const of = schema !== void 0 && /^image-gate\/[a-z]+\/\d{1,4}$/.test(schema) ? schema : "none";
    return { mistake: `its schema is ${of}, and this version reads ${EVIDENCE_SCHEMA}` };
  }
  const decoded = storedEvidence.safeParse(json);
  if (decoded.success) return { evidence: decoded.data };
  return { mistake: `it does not have the expected form at ${placeOf(decoded.error)}` };
}
var named = object({ schema: string() });
function parse(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
function placeOf({ issues }) {
  return issues[0]?.path.map(String).join(".") || "the top";
}

export {
  EVIDENCE_SCHEMA,
  LIMITS,
  storedEvidence,
  MAX_EVIDENCE_BYTES,
  decodeEvidence
};
