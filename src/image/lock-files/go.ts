import { type Locked, numberedLines } from './locked.ts';

/** `go.mod`: the modules that it requires, one a line or in a block (go.dev/ref/mod, "go.mod files"). */
export function* readGoMod(text: string): Generator<Locked> {
  let isBlock = false;
  for (const [line, number] of numberedLines(text)) {
    if (/^\s*require\s*\(/.test(line)) {
      isBlock = true;
    } else if (/^\s*\)/.test(line)) {
      isBlock = false;
    } else {
      const match = (isBlock ? /^\s*([^\s/][^\s]*)\s+v(\S+)/ : /^\s*require\s+(\S+)\s+v(\S+)/).exec(line);
      if (match !== null) yield { name: match[1] ?? '', version: match[2] ?? '', line: number, folder: null };
    }
  }
}

/** `go.sum`: `module version h1:…`; lines for the `go.mod` of a module say nothing of what is built in. */
export function* readGoSum(text: string): Generator<Locked> {
  for (const [line, number] of numberedLines(text)) {
    const match = /^(\S+) v([^\s/]+) h1:/.exec(line);
    if (match !== null) yield { name: match[1] ?? '', version: match[2] ?? '', line: number, folder: null };
  }
}
