import { readArguments } from '../../../dockerfile/shell/arguments.ts';
import type { ShellCommand } from '../../../dockerfile/shell/script.ts';
import { CURL, fetchOf, WGET } from './fetches.ts';
import { type Lookup, spelled } from './words.ts';

/** What a command switches off, as a part of a sentence; null for one that checks as it should. */
export function insecureOption(command: ShellCommand, lookup: Lookup): string | null {
  const { name } = command;
  if (name === null) return null;
  const plain = name.replace(/[\d.]+$/, '');
  const check = Object.hasOwn(CHECKS, plain) ? CHECKS[plain] : undefined;
  if (check === undefined) return null;
  return check(
    command.words.slice(1).map((word) => spelled(word, lookup)),
    command,
    lookup,
  );
}

type Check = (words: readonly string[], command: ShellCommand, lookup: Lookup) => string | null;

const TLS = 'does not check the certificate of the server';
const SIGNATURE = 'takes packages without a valid signature';

const CHECKS: Readonly<Record<string, Check>> = {
  curl: (_words, command, lookup) => {
    const { options } = readArguments(command.words.slice(1), CURL);
    const off = options.find(({ name }) => name === '-k' || name === '--insecure' || name === '--proxy-insecure');
    return off !== undefined && fetchOf(command, lookup) !== null ? `${off.name} ${TLS}` : null;
  },
  wget: (_words, command, lookup) => {
    const { options } = readArguments(command.words.slice(1), WGET);
    // Long options may be abbreviated as long as they stay unique.
    const off = options.some(({ name }) => /^--no-check-c/.test(name));
    return off && fetchOf(command, lookup) !== null ? `--no-check-certificate ${TLS}` : null;
  },
  git: (words) => {
    const at = words.findIndex((word) => /^http\.(.*\.)?sslverify(=|$)/i.test(word));
    const value = words[at]?.split('=')[1] ?? words[at + 1] ?? '';
    return at >= 0 && isOff(value) ? `http.sslVerify ${TLS}` : null;
  },
  apt: apt,
  'apt-get': apt,
  aptitude: apt,
  apk: (words) => (words.includes('--allow-untrusted') ? `--allow-untrusted ${SIGNATURE}` : null),
  yum: rpmFamily,
  dnf: rpmFamily,
  microdnf: rpmFamily,
  rpm: (words) => {
    const off = words.find((word) => word === '--nosignature' || word === '--nogpgcheck');
    return off === undefined ? null : `${off} ${SIGNATURE}`;
  },
  zypper: (words) => (words.includes('--no-gpg-checks') ? `--no-gpg-checks ${SIGNATURE}` : null),
  pip: pip,
  pipx: pip,
  python: (words) => (words[0] === '-m' && words[1] === 'pip' ? pip(words) : null),
  uv: (words) =>
    words.some((word) => /^--allow-insecure-host(=|$)/.test(word)) ? `--allow-insecure-host ${TLS}` : null,
  npm: strictSsl,
  pnpm: strictSsl,
  yarn: strictSsl,
  conda: (words) => {
    const at = words.indexOf('ssl_verify');
    const off = (at >= 0 && isOff(words[at + 1] ?? '')) || words.includes('--insecure') || words.includes('-k');
    return off ? `ssl_verify ${TLS}` : null;
  },
  composer: (words) => {
    const at = words.indexOf('disable-tls');
    return at >= 0 && words[at + 1] === 'true' ? 'disable-tls fetches without TLS' : null;
  },
};

function apt(words: readonly string[]): string | null {
  const off = words.find(
    (word) =>
      /^--(allow-unauthenticated|force-yes|allow-insecure-repositories)$/.test(word) ||
      /^(-o)?(APT::Get::AllowUnauthenticated|Acquire::AllowInsecureRepositories)=("?)(1|true|yes)/i.test(word),
  );
  if (off !== undefined) return `${off.replace(/^-o/, '').split('=', 1)[0]} ${SIGNATURE}`;
  const peer = words.some((word) => /^(-o)?Acquire::https::(.*::)?Verify-(Peer|Host)=("?)(0|false|no)/i.test(word));
  return peer ? `Acquire::https::Verify-Peer ${TLS}` : null;
}

function rpmFamily(words: readonly string[]): string | null {
  if (words.some((word) => /^--nogpgcheck$|^--setopt=(.*\.)?gpgcheck=(0|false|no)$/.test(word)))
    return `gpgcheck ${SIGNATURE}`;
  return words.some((word) => /^--setopt=(.*\.)?sslverify=(0|false|no)$/.test(word)) ? `sslverify ${TLS}` : null;
}

function pip(words: readonly string[]): string | null {
  const host = words.some((word) => /^--trusted-host(=|$)/.test(word));
  const config = words.some((word) => /(^|\.)trusted-host$/.test(word)) && words.includes('config');
  return host || config ? `trusted-host ${TLS}` : null;
}

function strictSsl(words: readonly string[]): string | null {
  const off = words.some((word, at) => {
    if (/^(--)?strict-ssl=(false|0)$/.test(word) || word === '--no-strict-ssl') return true;
    return /^(--)?(strict-ssl|enableStrictSsl)$/.test(word) && isOff(words[at + 1] ?? '');
  });
  return off ? `strict-ssl ${TLS}` : null;
}

function isOff(value: string): boolean {
  return /^(false|0|no|off)$/i.test(value);
}
