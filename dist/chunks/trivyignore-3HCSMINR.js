import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  lastDayBefore
} from "./chunk-TECUR7VL.js";
import {
  NO_REASON,
  badWaivers,
  quoted,
  reasonOf
} from "./chunk-ZRAKBVEE.js";
import "./chunk-3OE5NGK7.js";
import "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

// src/policy/waivers/trivyignore.ts
function readTrivyIgnore(text, file) {
  const waivers = [];
  let comment = [];
  let isCommentOpen = false;
  for (const [index, raw] of text.replace(/^\uFEFF/, "").split("\n").entries()) {
    const line = raw.trim();
    if (line === "") {
      comment = [];
    } else if (line.startsWith("#")) {
      if (!isCommentOpen) comment = [];
      comment.push(line.replace(/^#+/, ""));
    } else {
      waivers.push(waiverOf(line, index + 1, comment.join(" "), file));
    }
    isCommentOpen = line.startsWith("#");
  }
  return waivers;
}
function waiverOf(line, number, above, file) {
  const [id = "", ...fields] = line.split(/\s+/);
  const exp = fields.find((field) => field.startsWith("exp:"))?.slice("exp:".length) ?? null;
  const expires = exp !== null && /^\d{4}-\d{2}-\d{2}$/.test(exp) ? lastDayBefore(exp) : null;
  if (exp !== null && expires === null) {
    throw badWaivers(file, number, `${quoted(exp)} is no date; write exp: with a date such as exp:2027-01-31`);
  }
  const hash = line.indexOf("#", id.length);
  const beside = hash < 0 ? NO_REASON : reasonOf(line.slice(hash).replace(/^#+/, ""));
  return {
    ids: [id],
    images: [],
    packages: [],
    paths: [],
    origin: null,
    reason: beside === NO_REASON ? reasonOf(above) : beside,
    owner: null,
    expires,
    source: "trivyignore",
    location: { file, startLine: number, endLine: number }
  };
}
export {
  readTrivyIgnore
};
