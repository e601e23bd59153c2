import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  columns,
  inert,
  lineText,
  painter
} from "./chunk-6BSFOLLK.js";
import {
  plain
} from "./chunk-WLBLYBMP.js";
import "./chunk-P3VS4RNN.js";
import "./chunk-O5CCVBBB.js";

// src/report/explain/explanation.ts
var SETTINGS = [
  "user",
  "exposedPorts",
  "healthcheck",
  "entrypoint",
  "cmd",
  "env",
  "workingDir",
  "labels",
  "volumes",
  "stopSignal",
  "shell"
];

// src/report/explain/origin.ts
function originOf(from, known, explained) {
  if (from === null) return known ? "nobody in a Dockerfile" : openEnd(explained);
  const { bases, dockerfile } = explained;
  const depth = from.file === dockerfile ? -1 : bases.findIndex((base) => base.dockerfile === from.file);
  const [image] = bases.filter((base) => base.resolvedBy === "image" && sameLine(base.from, from));
  const steps = bases.slice(0, depth + 1).map((base) => `FROM ${plain(base.reference, 200)} (${lineText(base.from)})`);
  const place = image === void 0 ? lineText(from) : `${plain(image.reference, 200)}, named at ${lineText(from)}`;
  const through = steps.length === 0 ? place : `${place}, through ${steps.join(", ")}`;
  return known ? through : `${through}; what it gives is not known`;
}
function openEnd({ bases }) {
  const open = bases.find(({ resolvedBy }) => resolvedBy === "none");
  return open === void 0 ? "not known" : `not known: ${plain(open.reference, 200)} may set it`;
}
function sameLine(a, b) {
  return a.file === b.file && a.startLine === b.startLine;
}

// src/report/explain/table.ts
var INDENT = 2;
var LABEL = "exposedPorts".length;
var NARROWEST = 60;
var WIDEST = 200;
function renderExplainTable(explanations, options) {
  const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(options.width)));
  const paint = painter(options.color);
  const blocks = explanations.map((one) => "error" in one ? unexplained(one, paint) : block(one, width, paint));
  return `${inert(blocks.map((lines) => lines.join("\n")).join("\n\n"))}
`;
}
function unexplained({ dockerfile, image, error }, paint) {
  const name = plain(dockerfile ?? image ?? "");
  const line2 = error.line === null ? "" : `:${error.line}`;
  return [
    paint(`${name}${line2}`, "strong"),
    `${" ".repeat(INDENT)}${paint("!", "yellow")} ${plain(error.message, 500)}`
  ];
}
function block(explained, width, paint) {
  const { dockerfile, image, target, platform, bases, config } = explained;
  const names = [image === null ? "" : plain(image.reference), dockerfile === null ? "" : plain(dockerfile)];
  const stage = target === null ? "" : `, stage ${plain(target, 80)}`;
  const title = paint(names.filter((name) => name !== "").join(" \xB7 "), "strong");
  const below = bases.flatMap(({ reference, resolvedBy, reason, from }) => {
    const text = `${plain(reference, 200)} (${lineText(from)}): ${resolvedBy === "none" ? "not known, " : ""}${plain(reason, 500)}`;
    return line("base", text, resolvedBy !== "none", width, paint);
  });
  const values = SETTINGS.flatMap(
    (name) => rows(name, config).flatMap((row, index) => valueLines(index === 0 ? name : "", row, explained, width, paint))
  );
  return [`${title} (${platform}${stage})`, ...below, ...values];
}
function valueLines(label, row, explained, width, paint) {
  const value = Math.floor((width - INDENT - LABEL - 7) / 2);
  const cells = [
    { lines: [row.known ? " " : "?"], style: "yellow" },
    { lines: [label], style: "faint" },
    { lines: [plain(row.value, 300)], style: "plain" },
    {
      lines: [row.from === null && row.known && row.value === "-" ? "" : originOf(row.from, row.known, explained)],
      style: "faint"
    }
  ];
  return columns(cells, [1, LABEL, value, width - INDENT - LABEL - 7 - value], INDENT, paint);
}
function line(label, text, known, width, paint) {
  const cells = [
    { lines: [known ? " " : "?"], style: "yellow" },
    { lines: [label], style: "faint" },
    { lines: [text], style: "plain" }
  ];
  return columns(cells, [1, LABEL, width - INDENT - LABEL - 5], INDENT, paint);
}
function rows(name, config) {
  const setting = config[name];
  if ("entries" in setting) {
    const { entries, complete } = setting;
    const more = { value: complete ? "-" : "perhaps more", known: complete, from: null };
    return [...entries, ...complete && entries.length > 0 ? [] : [more]];
  }
  const { value, known, from } = setting;
  return [{ value: shown(value), known, from }];
}
function shown(value) {
  if (value === null) return "-";
  if (typeof value === "string") return value;
  return JSON.stringify("test" in value ? value.test : value);
}
export {
  renderExplainTable
};
