import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  POLICY_SCHEMA_URL
} from "./chunk-APZRWBQZ.js";
import {
  DEFAULT_POLICY,
  readPolicyText
} from "./chunk-Z6W7LLEP.js";
import {
  idKey
} from "./chunk-3DHILHER.js";
import {
  WAIVER_DAYS,
  latestDay
} from "./chunk-56OVWGAQ.js";
import "./chunk-XH7RI7F4.js";
import {
  givenBy
} from "./chunk-BMPQDGPK.js";
import "./chunk-GDAOSJ42.js";
import {
  didYouMean
} from "./chunk-6UDCNFA5.js";
import "./chunk-BKIBT72L.js";
import "./chunk-TLC47LVR.js";
import {
  RULES
} from "./chunk-BLLY7DYC.js";
import "./chunk-PDGSMBSM.js";
import "./chunk-YCY7Y5KH.js";
import "./chunk-ZM5ESNZ2.js";
import "./chunk-DO2W2KTE.js";
import "./chunk-3U33QVBN.js";
import "./chunk-J4V4GNMN.js";
import "./chunk-IEQ3EHIZ.js";
import "./chunk-QDWQURBN.js";
import "./chunk-TZCQQT6A.js";
import "./chunk-Q3RRR3VC.js";
import "./chunk-P3VS4RNN.js";
import {
  require_dist
} from "./chunk-AZJMNLZK.js";
import "./chunk-LQLOOPP6.js";
import {
  UsageError
} from "./chunk-3OE5NGK7.js";
import "./chunk-UM53JYGR.js";
import {
  __toESM
} from "./chunk-O5CCVBBB.js";

// src/commands/waive.ts
import { resolve } from "node:path";

