/** Go's strconv.Atoi on a 64-bit machine: an optional sign and decimal digits. Null for anything else, also for overflow. */
export function atoi(text: string): number | null {
  return goNumber(text, null);
}

/** The same where its error is ignored: 0 for what is no number, and the nearest bound for what does not fit. */
export function atoiOrZero(text: string): number {
  return goNumber(text, 'clamp') ?? 0;
}

const MAX = 2n ** 63n - 1n;
const MIN = -(2n ** 63n);

function goNumber(text: string, overflow: 'clamp' | null): number | null {
  if (!/^[+-]?[0-9]+$/.test(text)) {
    return null;
  }
  // Leading zeros may be many; the digits that count are at most 19.
  const digits = text.replace(/^[+-]?0*(?=[0-9])/, '');
  const negative = text.startsWith('-');
  const size = digits.length > 19 ? MAX + 1n + 1n : BigInt(digits);
  const value = negative ? -size : size;
  if (value > MAX || value < MIN) {
    return overflow === null ? null : Number(negative ? MIN : MAX);
  }
  // `0 -` keeps `-0` out of the results.
  return negative ? 0 - Number(size) : Number(value);
}
