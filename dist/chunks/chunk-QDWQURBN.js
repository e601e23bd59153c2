import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/rules/shared/effective.ts
function effective(evidence) {
  const text = evidence.dockerfile?.config ?? null;
  const image = evidence.image?.config ?? null;
  if (image === null) return text ?? NOTHING_KNOWN;
  return {
    user: one(image.user === "" ? null : image.user, text?.user),
    exposedPorts: many(image.exposedPorts, text?.exposedPorts),
    healthcheck: one(image.healthcheck, text?.healthcheck),
    entrypoint: one(image.entrypoint, text?.entrypoint),
    cmd: one(image.cmd, text?.cmd),
    env: many(image.env, text?.env, envName),
    workingDir: one(image.workingDir === "" ? null : image.workingDir, text?.workingDir),
    labels: many(labelEntries(image), text?.labels, envName),
    volumes: many(image.volumes, text?.volumes),
    stopSignal: one(image.stopSignal, text?.stopSignal),
    shell: one(image.shell, text?.shell)
  };
}
function fromLine(evidence) {
  const dockerfile = evidence.dockerfile;
  if (dockerfile === null) return null;
  return dockerfile.base?.location ?? dockerfile.stages[dockerfile.target]?.location ?? null;
}
function isDataImage(evidence) {
  const { entrypoint, cmd } = effective(evidence);
  return isEmptyCommand(entrypoint) && isEmptyCommand(cmd);
}
function isEmptyCommand(command) {
  return command.known && (command.value === null || command.value.length === 0);
}
function one(value, text) {
  return { value, known: true, from: text?.from ?? null };
}
function many(values, text, key = (entry) => entry) {
  const places = new Map(text?.entries.map((entry) => [key(entry.value), entry.from]));
  const entries = values.map((value) => ({ value, known: true, from: places.get(key(value)) ?? null }));
  return { entries, complete: true };
}
function envName(entry) {
  return entry.split("=", 1)[0] ?? entry;
}
function labelEntries(image) {
  return Object.entries(image.labels).map(([key, value]) => `${key}=${value}`);
}
var UNKNOWN = { value: null, known: false, from: null };
var UNKNOWN_LIST = { entries: [], complete: false };
var NOTHING_KNOWN = {
  user: UNKNOWN,
  exposedPorts: UNKNOWN_LIST,
  healthcheck: UNKNOWN,
  entrypoint: UNKNOWN,
  cmd: UNKNOWN,
  env: UNKNOWN_LIST,
  workingDir: UNKNOWN,
  labels: UNKNOWN_LIST,
  volumes: UNKNOWN_LIST,
  stopSignal: UNKNOWN,
  shell: UNKNOWN
};

export {
  effective,
  fromLine,
  isDataImage
};
