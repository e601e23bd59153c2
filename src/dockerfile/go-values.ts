import { Rejection } from './dockerfile-error.ts';

/** Go's strconv.ParseBool. Throws Rejection that names `what`. */
export function parseBool(text: string, what: string): boolean {
  if (['1', 't', 'T', 'TRUE', 'true', 'True'].includes(text)) return true;
  if (['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(text)) return false;
  throw new Rejection(`invalid value for ${what}: ${text}`);
}

/** Go's strconv.Atoi and ParseInt in base 10: an optional sign and digits, 64 bits; null when it is none. */
export function parseInteger(text: string): number | null {
  if (!/^[+-]?[0-9]+$/.test(text)) return null;
  const value = Number(text);
  return Math.abs(value) < 2 ** 63 ? value : null;
}

/** Go's strconv.ParseUint with 32 bits: digits only; null when it is none. */
export function parseUnsigned(text: string, base: 8 | 10): number | null {
  if (!(base === 8 ? /^[0-7]+$/ : /^[0-9]+$/).test(text)) return null;
  const value = Number.parseInt(text, base);
  return value < 2 ** 32 ? value : null;
}

const UNITS = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['μs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);
const PART = /([0-9]*)(?:\.([0-9]*))?([^0-9.]+)/y;
const LIMIT = 2n ** 63n;

/** Go's time.ParseDuration (`1h30m`, `1.5s`, `300ms`): nanoseconds. Throws Rejection. */
export function parseDuration(text: string): number {
  const invalid = new Rejection(`invalid duration "${text}"`);
  const negative = text.startsWith('-');
  const body = /^[+-]/.test(text) ? text.slice(1) : text;
  if (body === '0') return 0;
  if (body === '' || body.length > 200) throw invalid;
  let total = 0n;
  for (let at = 0; at < body.length; at = PART.lastIndex) {
    PART.lastIndex = at;
    const part = PART.exec(body);
    const unit = UNITS.get(part?.[3] ?? '');
    const whole = part?.[1] ?? '';
    const fraction = (part?.[2] ?? '').slice(0, 18);
    if (part === null || unit === undefined || (whole === '' && fraction === '')) throw invalid;
    total += BigInt(whole || '0') * unit + (BigInt(fraction || '0') * unit) / 10n ** BigInt(fraction.length);
    if (total >= LIMIT + (negative ? 1n : 0n)) throw invalid;
  }
  return negative ? -Number(total) : Number(total);
}

/** docker/go-units RAMInBytes accepts it: a number with an optional suffix such as `k`, `MB` or `GiB`. */
export function isMemorySize(text: string): boolean {
  return /^\+?(?:[0-9]+(?:_[0-9]+)*\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)? ?(?:b|[kmgtp](?:i?b)?)?$/i.test(text);
}
