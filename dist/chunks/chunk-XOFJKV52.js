import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/policy/waivers/purl.ts
var ANY_CASE = /* @__PURE__ */ new Set([
  "alpm",
  "apk",
  "bitbucket",
  "bitnami",
  "composer",
  "deb",
  "github",
  "golang",
  "oci",
  "pypi"
]);
var LONGEST = 4096;
function parsePurl(text) {
  if (text.length > LONGEST || !/^pkg:/i.test(text)) return null;
  const [beforeSubpath, subpath] = cutLast(text.slice(4), "#");
  const [beforeQualifiers, query] = cutLast(beforeSubpath, "?");
  const path = beforeQualifiers.replace(/^\/+/, "");
  const slash = path.indexOf("/");
  const type = path.slice(0, Math.max(slash, 0)).toLowerCase();
  if (!/^[a-z][a-z0-9.+-]*$/.test(type)) return null;
  const rest = path.slice(slash + 1).replace(/\/+$/, "");
  const at = rest.lastIndexOf("@");
  const hasVersion = at > rest.lastIndexOf("/") + 1;
  const named = hasVersion ? rest.slice(0, at) : rest;
  const parts = named.split("/").filter((part) => part !== "");
  const decoded = parts.map(decode);
  const version = decode(hasVersion ? rest.slice(at + 1) : "");
  const qualifiers = qualifiersOf(query);
  const inside = decode(subpath.replace(/^\/+|\/+$/g, ""));
  const name = decoded.at(-1);
  if (!name || decoded.includes(null) || version === null || qualifiers === null || inside === null) return null;
  const namespace = decoded.slice(0, -1).join("/");
  return { type, version, qualifiers, subpath: inside, ...spelled(type, namespace, name) };
}
function purlMatches(pattern, target) {
  return pattern.type === target.type && pattern.namespace === target.namespace && nameMatches(pattern.name, target.name) && (pattern.version === "" || pattern.version === WILDCARD || pattern.version === target.version) && (pattern.subpath === "" || pattern.subpath === target.subpath) && [...pattern.qualifiers].every(([key, value]) => target.qualifiers.get(key) === value);
}
function withoutWildcards(purl) {
  return purl.replaceAll("*", "%2A");
}
var WILDCARD = "\0";
function nameMatches(pattern, name) {
  const [first = "", ...others] = pattern.split(WILDCARD);
  const last = others.pop();
  if (last === void 0) return first === name;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let from = first.length;
  for (const part of others) {
    const found = name.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return from <= name.length - last.length;
}
function spelled(type, namespace, name) {
  if (type === "pypi") return { namespace, name: name.toLowerCase().replaceAll("_", "-") };
  if (type === "rpm") return { namespace: namespace.toLowerCase(), name };
  return ANY_CASE.has(type) ? { namespace: namespace.toLowerCase(), name: name.toLowerCase() } : { namespace, name };
}
function qualifiersOf(query) {
  const found = /* @__PURE__ */ new Map();
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const key = pair.slice(0, Math.max(equals, 0)).toLowerCase();
    const value = decode(pair.slice(equals + 1));
    if (!/^[a-z.\-_][a-z0-9.\-_]*$/.test(key) || value === null) return null;
    if (value !== "") found.set(key, value);
  }
  return found;
}
function cutLast(text, mark) {
  const at = text.lastIndexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
function decode(text) {
  try {
    const decoded = decodeURIComponent(text.replaceAll("*", "%00"));
    return text.includes("%00") ? null : decoded;
  } catch {
    return null;
  }
}

export {
  parsePurl,
  purlMatches,
  withoutWildcards
};
