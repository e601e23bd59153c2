import * as z from 'zod';

const LONGEST = 300;
const errorBody = z.object({ message: z.string() });

/** What the API says about a refused request, on one line and not too long; empty when it says nothing. */
export function apiMessage(body: unknown): string {
  const decoded = errorBody.safeParse(body);
  return decoded.success ? oneLine(decoded.data.message) : '';
}

/** Text of a server made safe for a log line: no control characters (line ends would start workflow commands). */
export function oneLine(text: string): string {
  const flat = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ').trim();
  return flat.length > LONGEST ? `${flat.slice(0, LONGEST - 1)}…` : flat;
}
