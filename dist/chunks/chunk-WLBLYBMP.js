import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/report/text/plain.ts
var LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
var INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
var PLAIN = /^[!-~]+(?: [!-~]+)*$/;
function plain(text, limit = 300) {
  if (text.length <= limit && PLAIN.test(text)) return text;
  const visible = text.slice(0, limit * 8).toWellFormed().replace(LINE_BREAKS, " ").replace(INVISIBLE, "").replace(/\s+/gu, " ").trim();
  return clip(visible, limit);
}
function clip(text, limit) {
  if (text.length <= limit) return text;
  const points = Array.from(text);
  return points.length <= limit ? text : `${points.slice(0, limit - 1).join("")}\u2026`;
}

export {
  plain
};
