import parseSemver from 'semver/functions/parse.js';
import validRange from 'semver/ranges/valid.js';

/**
 * Decoders turn what a user wrote into an exact value, or throw an `Unfit` whose message says what is allowed.
 * They never see empty text: an empty value means "not given", because GitHub cannot tell the two apart.
 */
export class Unfit extends Error {
  override readonly name = 'Unfit';
}

export function oneOf<const T extends string>(allowed: readonly T[]): (text: string) => T {
  return (text) => {
    const wanted = text.toLowerCase();
    const found = allowed.find((word) => word === wanted);
    if (found === undefined) throw new Unfit(`allowed: ${allowed.join(', ')}`);
    return found;
  };
}

/** A comma-separated set in the order of `allowed`; `none` alone is the empty set. */
export function setOf<const T extends string>(allowed: readonly T[]): (text: string) => readonly T[] {
  const word = oneOf(allowed);
  return (text) => {
    if (text.trim().toLowerCase() === 'none') return [];
    const words = new Set(
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map(wordOrExplain),
    );
    if (words.size === 0) throw new Unfit(`allowed: ${allowed.join(', ')}, or none`);
    return allowed.filter((known) => words.has(known));
  };
  function wordOrExplain(part: string): T {
    try {
      return word(part);
    } catch {
      throw new Unfit(`allowed: ${allowed.join(', ')} (comma-separated), or none`);
    }
  }
}

const TRUE = new Set(['true', 'yes', 'on', 'y']);
const FALSE = new Set(['false', 'no', 'off', 'n']);

/** YAML's spellings of both versions, in any case. */
export function boolean(text: string): boolean {
  const word = text.toLowerCase();
  if (TRUE.has(word)) return true;
  if (FALSE.has(word)) return false;
  throw new Unfit('allowed: true, false (or yes, no, on, off)');
}

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of a text like `90s`, `15m`, `48h`, `7d`. */
export function duration(text: string): number {
  const match = /^(\d{1,6})([smhd])$/.exec(text.toLowerCase());
  const unit = match?.[2];
  const count = Number(match?.[1]);
  if (unit === undefined || !isUnit(unit) || count === 0)
    throw new Unfit('write a number and a unit: 90s, 15m, 48h, 7d');
  return count * UNITS[unit];
}

export function durationOrNone(text: string): number | null {
  if (text.toLowerCase() === 'none') return null;
  try {
    return duration(text);
  } catch {
    throw new Unfit('write a number and a unit (48h, 7d), or none');
  }
}

function isUnit(text: string): text is keyof typeof UNITS {
  return Object.hasOwn(UNITS, text);
}

/** `3000`, `3000/tcp`, `3000-3010/udp` → `3000/tcp`, … */
export function ports(text: string): readonly string[] {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(tcp|udp|sctp))?$/i.exec(text);
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  if (match === null || first < 1 || last > 65_535 || last < first) {
    throw new Unfit(
      'write a port from 1 to 65535, or a range, with an optional protocol: 3000, 3000/tcp, 8000-8010/udp',
    );
  }
  const protocol = (match[3] ?? 'tcp').toLowerCase();
  return Array.from({ length: last - first + 1 }, (_, offset) => `${first + offset}/${protocol}`);
}

/**
 * Exactly three numbers, as in Trivy's release names, a range of such versions, or `latest`. The text goes into a URL and
 * a path later, and ranges are expanded: so few letters, and not many.
 */
export function versionWish(text: string): string {
  const version = parseSemver(text.replace(/^v/, ''));
  if (version !== null && version.prerelease.length === 0 && version.build.length === 0) {
    return version.version;
  }
  if (text.toLowerCase() === 'latest') {
    return 'latest';
  }
  if (!/^[\d.x*^~<>=|][\d.x*^~<>=| -]{0,59}$/i.test(text) || validRange(text) === null) {
    throw new Unfit('write an exact version such as 0.74.0, a range such as ~0.74.0, or latest');
  }
  return text;
}

export function sha256(text: string): string {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Unfit('write the 64 hexadecimal digits of a SHA-256');
  return text.toLowerCase();
}

/** Without a slash at the end. */
export function httpUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new Unfit('write an http:// or https:// address');
  if (url.username !== '' || url.password !== '') throw new Unfit('credentials do not belong in an address');
  return text.replace(/\/+$/, '');
}

/** As image indexes write it: `linux/amd64`, `linux/arm/v7`; or `all`. */
export function platform(text: string): string {
  if (text === 'all') return text;
  if (!/^[a-z0-9]+\/[a-z0-9_]+(\/[a-z0-9]+)?$/.test(text))
    throw new Unfit('write os/architecture, such as linux/amd64 or linux/arm/v7, or all');
  return text;
}

export function buildArg(text: string): readonly [name: string, value: string] {
  const match = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) throw new Unfit('write NAME=value');
  return [match[1], match[2]];
}

/** `REF=SOURCE`: no name of an image has an equals sign. */
export function baseSource(text: string): readonly [reference: string, source: string] {
  const equals = text.indexOf('=');
  if (equals < 1 || equals === text.length - 1) throw new Unfit('write REF=SOURCE, such as node:24=oci:DIR');
  return [text.slice(0, equals), plain(text.slice(equals + 1))];
}

/** Letters that are safe in a SARIF automation id; the subject's name is appended after a slash. */
export function category(text: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._ /-]{0,99}$/.test(text) || text.endsWith('/')) {
    throw new Unfit('use up to 100 letters, digits, spaces and . _ - / (not at the end)');
  }
  return text;
}

/** Text that will be handed to other programs: no control characters. */
export function plain(text: string): string {
  if (/\p{Cc}/u.test(text)) throw new Unfit('control characters are not allowed');
  return text;
}

/** A revision as git reads it (gitrevisions(7)), and no option of git. */
export function revision(text: string): string {
  if (!/^[A-Za-z0-9_][A-Za-z0-9._/@{}~^-]{0,199}$/.test(text)) throw new Unfit('write a commit, branch or tag');
  return text;
}
