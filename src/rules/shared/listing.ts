const SHOWN = 10;
const LONGEST = 160;

/** Names out of an image for a message: the first ten, and how many more there are. */
export function listed(names: readonly string[]): string {
  const first = names.slice(0, SHOWN).map(plainName).join(', ');
  return names.length > SHOWN ? `${first} and ${names.length - SHOWN} more` : first;
}

/** One line of visible characters: a file name may hold anything but a slash and NUL. */
export function plainName(name: string): string {
  const cut = name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
  return cut.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
}

/** Several things that are wrong, each told once, in one sentence. */
export function joined(messages: readonly string[]): string {
  const all = [...new Set(messages)];
  const first = all.slice(0, 5).map((message) => (message.length > 500 ? `${message.slice(0, 500)}…` : message));
  return all.length > 5 ? `${first.join('; ')}; and ${all.length - 5} more` : first.join('; ');
}

/** `1 file`, `3 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Bytes in the unit that people read: `340 KB`, `12.5 MB`. */
export function bytes(count: number): string {
  if (count >= 1e9) return `${(count / 1e9).toFixed(1)} GB`;
  return count >= 1e6 ? `${(count / 1e6).toFixed(1)} MB` : `${Math.ceil(count / 1000)} KB`;
}
