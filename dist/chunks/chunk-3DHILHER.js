import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/policy/waivers/ids.ts
function idKey(id) {
  const text = id.trim().toLowerCase();
  const trivy = /^(?:avd-)?ds-?([0-9]{3,4})$/.exec(text);
  return trivy === null ? text : `ds-${(trivy[1] ?? "").padStart(4, "0")}`;
}
function keysOf({ id, aliases, kind }) {
  return new Set([id, ...aliases, ...licenseName(id, kind)].map(idKey));
}
function meansFault({ ids, source, kinds }, fault) {
  if (kinds !== void 0 && !kinds.includes(fault.kind)) return false;
  if (source === "policy" || fault.kind === "rule") return true;
  const [name] = licenseName(fault.id, fault.kind);
  return ids.includes(name ?? fault.id);
}
function licenseName(id, kind) {
  return kind === "license" && id.startsWith("license-") ? [id.slice("license-".length)] : [];
}

export {
  idKey,
  keysOf,
  meansFault
};
