import { type Locked, numberedLines } from './locked.ts';

/** `[[package]]` with `name` and `version`: Cargo.lock, poetry.lock, pdm.lock and uv.lock. */
export function* readTomlLock(text: string): Generator<Locked> {
  let isPackage = false;
  let name = '';
  for (const [line, number] of numberedLines(text)) {
    if (line.startsWith('[')) {
      isPackage = /^\[\[package\]\]\s*$/.test(line);
      name = '';
      continue;
    }
    const match = isPackage ? /^(name|version)\s*=\s*"([^"]*)"/.exec(line) : null;
    if (match?.[1] === 'name') {
      name = match[2] ?? '';
    } else if (match !== null && name !== '') {
      yield { name, version: match[2] ?? '', line: number, folder: null };
    }
  }
}
