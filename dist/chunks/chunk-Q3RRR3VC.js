import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/dockerfile/image-reference.ts
var COMPONENT = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
var REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
var HOST_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?";
var REGISTRY = new RegExp(`^(?:${HOST_LABEL}(?:\\.${HOST_LABEL})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?$`);
var TAG = /^\w[\w.-]{0,127}$/;
var DIGEST = /^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})$/;
var IDENTIFIER = /^[a-f0-9]{64}$/;
var DEFAULT_REGISTRY = "docker.io";
var MAX_REPOSITORY = 255;
var MAX_LENGTH = 4096;
function parseImageReference(text) {
  if (text.length > MAX_LENGTH || IDENTIFIER.test(text)) return null;
  const { registry, rest } = splitRegistry(text);
  const at = rest.indexOf("@");
  const digest = at < 0 ? null : rest.slice(at + 1);
  const named = at < 0 ? rest : rest.slice(0, at);
  const colon = named.lastIndexOf(":");
  const tag = colon < 0 ? null : named.slice(colon + 1);
  const repository = colon < 0 ? named : named.slice(0, colon);
  if (repository.length > MAX_REPOSITORY || !REPOSITORY.test(repository)) return null;
  if (!REGISTRY.test(registry) && !REPOSITORY.test(registry)) return null;
  if (tag !== null && !TAG.test(tag) || digest !== null && !DIGEST.test(digest)) return null;
  return { registry, repository, tag, digest };
}
function formatImageReference(reference) {
  const tag = reference.tag ?? (reference.digest === null ? "latest" : null);
  const name = `${reference.registry}/${reference.repository}`;
  return name + (tag === null ? "" : `:${tag}`) + (reference.digest === null ? "" : `@${reference.digest}`);
}
function splitRegistry(text) {
  const slash = text.indexOf("/");
  const first = text.slice(0, Math.max(slash, 0));
  if (slash < 0 || !isRegistry(first)) return official(text);
  const rest = text.slice(slash + 1);
  return first === DEFAULT_REGISTRY || first === "index.docker.io" ? official(rest) : { registry: first, rest };
}
function isRegistry(first) {
  return first === "localhost" || /[.:]/.test(first) || first.toLowerCase() !== first;
}
function official(rest) {
  return { registry: DEFAULT_REGISTRY, rest: rest.includes("/") ? rest : `library/${rest}` };
}

export {
  parseImageReference,
  formatImageReference
};
