import { type Locked, numberedLines } from './locked.ts';

/**
 * `pnpm-lock.yaml`: keys of `packages`, which are `/tar/6.2.1:` in version 5 of the format, `/tar@6.2.1(peer@1):` in
 * version 6 and `tar@6.2.1:` in version 9.
 */
export function* readPnpmLock(text: string): Generator<Locked> {
  let isPackages = false;
  for (const [line, number] of numberedLines(text)) {
    if (/^\S/.test(line)) {
      isPackages = /^packages:\s*$/.test(line);
      continue;
    }
    const key = isPackages ? /^ {2}(\S+):\s*$/.exec(line)?.[1] : undefined;
    const split = key === undefined ? null : splitKey(key.replace(/^['"]|['"]$/g, ''));
    if (split !== null) yield { ...split, line: number, folder: null };
  }
}

function splitKey(key: string): { readonly name: string; readonly version: string } | null {
  const old = /^\/((?:@[^/]+\/)?[^/@]+)\/([^_(]+)/.exec(key);
  if (old !== null) return { name: old[1] ?? '', version: old[2] ?? '' };
  const bare = (key.split('(', 1)[0] ?? '').replace(/^\//, '');
  const at = bare.lastIndexOf('@');
  return at > 0 ? { name: bare.slice(0, at), version: bare.slice(at + 1) } : null;
}
