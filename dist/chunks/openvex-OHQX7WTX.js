import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  withoutWildcards
} from "./chunk-XOFJKV52.js";
import {
  badWaivers,
  quoted,
  reasonOf
} from "./chunk-ZRAKBVEE.js";
import {
  _enum,
  array,
  object,
  string
} from "./chunk-LQLOOPP6.js";
import "./chunk-3OE5NGK7.js";
import {
  errorMessage
} from "./chunk-UM53JYGR.js";
import "./chunk-O5CCVBBB.js";

// src/policy/waivers/json-lines.ts
function linesOfItems(json, key) {
  let found = [];
  let line = 1;
  let depth = 0;
  let listDepth = null;
  let isItemDue = false;
  let name = "";
  for (let at = 0; at < json.length; at++) {
    const char = json[at] ?? "";
    if (char === "\n") line++;
    if (/\s/.test(char)) continue;
    if (isItemDue && char !== "]") {
      found.push(line);
      isItemDue = false;
    }
    if (char === '"') {
      const end = endOfText(json, at);
      if (depth === 1) name = json.slice(at + 1, end);
      at = end;
    } else if (char === "[" || char === "{") {
      depth++;
      if (char === "[" && depth === 2 && name === key) {
        found = [];
        listDepth = depth;
        isItemDue = true;
      }
    } else if (char === "]" || char === "}") {
      if (depth === listDepth) {
        listDepth = null;
        isItemDue = false;
      }
      depth--;
    } else if (char === ",") {
      if (depth === listDepth) isItemDue = true;
      if (depth === 1) name = "";
    }
  }
  return found;
}
function endOfText(json, start) {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at;
}

// src/policy/waivers/openvex-schema.ts
var text = string().max(1e4);
var component = object({
  "@id": text.optional(),
  identifiers: object({ purl: text.optional() }).optional()
});
var MOST = 1e3;
var moment = string().refine((value) => !Number.isNaN(Date.parse(value)), "write a moment, such as 2026-01-31T12:00:00Z");
var statement = object({
  vulnerability: object(
    { "@id": text.optional(), name: text.optional(), aliases: array(text).max(MOST).optional() },
    { error: "write an object with a name, as OpenVEX 0.2.0 has it" }
  ),
  products: array(component.extend({ subcomponents: array(component).optional() })).optional(),
  status: _enum(["not_affected", "affected", "fixed", "under_investigation"], {
    error: "write not_affected, affected, fixed or under_investigation"
  }),
  timestamp: moment.optional(),
  justification: text.optional(),
  impact_statement: text.optional(),
  status_notes: text.optional()
});
var openvexSchema = object({
  "@context": string().startsWith("https://openvex.dev/ns", "this is no OpenVEX document"),
  timestamp: moment.optional(),
  statements: array(statement)
});

// src/policy/waivers/openvex.ts
var MOST_SCOPES = 1e4;
var MOST_TAKEN_BACK = 1e6;
function readOpenVex(text2, file) {
  const decoded = openvexSchema.safeParse(parse(text2, file));
  const lines = linesOfItems(text2, "statements");
  if (!decoded.success) {
    const [issue] = decoded.error.issues;
    const [, index] = issue?.path[0] === "statements" ? issue.path : [];
    const name = issue?.path.map(String).join(".") ?? "";
    throw badWaivers(file, lines[Number(index ?? -1)] ?? 1, `${quoted(name)}: ${issue?.message ?? "malformed"}`);
  }
  const made = Date.parse(decoded.data.timestamp ?? "") || 0;
  const dated = decoded.data.statements.map((statement2, index) => {
    const { timestamp = "" } = statement2;
    return { statement: statement2, moment: Date.parse(timestamp) || made, scopes: scopesOf(statement2), line: lines[index] ?? 1 };
  });
  const count = dated.reduce((sum, { scopes }) => sum + scopes.length, 0);
  if (count > MOST_SCOPES) throw badWaivers(file, 1, `at most ${MOST_SCOPES} products of statements are read`);
  const takenBack = takesBack(dated, file);
  return dated.filter(({ statement: statement2 }) => accepts(statement2)).flatMap((one) => waiversOf(one, takenBack(one), file));
}
function accepts({ status }) {
  return status === "not_affected" || status === "fixed";
}
function waiversOf({ statement: statement2, scopes, line }, against, file) {
  return scopes.map((scope) => ({
    ...scope,
    kinds: ["advisory"],
    // What is said of a package in general says nothing of one image that holds it, and the reverse.
    unless: against.filter(({ images }) => images.length > 0 === scope.images.length > 0),
    paths: [],
    origin: null,
    reason: reasonOfStatement(statement2),
    owner: null,
    expires: null,
    source: "openvex",
    location: { file, startLine: line, endLine: line }
  }));
}
function takesBack(dated, file) {
  const byId = /* @__PURE__ */ new Map();
  for (const other of dated) {
    if (accepts(other.statement)) continue;
    for (const id of idsOf(other.statement)) {
      const same = byId.get(id);
      if (same === void 0) byId.set(id, [other]);
      else same.push(other);
    }
  }
  let total = 0;
  return ({ statement: statement2, moment: moment2 }) => {
    const others = new Set(idsOf(statement2).flatMap((id) => byId.get(id) ?? []));
    const later = [...others].filter((other) => other.moment >= moment2).flatMap(({ scopes }) => scopes);
    total += later.length;
    if (total > MOST_TAKEN_BACK) throw badWaivers(file, 1, "too many statements take back others");
    return later;
  };
}
function scopesOf(statement2) {
  const ids = idsOf(statement2);
  const isLenient = accepts(statement2);
  return (statement2.products ?? []).flatMap((product) => {
    const names = namesOf(product);
    const images = names.filter((name) => /^pkg:oci\//i.test(name));
    const packages = names.filter((name) => !images.includes(name));
    const { subcomponents = [] } = product;
    const parts = subcomponents.flatMap(namesOf);
    const inside = subcomponents.length > 0;
    return [
      // An image with parts that have no name is not the image as a whole.
      ...images.length > 0 && (!isLenient || !inside || parts.length > 0) ? [{ ids, images, packages: parts }] : [],
      ...packages.length > 0 && (!isLenient || !inside) ? [{ ids, images: [], packages }] : []
    ];
  });
}
function namesOf({ "@id": id, identifiers }) {
  return given(id, identifiers?.purl).map(withoutWildcards);
}
function idsOf({ vulnerability }) {
  const { name, "@id": id, aliases = [] } = vulnerability;
  return [...new Set(given(name, id, ...aliases))];
}
function given(...texts) {
  return texts.filter((text2) => text2 !== void 0 && text2.trim() !== "");
}
function reasonOfStatement({
  status,
  justification,
  impact_statement: impact,
  status_notes: notes
}) {
  const words = given(impact, notes).join(". ");
  const head = given(status.replaceAll("_", " "), justification).join(", ");
  const said = justification || words !== "" ? words : reasonOf("");
  return reasonOf(said === "" ? head : `${head}: ${said}`);
}
function parse(text2, file) {
  try {
    return JSON.parse(text2.replace(/^\uFEFF/, ""));
  } catch (error) {
    const message = errorMessage(error);
    const position = /position (\d+)/.exec(message)?.[1];
    const line = position === void 0 ? 1 : text2.slice(0, Number(position)).split("\n").length;
    throw badWaivers(file, line, `this is no JSON (${message.slice(0, 200)})`);
  }
}
export {
  readOpenVex
};
