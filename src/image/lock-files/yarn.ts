import { type Locked, numberedLines } from './locked.ts';

/**
 * `yarn.lock` of both generations: a line with descriptors (`"tar@^6.1.0", tar@^6.2.0:`, since version 2
 * `"tar@npm:^6.1.0":`), and below it `version "6.2.1"` or `version: 6.2.1`. `resolution:` names the real package.
 */
export function* readYarnLock(text: string): Generator<Locked> {
  let found: Locked | null = null;
  let name: string | null = null;
  for (const [line, number] of numberedLines(text)) {
    if (/^\S/.test(line)) {
      if (found !== null) yield found;
      found = null;
      name = line.startsWith('#') ? null : packageOf(line.replace(/^"/, ''));
      continue;
    }
    const version = /^ {2}version:? "?([^\s"]+)"?\s*$/.exec(line)?.[1];
    if (version !== undefined && name !== null) {
      found = { name, version, line: number, folder: null };
    }
    const resolution = /^ {2}resolution: "([^"]+)"/.exec(line)?.[1];
    if (resolution !== undefined && found !== null) {
      found = { ...found, name: packageOf(resolution) ?? found.name };
    }
  }
  if (found !== null) yield found;
}

/** `@scope/name@…` → `@scope/name`; of an alias, `x@npm:name@…`, the package itself. */
function packageOf(descriptor: string): string | null {
  const at = descriptor.indexOf('@', 1);
  if (at === -1) return null;
  const alias = /^npm:(@?[^@\s",]+)@/.exec(descriptor.slice(at + 1))?.[1];
  return alias ?? descriptor.slice(0, at);
}
