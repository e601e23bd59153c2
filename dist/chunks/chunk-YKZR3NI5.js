import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/policy/waivers/glob.ts
var LONGEST = 1e3;
var MOST_ALTERNATIVES = 100;
function compileGlob(pattern) {
  if (pattern.length > LONGEST) return null;
  const alternatives = expandBraces(pattern);
  const compiled = alternatives?.map(tokensOf) ?? [null];
  const all = compiled.filter((tokens) => tokens !== null);
  return all.length < compiled.length ? null : (text) => all.some((tokens) => matches(tokens, text));
}
var NONE = [];
var ONE = [1];
var STAY = [0];
var STAR = { skip: [1], next: (char) => char === "/" ? NONE : STAY };
var EVERYTHING = { skip: [1], next: () => STAY };
var FOLDERS = [
  { skip: [2], next: (char) => char === "/" ? NONE : ONE },
  { skip: [], next: (char) => char === "/" ? [-1] : STAY }
];
var BELOW = [{ skip: [2], next: (char) => char === "/" ? ONE : NONE }, EVERYTHING];
function one(is) {
  return { skip: [], next: (char) => is(char) ? ONE : NONE };
}
function matches(tokens, text) {
  let states = withSkips(tokens, [0]);
  for (const char of text) {
    const reached = [];
    for (const state of states) for (const step of tokens[state]?.next(char) ?? NONE) reached.push(state + step);
    states = withSkips(tokens, reached);
    if (states.size === 0) return false;
  }
  return states.has(tokens.length);
}
function withSkips(tokens, states) {
  const all = new Set(states);
  for (const state of all) for (const step of tokens[state]?.skip ?? NONE) all.add(state + step);
  return all;
}
function tokensOf(pattern) {
  const chars = [...pattern];
  const tokens = [];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at];
    const atStart = at === 0 || chars[at - 1] === "/";
    if (char === "/" && isAllBelow(chars, at)) {
      tokens.push(...BELOW);
      return tokens;
    }
    if (char === "*" && chars[at + 1] === "*") {
      let end = at + 2;
      while (chars[end] === "*") end++;
      if (atStart && end === chars.length) tokens.push(EVERYTHING);
      else if (atStart && chars[end] === "/") tokens.push(...FOLDERS);
      else tokens.push(STAR);
      at = atStart && chars[end] === "/" ? end : end - 1;
    } else if (char === "*") tokens.push(STAR);
    else if (char === "?") tokens.push(one((other) => other !== "/"));
    else if (char === "[") {
      const found = classAt(chars, at);
      if (found === null) return null;
      tokens.push(found.token);
      at = found.end;
    } else {
      if (char === "\\") at++;
      const literal = chars[at];
      if (literal === void 0) return null;
      tokens.push(one((other) => other === literal));
    }
  }
  return tokens;
}
function isAllBelow(chars, start) {
  const rest = chars.length - start;
  return rest % 3 === 0 && chars.slice(start).every((char, index) => char === (index % 3 === 0 ? "/" : "*"));
}
function classAt(chars, start) {
  let at = start + 1;
  const negated = chars[at] === "!" || chars[at] === "^";
  if (negated) at++;
  const ranges = [];
  while (chars[at] !== "]" || ranges.length === 0) {
    if (chars[at] === "]") return null;
    const [from, afterFrom] = literalAt(chars, at);
    if (from === void 0) return null;
    const isRange = chars[afterFrom] === "-" && chars[afterFrom + 1] !== "]";
    const [to, afterTo] = isRange ? literalAt(chars, afterFrom + 1) : [from, afterFrom];
    if (to === void 0) return null;
    ranges.push([from, to]);
    at = afterTo;
  }
  const has = (char) => ranges.some(([from, to]) => from <= char && char <= to);
  return { token: one((char) => char !== "/" && has(char) !== negated), end: at };
}
function literalAt(chars, at) {
  return chars[at] === "\\" ? [chars[at + 1], at + 2] : [chars[at], at + 1];
}
function expandBraces(pattern) {
  const done = [];
  const open = [pattern];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const group = firstBraces(next);
    if (group === "unclosed" || done.length + open.length > MOST_ALTERNATIVES) return null;
    if (group === null) done.push(next);
    else open.push(...group);
  }
  return done;
}
function firstBraces(pattern) {
  let depth = 0;
  let inClass = false;
  const cuts = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === "\\") at++;
    else if (inClass) inClass = char !== "]";
    else if (char === "[") inClass = true;
    else if (char === "{" && depth++ === 0) cuts.push(at);
    else if (char === "," && depth === 1) cuts.push(at);
    else if (char === "}" && depth > 0 && --depth === 0) {
      cuts.push(at);
      const [start = 0] = cuts;
      const parts = cuts.slice(0, -1).map((cut, index) => pattern.slice(cut + 1, cuts[index + 1]));
      return parts.map((part) => pattern.slice(0, start) + part + pattern.slice(at + 1));
    }
  }
  return depth > 0 ? "unclosed" : null;
}

export {
  compileGlob
};
