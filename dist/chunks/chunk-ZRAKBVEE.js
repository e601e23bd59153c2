import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  UsageError
} from "./chunk-3OE5NGK7.js";

// src/policy/waivers/ignored-text.ts
var NO_REASON = "no reason given";
var LONGEST = 1e3;
function reasonOf(text) {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  if (line === "") return NO_REASON;
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}\u2026` : line;
}
function quoted(text) {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}\u2026` : text);
}
function badWaivers(file, line, what) {
  return new UsageError(
    "bad-waivers",
    `${file}:${line}: ${what}.`,
    "Correct the file, or leave it out with `ignore-files` and `vex` of the policy; nothing was judged."
  );
}

export {
  NO_REASON,
  reasonOf,
  quoted,
  badWaivers
};
