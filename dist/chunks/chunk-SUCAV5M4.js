import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;
import {
  UsageError
} from "./chunk-3OE5NGK7.js";

// src/evidence/image-reference.ts
function parseImageReference(text) {
  const prefixed = /^(docker-archive|oci-archive|oci|registry):(.*)$/s.exec(text);
  if (prefixed !== null) {
    return withPrefix(prefixed[1] ?? "", prefixed[2] ?? "", text);
  }
  const isName = isImageName(text);
  if (text === "" || text.includes("\0")) {
    throw invalid(text);
  }
  if (/^(\.{0,2}[\\/]|[A-Za-z]:[\\/])/.test(text)) {
    return { kind: "path", path: text, reference: null };
  }
  if (isName && /[:@]/.test(text)) {
    return { kind: "engine", reference: text };
  }
  return { kind: "path", path: text, reference: isName ? text : null };
}
function withPrefix(prefix, rest, text) {
  if (rest === "" || rest.includes("\0")) {
    throw invalid(text);
  }
  switch (prefix) {
    case "docker-archive":
      return { kind: "docker-archive", file: rest, tag: null };
    case "oci-archive":
      return { kind: "oci-archive", file: rest, tag: null };
    case "registry":
      return { kind: "registry", reference: rest };
    default:
      return { kind: "oci", ...splitTag(rest) };
  }
}
function splitTag(rest) {
  const match = /^(.{2,}|[^A-Za-z]):([^:\\/]+)$/s.exec(rest);
  return match === null ? { folder: rest, tag: null } : { folder: match[1] ?? "", tag: match[2] ?? "" };
}
var SEGMENT = "[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*";
var REGISTRY = "(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?";
var NAME = new RegExp(
  `^(?:(?:${REGISTRY}/)?${SEGMENT}(?:/${SEGMENT})*(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?|sha256:[0-9a-f]{1,64})$`
);
function isImageName(text) {
  return text.length <= 512 && NAME.test(text);
}
function invalid(text) {
  return new UsageError(
    "image-invalid",
    `${JSON.stringify(text)} names no image.`,
    "Give a tag or id of the local engine, docker-archive:FILE[:TAG], oci-archive:FILE[:TAG], oci:FOLDER[:TAG], registry:REF, or a path."
  );
}
function repositoryOf(name) {
  if (!isImageName(name) || /^(sha256:[0-9a-f]+|[0-9a-f]{64})$/.test(name)) {
    return null;
  }
  const segments = name.replace(/@.*$/, "").replace(/:[^/:]*$/, "").split("/");
  const path = hasHost(segments) ? segments.slice(1) : segments;
  return (path.length > 1 && path[0] === "library" ? path.slice(1) : path).join("/");
}
function namesRegistry(name) {
  return isImageName(name) && hasHost(name.split("/"));
}
function hasHost([first = "", ...rest]) {
  return rest.length > 0 && (/[.:[\]]/.test(first) || first === "localhost" || first !== first.toLowerCase());
}
function sharedRepository(names) {
  const repositories = new Set(names.map(repositoryOf));
  const [only = null] = repositories;
  return repositories.size === 1 ? only : null;
}

export {
  parseImageReference,
  repositoryOf,
  namesRegistry,
  sharedRepository
};
