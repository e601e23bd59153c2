import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/report/json/stringify.ts
var UNSAFE = /[\u007f-\u009f\u2028\u2029\p{Cf}\p{Cs}]/gu;
var UNUSUAL = /[^\0-~]+/g;
function stringify(value, indent) {
  return JSON.stringify(value, null, indent).replace(UNUSUAL, escapeUnsafe).replaceAll("##[", "#\\u0023[");
}
function escapeUnsafe(text) {
  return text.replace(UNSAFE, escapeUnits);
}
function escapeUnits(character) {
  let escaped = "";
  for (let index = 0; index < character.length; index += 1) {
    escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}

export {
  stringify
};
