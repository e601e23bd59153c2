import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  stringify
} from "./chunk-GFFQNPHD.js";
import "./chunk-BKIBT72L.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  object,
  string,
  union
} from "./chunk-LQLOOPP6.js";
import "./chunk-O5CCVBBB.js";

// src/model/base-chain.ts
var BASE_SOURCES = ["dockerfile", "image", "none"];

// src/report/explain/schema.ts
var EXPLAIN_SCHEMA = "image-gate/explain/1";
var text = string();
var maybe = text.nullable();
var line = int().min(1);
var place = object({ file: text.describe("POSIX path relative to the working directory"), line }).describe("The instruction that set it");
var known = boolean().describe("False: something that could not be seen may still change it");
function one(value) {
  return object({
    value: value.nullable().describe("As BuildKit computes it, with unresolved bases taken as empty; null: nothing sets it"),
    known,
    from: place.nullable().describe("Null: the builder supplies it, an image without a Dockerfile has it, or nothing sets it")
  });
}
var list = object({
  value: array(text),
  known,
  from: array(place.nullable()).describe("One for each entry of value")
});
var config = object({
  user: one(text),
  exposedPorts: list.describe("Like 3000/tcp"),
  healthcheck: one(array(text)).describe("The test: NONE, CMD and words, or CMD-SHELL and a text"),
  entrypoint: one(array(text)),
  cmd: one(array(text)),
  env: list.describe("NAME=value; a credential is shown as NAME=***"),
  workingDir: one(text),
  labels: list.describe("key=value"),
  volumes: list,
  stopSignal: one(text),
  shell: one(array(text))
});
var explained = object({
  schema: literal(EXPLAIN_SCHEMA),
  dockerfile: maybe.describe("Null for an image alone"),
  image: object({ reference: text, imageId: text }).nullable().describe("Null for a Dockerfile alone"),
  platform: text,
  target: maybe.describe("Name of the stage, else its number counted from 0"),
  stages: array(
    object({ name: maybe, from: text.describe("As written"), base: maybe.describe("With variables expanded"), line })
  ),
  bases: array(
    object({
      ref: text,
      resolvedBy: _enum(BASE_SOURCES).describe("dockerfile: built in this repository; image: its config was read; none: not known"),
      dockerfile: maybe,
      reason: text.describe("Where it is known from, or why it is not known"),
      from: place
    })
  ).describe("The way down from the target stage, nearest first"),
  config
});
var unexplained = object({
  schema: literal(EXPLAIN_SCHEMA),
  dockerfile: maybe,
  image: maybe,
  error: object({ line: line.nullable().describe("Null: it is not about a line"), message: text })
});
var explanationSchema = union([explained, unexplained]);

// src/report/explain/json.ts
function renderExplainJson(explanations, asList) {
  const all = explanations.map(toJson);
  return `${stringify(asList ? all : all[0] ?? null, 2)}
`;
}
function toJson(explanation) {
  if (!("error" in explanation)) return explainedJson(explanation);
  const { dockerfile, image, error } = explanation;
  return { schema: EXPLAIN_SCHEMA, dockerfile, image, error: { ...error } };
}
function explainedJson({ dockerfile, image, platform, target, stages, bases, config: config2 }) {
  const { healthcheck } = config2;
  return {
    schema: EXPLAIN_SCHEMA,
    dockerfile,
    image: image === null ? null : { ...image },
    platform,
    target,
    stages: stages.map((stage) => ({ ...stage })),
    bases: bases.map(baseJson),
    config: {
      user: one2(config2.user),
      exposedPorts: many(config2.exposedPorts),
      healthcheck: one2({ ...healthcheck, value: healthcheck.value === null ? null : [...healthcheck.value.test] }),
      entrypoint: one2(words(config2.entrypoint)),
      cmd: one2(words(config2.cmd)),
      env: many(config2.env),
      workingDir: one2(config2.workingDir),
      labels: many(config2.labels),
      volumes: many(config2.volumes),
      stopSignal: one2(config2.stopSignal),
      shell: one2(words(config2.shell))
    }
  };
}
function baseJson({ reference, resolvedBy, dockerfile, reason, from }) {
  return { ref: reference, resolvedBy, dockerfile, reason, from: placeOf(from) };
}
function one2({ value, known: known2, from }) {
  return { value, known: known2, from: from === null ? null : placeOf(from) };
}
function many({ entries, complete }) {
  return {
    value: entries.map(({ value }) => value),
    known: complete && entries.every(({ known: known2 }) => known2),
    from: entries.map(({ from }) => from === null ? null : placeOf(from))
  };
}
function words(setting) {
  return { ...setting, value: setting.value === null ? null : [...setting.value] };
}
function placeOf({ file, startLine }) {
  return { file, line: startLine };
}
export {
  renderExplainJson
};
