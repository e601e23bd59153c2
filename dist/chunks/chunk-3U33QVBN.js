import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  asHeredoc,
  splitBlanks
} from "./chunk-TZCQQT6A.js";

// src/dockerfile/copy-sources.ts
function copySources(instruction) {
  return copyWords(instruction).slice(0, -1).filter((word) => asHeredoc(word) === null);
}
function copyDestination(instruction) {
  return copyWords(instruction).at(-1) ?? "";
}
function copyWords({ json, text }) {
  return json ?? splitBlanks(text).filter((word) => word !== "");
}

export {
  copySources,
  copyDestination
};
