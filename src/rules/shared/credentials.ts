/** What a credential looks like: by the forms that issuers publish, by its name, by its randomness. Values are only tested, never returned. */

/** Issuers' own formats, each anchored to its published prefix and length. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bgh[pousr]_[A-Za-z0-9]{36,}\b/, 'a GitHub token'],
  [/\bgithub_pat_[A-Za-z0-9_]{22,}\b/, 'a GitHub token'],
  [/\bglpat-[A-Za-z0-9_-]{20,}/, 'a GitLab token'],
  [/\bsk-ant-[A-Za-z0-9_-]{20,}/, 'an Anthropic API key'],
  [/\bsk-(proj-|svcacct-)?[A-Za-z0-9_-]{32,}/, 'an API key'],
  [/\bsk_(live|test)_[A-Za-z0-9]{16,}/, 'a Stripe key'],
  [/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/, 'a Slack token'],
  [/\b(AKIA|ASIA)[A-Z2-7]{16}\b/, 'an AWS access key'],
  [/\bAIza[A-Za-z0-9_-]{35}\b/, 'a Google API key'],
  [/\bnpm_[A-Za-z0-9]{36}\b/, 'an npm token'],
  [/\bpypi-AgEI[A-Za-z0-9_-]{50,}/, 'a PyPI token'],
  [/\bdckr_pat_[A-Za-z0-9_-]{20,}/, 'a Docker token'],
  [/\bhf_[A-Za-z0-9]{30,}\b/, 'a Hugging Face token'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----(?<secret>[\s\S]{0,100})/, 'a private key'],
  [/\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{16,}/, 'a signed token (JWT)'],
  // Names below example.com and its like lead nowhere (RFC 2606, section 3).
  [
    /^[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@]{1,200}:(?<secret>[^\s/@]{3,200})@(?!([^\s/:@]{1,200}\.)?example\.(com|net|org)\b)/i,
    'an address with a password',
  ],
];

/** Longer values are cut before they are tested: a hostile config must not cost time. */
const LONGEST = 16_384;

/** What kind of credential a value is beyond doubt, in words; null for all else. */
export function credentialKind(value: string): string | null {
  const text = value.slice(0, LONGEST);
  const form = FORMS.find(([pattern]) => pattern.test(text) && !isPlaceholders(text, pattern));
  return form?.[1] ?? null;
}

/** Of the credentials alone: what stands around one says nothing, and a real token may lead to a repository `example`. */
function isPlaceholders(text: string, pattern: RegExp): boolean {
  const found = [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))];
  return found.every(({ 0: whole, groups }) => isPlaceholder(groups?.['secret'] ?? whole));
}

const SECRET_WORDS = new Set(
  'apikey auth credential credentials key password pword passwd passphrase passwort secret secrets token tokens psw pwd pat'.split(
    ' ',
  ),
);
/** Endings that name something about a secret (where it is, how long it lives), not the secret. */
const HARMLESS_ENDINGS = new Set(
  'file path dir url uri endpoint host port version id name ttl enabled mode type length size algorithm expiry expires header prefix count limit required'.split(
    ' ',
  ),
);
const HARMLESS_NAMES =
  /^(GPG_KEYS?|SSH_AUTH_SOCK|GOPRIVATE|.*_?PUBLIC_?.*|KEYCLOAK.*|XAUTHORITY|AUTH_TYPE|.*_KEY_?MAP|.*_KEYSERVER)$/i;

/** Whether a variable's name says that its value is a credential: whole words between underscores, never parts of words. */
export function isSecretName(name: string): boolean {
  if (HARMLESS_NAMES.test(name)) return false;
  const words = name.toLowerCase().split(/[_.-]+/);
  if (HARMLESS_ENDINGS.has(words.at(-1) ?? '')) return false;
  return words.some((word) => SECRET_WORDS.has(word));
}

/** Whether a value is random enough to be a real credential and not a word, a flag or a placeholder. */
export function looksSecret(value: string): boolean {
  if (value.length < 20 || value.length > 4096 || /\s/.test(value) || isPlaceholder(value)) return false;
  return entropy(value) >= 3.5 && /\d/.test(value) && /[a-z]/i.test(value);
}

function isPlaceholder(value: string): boolean {
  return /^<.*>$|^\$\{?\w+\}?$|^(x+|\*+|\.+)$|your[-_ ]|example|placeholder|change[-_]?me|dummy|insert|replace/i.test(
    value,
  );
}

/** Bits a character (Shannon). */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