// src/policy/waivers/add-waiver.ts
var import_yaml = __toESM(require_dist(), 1);
function addWaiver(text, waiver) {
  const document = (0, import_yaml.parseDocument)(text, { stringKeys: true, uniqueKeys: false });
  const end = /\r?\n/.exec(text)?.[0] ?? "\n";
  const { at, to = at, insert } = insertion(text, document, waiver);
  const lines = insert.replaceAll("\n", end);
  return text.slice(0, at) + lines + text.slice(to);
}
function insertion(text, document, waiver) {
  const root = document.contents;
  if (root === null || (0, import_yaml.isScalar)(root) && root.value === null) return atEnd(text, `waivers:
${block(waiver, "  ")}`);
  if (!(0, import_yaml.isMap)(root)) throw byHand(waiver);
  const pair = root.items.find(({ key }) => (0, import_yaml.isScalar)(key) && key.value === "waivers");
  if (pair === void 0) return newList(text, root, waiver);
  const list = pair.value;
  if ((0, import_yaml.isScalar)(list) && list.value === null) return intoNothing(text, list, waiver);
  if (!(0, import_yaml.isSeq)(list)) throw byHand(waiver);
  const last = list.items.at(-1);
  if (list.flow === true) return intoFlow(text, list, last, waiver);
  const start = startOf(list, waiver);
  return afterLine(text, endOf(last, waiver), block(waiver, text.slice(lineStart(text, start), start)));
}
function newList(text, root, waiver) {
  const [, rootEnd = 0] = root.range ?? [];
  if (root.flow !== true) {
    const start = startOf(root, waiver);
    const indent2 = text.slice(lineStart(text, start), start);
    return afterLine(text, rootEnd, `${indent2}waivers:
${block(waiver, `${indent2}  `)}`);
  }
  const last = root.items.at(-1);
  const value = `"waivers": [${flow(waiver)}]`;
  if (last === void 0) return { at: rootEnd - 1, insert: value };
  const indent = indentOf(text, startOf(last.key, waiver));
  return { at: endOf(last.value ?? last.key, waiver), insert: `,${indent}${value}` };
}
function intoNothing(text, value, waiver) {
  const [start = 0, end = 0] = value.range ?? [];
  const lineEnd = text.indexOf("\n", start);
  const beside = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  if (!/^\s*(#.*)?\s*$/.test(beside)) throw byHand(waiver);
  if (start === end) return afterLine(text, end, block(waiver, "  "));
  return { at: start, to: end, insert: `[${flow(waiver)}]` };
}
function intoFlow(text, list, last, waiver) {
  const [, end = 0] = list.range ?? [];
  if (last === void 0) return { at: end - 1, insert: flow(waiver) };
  return { at: endOf(last, waiver), insert: `,${indentOf(text, startOf(last, waiver))}${flow(waiver)}` };
}
function indentOf(text, start) {
  const before = text.slice(lineStart(text, start), start);
  return /^[ \t]+$/.test(before) ? `
${before}` : " ";
}
function afterLine(text, place, insert) {
  if (place > 0 && text[place - 1] === "\n") return { at: place, insert };
  const lineEnd = text.indexOf("\n", place);
  return lineEnd < 0 ? atEnd(text, insert) : { at: lineEnd + 1, insert };
}
function atEnd(text, insert) {
  const isWhole = text === "" || text.endsWith("\n");
  return { at: text.length, insert: isWhole ? insert : `
${insert.slice(0, -1)}` };
}
function block(waiver, indent) {
  const item = (0, import_yaml.stringify)([waiver], { lineWidth: 0, version: "1.1" });
  return item.replace(/^(?=.)/gm, indent);
}
function flow(waiver) {
  const pairs = Object.entries(waiver).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{ ${pairs.join(", ")} }`;
}
function lineStart(text, place) {
  return text.lastIndexOf("\n", place - 1) + 1;
}
function startOf(node, waiver) {
  return rangeOf(node, waiver)[0];
}
function endOf(node, waiver) {
  return rangeOf(node, waiver)[1];
}
function rangeOf(node, waiver) {
  const isPlaced = (0, import_yaml.isMap)(node) || (0, import_yaml.isSeq)(node) || (0, import_yaml.isScalar)(node) || (0, import_yaml.isAlias)(node);
  if (!isPlaced || !node.range) throw byHand(waiver);
  return [node.range[0], node.range[1]];
}
function byHand(waiver) {
  return new UsageError(
    "waiver-by-hand",
    "The list of waivers stands in a form that no waiver can be added to safely.",
    `Write it by hand: ${flow(waiver)}`
  );
}

// src/commands/waive.ts
var LARGEST = 1024 * 1024;
var FIRST_LINE = `# yaml-language-server: $schema=${POLICY_SCHEMA_URL}
`;
async function waive(request, raw, host) {
  const { policy, workingDirectory } = givenBy(raw, (name) => host.env.get(name)).load();
  const file = policy ?? DEFAULT_POLICY;
  const path = resolve(workingDirectory, file);
  const stat = await host.files.stat(path);
  if (stat !== null && stat.kind !== "file") throw noFile(file);
  const before = stat === null ? FIRST_LINE : await host.files.readText(path, LARGEST);
  const policyBefore = stat === null ? null : await readPolicyText(before, file, host);
  const waiver = written(request, policyBefore?.waiverDays ?? WAIVER_DAYS, host.clock.now());
  refuseSame(waiver, policyBefore?.waivers ?? [], file);
  const after = addWaiver(before, waiver);
  const added = await checked(after, file, policyBefore, waiver, host);
  await host.files.writeText(path, after);
  const { startLine, endLine } = added.location;
  const shown = after.split(/\r?\n/).slice(startLine - 1, endLine);
  const told2 = [`${stat === null ? "Made" : "Added to"} ${file}, line ${startLine}:`, "", ...shown, ""];
  return [...told2, ...slip(waiver.id)].join("\n");
}
function slip(id) {
  const known = RULES.flatMap((rule) => [rule.id, ...rule.aliases]);
  const meant = known.map(idKey).includes(idKey(id)) ? null : didYouMean(
    id,
    RULES.map((rule) => rule.id)
  );
  return meant === null ? [] : [`No rule is called ${id}; did you mean ${meant}? Then correct the line.`, ""];
}
function written({ id, ...rest }, days, now) {
  const today = now.toISOString().slice(0, 10);
  const latest = latestDay(today, days);
  const { reason = "", expires = "" } = rest;
  if (reason.trim() === "") {
    throw new UsageError("waive-reason", "A waiver needs a reason.", 'Say why it is accepted: --reason "\u2026".');
  }
  if (expires.trim() === "") {
    throw new UsageError(
      "waive-expires",
      "A waiver needs a last day.",
      `Give --expires with a date until ${latest} (${days} days ahead at the most).`
    );
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(expires.trim()) && expires.trim() < today) {
    throw new UsageError(
      "waive-expires",
      `The last day of the waiver, ${expires.trim()}, is over: it would accept nothing.`,
      `Give --expires with a date from ${today} until ${latest}.`
    );
  }
  return {
    id: id.trim(),
    ...given("image", rest.image),
    ...given("package", rest.package),
    ...given("path", rest.path),
    ...given("origin", rest.origin),
    reason: reason.trim(),
    ...given("owner", rest.owner),
    expires: expires.trim()
  };
}
function given(key, value) {
  const text = value?.trim() ?? "";
  return text === "" ? {} : { [key]: text };
}
function refuseSame(waiver, waivers, file) {
  const same = waivers.find(
    (other) => other.ids.map(idKey).includes(idKey(waiver.id)) && isOnly(other.images, waiver.image) && isOnly(other.packages, waiver.package) && isOnly(other.paths, waiver.path) && other.origin === (waiver.origin ?? null)
  );
  if (same === void 0) return;
  throw new UsageError(
    "waiver-exists",
    `${file}:${same.location.startLine}: ${waiver.id} is waived there already, until ${same.expires}.`,
    "Change that waiver instead: its date, and the reason for it."
  );
}
function isOnly(texts, text) {
  return text === void 0 ? texts.length === 0 : texts.length === 1 && texts[0] === text;
}
async function checked(after, file, before, waiver, host) {
  const policy = await readPolicyText(after, file, host);
  const added = policy.waivers.at(-1);
  const others = policy.waivers.slice(0, -1);
  const same = before === null ? others.length === 0 : told({ ...policy, waivers: others }) === told(before);
  if (added === void 0 || !same || added.ids.join() !== waiver.id || added.reason !== waiver.reason) {
    throw new UsageError(
      "waiver-by-hand",
      `No waiver can be added to ${file} without changing what else it says.`,
      "Add it by hand to the list `waivers`."
    );
  }
  return added;
}
function told(policy) {
  return JSON.stringify(policy, (key, value) => key === "location" || key === "line" ? null : value);
}
function noFile(file) {
  return new UsageError("no-policy", `The policy is no file: ${file}.`, "Check --policy.");
}
export {
  waive
};
