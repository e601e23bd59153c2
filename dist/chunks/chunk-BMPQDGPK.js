import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  OPTIONS,
  OPTION_KEYS,
  Unfit,
  optionName
} from "./chunk-GDAOSJ42.js";
import {
  UsageError
} from "./chunk-3OE5NGK7.js";

// src/settings/from-environment.ts
var PREFIX = "IMAGE_GATE_";
function variableName(key) {
  return `${PREFIX}${optionName(key).toUpperCase().replaceAll("-", "_")}`;
}
function refuseUnknownVariables(names) {
  const known = new Set(OPTION_KEYS.map(variableName));
  const unknown = names(PREFIX).filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new UsageError(
    "unknown-variable",
    `No option is set by ${unknown.map((name) => name.slice(0, 60)).join(", ")}.`,
    "Correct the name (IMAGE_GATE_FAIL_ON sets fail-on), or remove the variable; nothing was judged."
  );
}
function rawFromEnvironment(variable) {
  const entries = OPTION_KEYS.flatMap((key) => {
    const text = variable(variableName(key));
    return text === void 0 || text.trim() === "" ? [] : [[key, [text]]];
  });
  return Object.fromEntries(entries);
}

// src/settings/load.ts
function loadSettings(raw, nameOf = optionName) {
  const mistakes = [];
  const entries = OPTION_KEYS.map((key) => {
    try {
      return [key, loadOption(OPTIONS[key], raw[key] ?? [])];
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      mistakes.push(`${nameOf(key)} is ${shown(key, error.value)}; ${error.message}`);
      return [key, void 0];
    }
  });
  if (mistakes.length > 0) {
    throw new UsageError("bad-option", mistakes.join(". "), "Correct the value; nothing was downloaded or scanned.");
  }
  return Object.fromEntries(entries);
}
function isGiven(values) {
  return values?.some((text) => text.trim() !== "") ?? false;
}
var Mistake = class extends Error {
  value;
  constructor(value, message) {
    super(message);
    this.value = value;
  }
};
function loadOption(option, given) {
  const values = option.kind === "list" ? given.flatMap((text) => text.split(/\r\n|\r|\n/)).map((line) => line.trim()).filter((line) => line !== "") : given.map((text) => text.trim()).filter((text) => text !== "").slice(-1);
  if (values.length === 0) return option.fallback;
  const broken = option.kind === "list" ? void 0 : values.find((value) => /[\r\n]/.test(value));
  if (broken !== void 0) throw new Mistake(broken, "allowed: one value, on one line");
  try {
    return option.decode(values);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    throw new Mistake(values.find((value) => isUnfit(option, value)) ?? values.join(", "), error.message);
  }
}
function isUnfit(option, value) {
  try {
    option.decode([value]);
    return false;
  } catch {
    return true;
  }
}
function shown(key, value) {
  if (key === "token") return "not usable";
  if (key === "buildArg") return `"${value.split("=")[0]?.slice(0, 60)}\u2026"`;
  const line = value.replaceAll(new RegExp("\\p{Cc}+", "gu"), " ").replace(/\/\/[^/]*@/, "//\u2026@");
  return `"${line.length > 80 ? `${line.slice(0, 79)}\u2026` : line}"`;
}

// src/settings/precedence.ts
function givenBy(raw, variable) {
  const environment = rawFromEnvironment(variable);
  const together = merged(environment, raw);
  const nameOf = (key) => !isGiven(raw[key]) && isGiven(environment[key]) ? variableName(key) : optionName(key);
  return {
    raw: together,
    has: (key) => isGiven(together[key]),
    load: (file = {}) => loadSettings(merged(file, together), nameOf)
  };
}
function merged(weaker, stronger) {
  return { ...weaker, ...Object.fromEntries(Object.entries(stronger).filter(([, values]) => isGiven(values))) };
}

export {
  variableName,
  refuseUnknownVariables,
  loadSettings,
  isGiven,
  givenBy
};
