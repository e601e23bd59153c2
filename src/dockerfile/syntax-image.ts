import type { Location } from '../model/location.ts';
import { trimLineEnd } from './blanks.ts';
import { DirectiveParser } from './parser-directives.ts';

export interface SyntaxImage {
  readonly reference: string;
  readonly location: Location;
}

/**
 * The frontend image that executes the build: `# syntax=` at the head of the file, where a first line `#!…` does not
 * count. Files of other frontends (`// syntax=`, JSON) are not Dockerfiles.
 */
export function detectSyntax(source: string, file: string): SyntaxImage | null {
  const directives = new DirectiveParser();
  let line = 0;
  for (let at = 0; at < source.length && !directives.done; ) {
    const end = source.indexOf('\n', at);
    const text = trimLineEnd(source.slice(at, end < 0 ? undefined : end));
    at = end < 0 ? source.length : end + 1;
    line += 1;
    if (line === 1 && text.startsWith('#!')) continue;
    const directive = tryParse(directives, text);
    if (directive?.key !== 'syntax') continue;
    const [reference = ''] = directive.value.split(' ');
    return { reference, location: { file, startLine: line, endLine: line } };
  }
  return null;
}

/** The parser of the whole file has already accepted it, or refused it with a better reason. */
function tryParse(directives: DirectiveParser, text: string): ReturnType<DirectiveParser['parse']> {
  try {
    return directives.parse(text);
  } catch {
    return null;
  }
}
