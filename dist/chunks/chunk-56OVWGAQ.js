import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  DAYS,
  isDay,
  policySchema
} from "./chunk-XH7RI7F4.js";
import {
  didYouMean,
  placeOf,
  shownKey
} from "./chunk-6UDCNFA5.js";
import {
  formatImageReference,
  parseImageReference
} from "./chunk-Q3RRR3VC.js";
import {
  ZodArray,
  ZodEnum,
  ZodObject,
  ZodOptional,
  ZodRecord,
  ZodType,
  ZodUnion
} from "./chunk-LQLOOPP6.js";

// src/policy/file/known-keys.ts
function knownKeys(schema, path) {
  const [step, ...rest] = path;
  if (schema instanceof ZodOptional) return knownKeys(schema.unwrap(), path);
  if (schema instanceof ZodUnion) return schema.options.flatMap((option) => knownKeys(option, path));
  if (schema instanceof ZodObject) {
    if (step === void 0) return Object.keys(schema.shape).filter((key) => key !== "$schema");
    const inner = Object.hasOwn(schema.shape, step) ? schema.shape[step] : void 0;
    return inner instanceof ZodType ? knownKeys(inner, rest) : [];
  }
  if (step === void 0) return schema instanceof ZodRecord ? enumerated(schema.keyType) : [];
  if (schema instanceof ZodRecord) return knownKeys(schema.valueType, rest);
  return schema instanceof ZodArray ? knownKeys(schema.element, rest) : [];
}
function enumerated(schema) {
  return schema instanceof ZodEnum ? schema.options.map(String) : [];
}

// src/policy/file/mistakes.ts
var MOST_PLACED = 200;
function schemaMistakes(issues, value) {
  return issues.flatMap(unfolded).flatMap((issue) => {
    const path = issue.path.map((step) => typeof step === "number" ? step : String(step));
    if (issue.code !== "unrecognized_keys")
      return [{ path, message: `${nameOf(path)}${wordsOf(issue, valueAt(value, path))}` }];
    const known = knownKeys(policySchema, path);
    return issue.keys.slice(0, MOST_PLACED).map((key) => ({ path: [...path, key], message: unknownKey(key, known) }));
  });
}
function placed(mistakes, document, lines) {
  return mistakes.slice(0, MOST_PLACED).map(({ path, message }) => ({ message, ...placeOf(path, document, lines) })).sort((a, b) => a.line - b.line || a.col - b.col);
}
function nameOf(path) {
  return path.length === 0 ? "" : `${path.map(shown).join(".")}: `;
}
function unfolded(issue) {
  if (issue.code !== "invalid_union") return [issue];
  const [meant, ...others] = issue.errors.filter((branch) => !branch.some(isOtherForm));
  if (meant === void 0 || others.length > 0) return [issue];
  return meant.flatMap((inner) => unfolded({ ...inner, path: [...issue.path, ...inner.path] }));
}
function isOtherForm({ code, path }) {
  return path.length === 0 && (code === "invalid_type" || code === "invalid_value");
}
function wordsOf(issue, value) {
  if (issue.code === "invalid_key") return issue.issues[0]?.message ?? issue.message;
  const allowed = issue.code === "invalid_union" ? issue.errors.flat().flatMap(wordsAllowed) : wordsAllowed(issue);
  const meant = typeof value === "string" ? didYouMean(value, allowed) : null;
  return meant === null ? issue.message : `${issue.message}; did you mean "${meant}"?`;
}
function wordsAllowed(issue) {
  return issue.code === "invalid_value" ? issue.values.map(String) : [];
}
function valueAt(value, path) {
  return path.reduce(
    (inner, step) => typeof inner === "object" && inner !== null ? Object.getOwnPropertyDescriptor(inner, step)?.value : void 0,
    value
  );
}
function unknownKey(key, known) {
  const meant = didYouMean(key, known);
  return `unknown key ${shownKey(key)}; ${meant === null ? `known: ${known.join(", ")}` : `did you mean "${meant}"?`}`;
}
function shown(step) {
  return String(step).replace(new RegExp("\\p{Cc}+", "gu"), " ").slice(0, 100);
}

// src/policy/file/cross-checks.ts
var WAIVER_DAYS = 90;
function crossChecks(value, { today, ruleIds }) {
  const { bases, images, rules, waivers, "waiver-term": term } = record(value);
  return [
    ...unknownRules(record(rules), ruleIds),
    ...sameRepository(record(bases)),
    ...sameName(items(images)),
    ...lateWaivers(items(waivers), waiverDays(term), today)
  ];
}
function waiverDays(term) {
  const days = typeof term === "string" ? DAYS.exec(term)?.[1] : void 0;
  return days === void 0 ? WAIVER_DAYS : Number(days);
}
function latestDay(today, days) {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 864e5).toISOString().slice(0, 10);
}
function unknownRules(rules, ruleIds) {
  const known = new Set(ruleIds);
  return Object.keys(rules).filter((id) => !known.has(id)).slice(0, 200).map((id) => {
    const meant = didYouMean(id, ruleIds);
    const hint = meant === null ? "`image-gate rules` lists them" : `did you mean "${meant}"?`;
    return { path: ["rules", id], message: `unknown rule ${shownKey(id)}; ${hint}` };
  });
}
function sameRepository(bases) {
  const first = /* @__PURE__ */ new Map();
  return Object.keys(bases).flatMap((name) => {
    const reference = parseImageReference(name);
    const full = reference === null ? name : formatImageReference(reference);
    const other = first.get(full);
    first.set(full, other ?? name);
    if (other === void 0) return [];
    return [{ path: ["bases", name], message: `${shownKey(name)} and ${shownKey(other)} are one image repository` }];
  });
}
function sameName(images) {
  const seen = /* @__PURE__ */ new Set();
  return images.flatMap((image, index) => {
    const { name } = record(image);
    if (typeof name !== "string") return [];
    const isSecond = seen.has(name);
    seen.add(name);
    return isSecond ? [{ path: ["images", index, "name"], message: `two images have the name ${shownKey(name)}` }] : [];
  });
}
function lateWaivers(waivers, days, today) {
  const latest = latestDay(today, days);
  return waivers.flatMap((waiver, index) => {
    const { expires } = record(waiver);
    if (typeof expires !== "string" || !isDay(expires) || expires <= latest) return [];
    const path = ["waivers", index, "expires"];
    return [{ path, message: `${nameOf(path)}more than ${days} days ahead (waiver-term); ${latest} at the latest` }];
  });
}
function record(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
function items(value) {
  return Array.isArray(value) ? value : [];
}

export {
  schemaMistakes,
  placed,
  WAIVER_DAYS,
  crossChecks,
  waiverDays,
  latestDay
};
