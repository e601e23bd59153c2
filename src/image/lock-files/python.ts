import { jsonStrings } from './json-strings.ts';
import { type Locked, numberedLines } from './locked.ts';

/** Names of Python packages are compared like this (packaging.python.org, "Names and normalization"). */
export function pythonName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** `requirements*.txt`: only what is pinned with `==`. */
export function* readRequirements(text: string): Generator<Locked> {
  for (const [line, number] of numberedLines(text)) {
    const pinned = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\]\s*)?={2,3}\s*([^\s;#,\\]+)/.exec(line);
    if (pinned !== null) {
      yield { name: pythonName(pinned[1] ?? ''), version: pinned[2] ?? '', line: number, folder: null };
    }
  }
}

/** `Pipfile.lock`: `default` and `develop`, each package with `"version": "==1.2.3"`. */
export function* readPipfileLock(text: string): Generator<Locked> {
  for (const { keys, value, line } of jsonStrings(text)) {
    const [section, name = '', property] = keys;
    const isVersion = keys.length === 3 && property === 'version' && value.startsWith('==');
    if (isVersion && (section === 'default' || section === 'develop')) {
      yield { name: pythonName(name), version: value.slice(2), line, folder: null };
    }
  }
}
