import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  plain
} from "./chunk-WLBLYBMP.js";
import {
  SEVERITIES
} from "./chunk-P3VS4RNN.js";

// src/report/text/words.ts
function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}
function lineText(location) {
  const { startLine, endLine } = location;
  const lines = endLine > startLine ? `${startLine}-${endLine}` : `${startLine}`;
  return `${plain(location.file)}:${lines}`;
}
function severityText(severities) {
  const counts = /* @__PURE__ */ new Map();
  for (const severity of severities) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return SEVERITIES.flatMap((severity) => {
    const count = counts.get(severity);
    return count === void 0 ? [] : [`${count} ${severity}`];
  }).join(", ");
}
function versionText({ image }) {
  const installed = plain(image?.installed ?? "", 80);
  const fixed = plain(image?.fixed ?? "", 80);
  if (installed === "") return fixed === "" ? "" : `\u2192 ${fixed}`;
  return `${installed} \u2192 ${fixed === "" ? "no fix yet" : fixed}`;
}
function subjectMatter(finding) {
  const name = plain(finding.image?.package ?? "", 120);
  return name === "" ? plain(finding.message) : `${name} ${versionText(finding)}`.trim();
}
function listed(items) {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
function fullStop(text) {
  return text === "" || /[.!?…]$/u.test(text) ? text : `${text}.`;
}

// src/report/text/inert.ts
function inert(text) {
  return text.replace(/^([^\S\n]*)::/gmu, "$1\u2237 ").replaceAll("##[", "\u266F\u266F[");
}

// src/report/table/display-width.ts
var WIDE = new RegExp("[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\ua960-\\ua97c\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6\\u{1b000}-\\u{1b2ff}\\u{1f200}-\\u{1f265}\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation}", "u");
var ZERO = /[\p{Mn}\p{Me}]/u;
function characterWidth(character) {
  if (ZERO.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
function displayWidth(text) {
  if (/^[ -~]*$/u.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

// src/report/table/wrap.ts
function wrap(text, width) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ").flatMap((longWord) => pieces(longWord, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
function pieces(word, width) {
  if (displayWidth(word) <= width) return [word];
  const parts = [];
  let part = "";
  let used = 0;
  for (const character of word) {
    const columns2 = characterWidth(character);
    if (used + columns2 > width) {
      parts.push(part);
      part = "";
      used = 0;
    }
    part += character;
    used += columns2;
  }
  return [...parts, part];
}
function pad(text, width) {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

// src/report/table/columns.ts
var GAP = "  ";
function columns(cells, widths, indent, paint) {
  const wrapped = cells.map(({ lines, style }, index) => {
    const width = widths[index] ?? 2;
    return { width, style, lines: lines.flatMap((line) => wrap(line, width)) };
  });
  const height = Math.max(...wrapped.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const parts = wrapped.map((cell, index) => {
      const text = cell.lines[line] ?? "";
      const last = wrapped.slice(index + 1).every(({ lines }) => (lines[line] ?? "") === "");
      const painted = paint(text, cell.style);
      return last ? painted : painted + pad(text, cell.width).slice(text.length);
    });
    return (" ".repeat(indent) + parts.join(GAP)).trimEnd();
  });
}

// src/report/table/paint.ts
var PARAMETERS = {
  plain: "",
  strong: "1",
  faint: "2",
  red: "31",
  green: "32",
  yellow: "33",
  "bright-red": "1;31",
  cyan: "36"
};
function painter(color) {
  return (text, style) => color && style !== "plain" && text !== "" ? `\x1B[${PARAMETERS[style]}m${text}\x1B[0m` : text;
}
var SEVERITY_STYLES = {
  critical: "bright-red",
  high: "red",
  medium: "yellow",
  low: "cyan",
  unknown: "faint"
};
var VERDICT_STYLES = {
  pass: "green",
  fail: "bright-red",
  error: "yellow"
};

export {
  counted,
  lineText,
  severityText,
  versionText,
  subjectMatter,
  listed,
  fullStop,
  inert,
  displayWidth,
  wrap,
  columns,
  painter,
  SEVERITY_STYLES,
  VERDICT_STYLES
};
