import { credentialKind, isSecretName, looksSecret } from './credentials.ts';
import type { SecretFileKind } from './secret-names.ts';

/** What a file gives away. `proven` is a credential by its form; else it stands where credentials stand. Never the value. */
export interface SecretContent {
  readonly what: string;
  readonly proven: boolean;
}

const LINES = 5_000;
const LINE = 8_192;

/** @param head the beginning of the file, one character a byte */
export function secretContent(kind: SecretFileKind, head: string): SecretContent | null {
  if (kind === 'private-key') return privateKey(head);
  const lines = head
    .split('\n', LINES)
    .map((line) => line.slice(0, LINE).trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith(';'));
  const form = formOf(lines) ?? privateKey(head);
  if (form !== null) return form;
  const found = lines.map((line) => named(kind, line)).find((what) => what !== null);
  return found === undefined || found === null ? null : { what: found, proven: false };
}

/** Keys under a passphrase are as secret as the passphrase; public certificates and keys are public. */
function privateKey(head: string): SecretContent | null {
  const begin = /-----BEGIN ([A-Z0-9 ]{0,40})PRIVATE KEY-----/.exec(head);
  if (begin === null) return null;
  const body = head.slice(begin.index + begin[0].length, begin.index + begin[0].length + 400);
  if (!/[A-Za-z0-9+/]{40}/.test(body)) return null;
  const locked = (begin[1] ?? '').includes('ENCRYPTED') || body.includes('ENCRYPTED');
  return { what: locked ? 'a private key (under a passphrase)' : 'a private key', proven: !locked };
}

function formOf(lines: readonly string[]): SecretContent | null {
  for (const line of lines) {
    const [, value = ''] = assignment(line) ?? [];
    const kind = credentialKind(unquoted(value)) ?? credentialKind(line);
    if (kind !== null) return { what: kind, proven: true };
  }
  return null;
}

/** What a line holds by the grammar of its file; null when it holds no credential, or only a placeholder of one. */
function named(kind: Exclude<SecretFileKind, 'private-key'>, line: string): string | null {
  switch (kind) {
    case 'variables': {
      const [name = '', value = ''] = assignment(line) ?? [];
      const text = unquoted(value);
      return isSecretName(name) && (looksSecret(text) || isFilled(text)) ? `a value for ${shortName(name)}` : null;
    }
    case 'npmrc':
      return holds(/(?:^|:)(_authToken|_auth|_password)\s*=\s*(.*)$/, line);
    case 'netrc':
      return holds(/(?:^|\s)(password)\s+(\S.*)$/, line);
    case 'pypirc':
      return holds(/^(password)\s*[=:]\s*(.*)$/, line);
    case 'ini':
      return holds(/^(aws_secret_access_key|aws_session_token)\s*=\s*(.*)$/i, line);
    case 'json':
      return holds(
        /"(private_key|client_secret|refresh_token|auth|identitytoken|secretAccessKey)"\s*:\s*"([^"]*)"/,
        line,
      );
    case 'yaml':
      return holds(/^-?\s*(client-key-data|token|password|npmAuthToken|npmAuthIdent)\s*:\s*(.*)$/, line);
    case 'addresses':
      return /^[^:\s]+:[^:]*:[^:]*:[^:]*:.+$/.test(line) ? 'a password' : null;
  }
}

function holds(pattern: RegExp, line: string): string | null {
  const [, name, value] = pattern.exec(line) ?? [];
  return name !== undefined && value !== undefined && isFilled(unquoted(value)) ? `a value for ${name}` : null;
}

function assignment(line: string): [string, string] | null {
  const at = line.indexOf('=');
  return at <= 0
    ? null
    : [
        line
          .slice(0, at)
          .replace(/^export\s+/, '')
          .trim(),
        line.slice(at + 1).trim(),
      ];
}

function unquoted(value: string): string {
  const quote = value.charAt(0);
  if (quote !== '"' && quote !== "'") return value.replace(/\s+#.*$/, '');
  const end = value.indexOf(quote, 1);
  return end < 0 ? value.slice(1) : value.slice(1, end);
}

/** Not empty, not a reference to a variable, not one of the words that stand for "put yours here". */
function isFilled(value: string): boolean {
  if (value.length < 4 || /\$\{?\w|^<.*>$|^%.*%$|^\{\{/.test(value)) return false;
  return !/^(true|false|null|none|todo|changeme|secret|password|token|x{3,}|\*+|\.{3,})$|your|example|placeholder|change[-_ ]?me|dummy|insert|replace|here$|\bxxx/i.test(
    value,
  );
}

function shortName(name: string): string {
  return /^[\w.-]{1,60}$/.test(name) ? name : 'a variable';
}
