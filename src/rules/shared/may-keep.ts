import { secretFileKind } from './secret-names.ts';

/**
 * Whether the beginning of a file of an image may be kept on this machine between runs: nothing that is named like a
 * credential, and no password hashes.
 * @param path without the leading slash
 */
export function mayKeep(path: string, content: Uint8Array): boolean {
  if (secretFileKind(`/${path}`) !== null) return false;
  return !/^etc\/g?shadow-?$/.test(path) || !Buffer.from(content).includes('$');
}
