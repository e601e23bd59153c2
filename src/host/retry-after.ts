/**
 * How long a server asks to be left alone, in milliseconds; null when it does not say.
 *
 * - The header (RFC 9110, section 10.2.3): seconds or a date.
 * - The text of a registry's refusal, which GitHub's and Google's give as a Go duration:
 *   `TOOMANYREQUESTS: retry-after: 35.852µs, allowed: 44000/minute`.
 */
export function retryAfterMs(header: string | undefined, body: string, now: Date): number | null {
  return fromHeader(header, now) ?? fromText(body);
}

function fromHeader(header: string | undefined, now: Date): number | null {
  if (header === undefined) {
    return null;
  }
  if (/^\d{1,9}$/.test(header)) {
    return Number(header) * 1000;
  }
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}

const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

function fromText(body: string): number | null {
  const duration = /retry-after: {0,4}((?:\d{1,9}(?:\.\d{1,12})?(?:ns|us|µs|μs|ms|s|m|h)){1,6})(?![\w.])/i.exec(
    body,
  )?.[1];
  if (duration === undefined) {
    return null;
  }
  const parts = [...duration.matchAll(/([\d.]+)(ns|us|µs|μs|ms|s|m|h)/gi)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit?.toLowerCase() ?? ''] ?? 0), 0);
}
