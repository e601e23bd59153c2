/**
 * An https address that can stand in any markup as it is; null for anything else. Addresses of advisories are plain:
 * one that would have to be encoded first is not worth the risk of encoding it wrongly.
 */
export function webAddress(address: string): string | null {
  const plainAddress = /^https:\/\/(?:[\w\-.~:/?&+,;=@]|%[2-7][\dA-F])+(?:#(?:[\w\-.~:/?&+,;=@]|%[2-7][\dA-F])*)?$/iu;
  if (address.length > 500 || !plainAddress.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.username === '' && url.password === '' ? url.href : null;
}
