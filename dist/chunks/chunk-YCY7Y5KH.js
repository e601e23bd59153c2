import {createRequire as __cr} from 'node:module';var require=__cr(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;

// src/rules/shared/credentials.ts
var FORMS = [
  [/\bgh[pousr]_[A-Za-z0-9]{36,}\b/, "a GitHub token"],
  [/\bgithub_pat_[A-Za-z0-9_]{22,}\b/, "a GitHub token"],
  [/\bglpat-[A-Za-z0-9_-]{20,}/, "a GitLab token"],
  [/\bsk-ant-[A-Za-z0-9_-]{20,}/, "an Anthropic API key"],
  [/\bsk-(proj-|svcacct-)?[A-Za-z0-9_-]{32,}/, "an API key"],
  [/\bsk_(live|test)_[A-Za-z0-9]{16,}/, "a Stripe key"],
  [/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/, "a Slack token"],
  [/\b(AKIA|ASIA)[A-Z2-7]{16}\b/, "an AWS access key"],
  [/\bAIza[A-Za-z0-9_-]{35}\b/, "a Google API key"],
  [/\bnpm_[A-Za-z0-9]{36}\b/, "an npm token"],
  [/\bpypi-AgEI[A-Za-z0-9_-]{50,}/, "a PyPI token"],
  [/\bdckr_pat_[A-Za-z0-9_-]{20,}/, "a Docker token"],
  [/\bhf_[A-Za-z0-9]{30,}\b/, "a Hugging Face token"],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----(?<secret>[\s\S]{0,100})/, "a private key"],
  [/\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{16,}/, "a signed token (JWT)"],
  // Names below example.com and its like lead nowhere (RFC 2606, section 3).
  [
    /^[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@]{1,200}:(?<secret>[^\s/@]{3,200})@(?!([^\s/:@]{1,200}\.)?example\.(com|net|org)\b)/i,
    "an address with a password"
  ]
];
var LONGEST = 16384;
function credentialKind(value) {
  const text = value.slice(0, LONGEST);
  const form = FORMS.find(([pattern]) => pattern.test(text) && !isPlaceholders(text, pattern));
  return form?.[1] ?? null;
}
function isPlaceholders(text, pattern) {
  const found = [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))];
  return found.every(({ 0: whole, groups }) => isPlaceholder(groups?.["secret"] ?? whole));
}
var SECRET_WORDS = new Set(
  "apikey auth credential credentials key password pword passwd passphrase passwort secret secrets token tokens psw pwd pat".split(
    " "
  )
);
var HARMLESS_ENDINGS = new Set(
  "file path dir url uri endpoint host port version id name ttl enabled mode type length size algorithm expiry expires header prefix count limit required".split(
    " "
  )
);
var HARMLESS_NAMES = /^(GPG_KEYS?|SSH_AUTH_SOCK|GOPRIVATE|.*_?PUBLIC_?.*|KEYCLOAK.*|XAUTHORITY|AUTH_TYPE|.*_KEY_?MAP|.*_KEYSERVER)$/i;
function isSecretName(name) {
  if (HARMLESS_NAMES.test(name)) return false;
  const words = name.toLowerCase().split(/[_.-]+/);
  if (HARMLESS_ENDINGS.has(words.at(-1) ?? "")) return false;
  return words.some((word) => SECRET_WORDS.has(word));
}
function looksSecret(value) {
  if (value.length < 20 || value.length > 4096 || /\s/.test(value) || isPlaceholder(value)) return false;
  return entropy(value) >= 3.5 && /\d/.test(value) && /[a-z]/i.test(value);
}
function isPlaceholder(value) {
  return /^<.*>$|^\$\{?\w+\}?$|^(x+|\*+|\.+)$|your[-_ ]|example|placeholder|change[-_]?me|dummy|insert|replace/i.test(
    value
  );
}
function entropy(text) {
  const counts = /* @__PURE__ */ new Map();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count / text.length * Math.log2(count / text.length);
  return bits;
}

export {
  credentialKind,
  isSecretName,
  looksSecret
};
