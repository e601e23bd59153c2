import { trimStart } from './blanks.ts';
import { Rejection } from './dockerfile-error.ts';
import { parseBool } from './go-values.ts';

const DIRECTIVE = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*([^\n]+)$/;
const KEYS = ['syntax', 'escape', 'check'] as const;

export interface Directive {
  readonly key: (typeof KEYS)[number];
  readonly value: string;
}

/** Reads `# key=value` lines at the head of a file; the first line that is anything else ends them. */
export class DirectiveParser {
  readonly #prefix: string;
  readonly #seen = new Set<string>();
  #done = false;

  constructor(prefix = '#') {
    this.#prefix = prefix;
  }

  get done(): boolean {
    return this.#done;
  }

  /** `line` is without its line end. Throws Rejection for a key that is given twice. */
  parse(line: string): Directive | null {
    if (this.#done) return null;
    const match = line.startsWith(this.#prefix) ? DIRECTIVE.exec(trimStart(line.slice(this.#prefix.length))) : null;
    const word = match?.[1]?.toLowerCase();
    const key = KEYS.find((known) => known === word);
    if (match === null || key === undefined) {
      this.#done = true;
      return null;
    }
    if (this.#seen.has(key)) throw new Rejection(`the parser directive ${key} is given twice`);
    this.#seen.add(key);
    return { key, value: trimEnd(match[2] ?? '') };
  }
}

/** A value is never empty: of blanks alone the first one stays, as in a lazy match. */
function trimEnd(value: string): string {
  let end = value.length;
  while (end > 1 && '\t\n\f\r '.includes(value.charAt(end - 1))) end--;
  return value.slice(0, end);
}

/** Which character escapes and continues lines. Throws Rejection for any but the two that are allowed. */
export function escapeCharacter(value: string): '\\' | '`' {
  if (value === '\\' || value === '`') return value;
  throw new Rejection(`invalid escape token '${value}', it must be \\ or \``);
}

/** Throws Rejection where BuildKit cannot read the options of `# check=`. What they ask for is no business of the gate. */
export function validateCheck(value: string): void {
  const options = value.trim();
  if (options === '') return;
  const [first = '', second, ...rest] = options.split(';');
  for (const part of [first, ...(second === undefined ? [] : [second]), ...(rest.length > 0 ? [rest.join(';')] : [])]) {
    const equals = part.indexOf('=');
    const key = equals < 0 ? '' : part.slice(0, equals).trim();
    if (!['skip', 'experimental', 'error'].includes(key)) throw new Rejection(`invalid check option "${part}"`);
    if (key === 'error') parseBool(part.slice(equals + 1).trim(), 'check option error');
  }
}
