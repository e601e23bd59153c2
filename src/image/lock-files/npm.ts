import { jsonStrings } from './json-strings.ts';
import type { Locked } from './locked.ts';

/**
 * `package-lock.json` and `npm-shrinkwrap.json`: `packages` by folder since version 2, nested `dependencies` before
 * (docs.npmjs.com, "package-lock.json"). The line is that of the version.
 */
export function* readNpmLock(text: string): Generator<Locked> {
  const renamed = new Map<string, string>();
  const versions: Locked[] = [];
  for (const { keys, value, line } of jsonStrings(text)) {
    const [section, folder = ''] = keys;
    const property = keys.at(-1);
    if (section === 'packages' && keys.length === 3 && property === 'name') {
      renamed.set(folder, value);
    } else if (property === 'version') {
      const name = section === 'packages' ? nameOfFolder(keys) : nameOfDependency(keys);
      if (name !== null) {
        versions.push({ name, version: value, line, folder: section === 'packages' ? folder : null });
      }
    }
  }
  for (const locked of versions) {
    yield { ...locked, name: renamed.get(locked.folder ?? '') ?? locked.name };
  }
}

function nameOfFolder(keys: readonly string[]): string | null {
  const folder = keys[1] ?? '';
  const at = folder.lastIndexOf('node_modules/');
  // Without it, it is a package of the repository itself.
  return keys.length !== 3 || at === -1 ? null : folder.slice(at + 'node_modules/'.length);
}

/** `dependencies`, a name, again `dependencies`, … `version`. */
function nameOfDependency(keys: readonly string[]): string | null {
  const isChain = keys.length % 2 === 1 && keys.every((key, index) => index % 2 === 1 || isLink(key, index, keys));
  return isChain && keys.length >= 3 ? (keys.at(-2) ?? null) : null;
}

function isLink(key: string, index: number, keys: readonly string[]): boolean {
  return index === keys.length - 1 || key === 'dependencies';
}
