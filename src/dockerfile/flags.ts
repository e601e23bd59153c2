import { isSpace } from './blanks.ts';
import { Rejection } from './dockerfile-error.ts';

export interface Flag {
  readonly name: string;
  /** Null when there is no `=`. */
  readonly value: string | null;
}

/** How often and with what a flag may be given. */
export type FlagKind = 'switch' | 'text' | 'texts';

const WIDE = /[^\0-\x7f]/;

/**
 * Takes the flags (`--name=value`) off the front of an instruction's text; `--` ends them. Quotes and escapes in a flag
 * are taken away. The words are as written, with their dashes.
 */
export function splitFlags(text: string, escapeToken: string): { words: string[]; rest: string } {
  if (!text.startsWith('--')) return { words: [], rest: text };
  // BuildKit walks over bytes here and takes each for a character; a flag that is not ASCII comes out damaged.
  if (WIDE.test(text)) {
    const { words, rest } = scan(toByteChars(text), escapeToken);
    return { words, rest: fromByteChars(rest) };
  }
  return scan(text, escapeToken);
}

function toByteChars(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

function fromByteChars(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(text, (char) => char.charCodeAt(0)));
}

function scan(text: string, escapeToken: string): { words: string[]; rest: string } {
  const words: string[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isSpace(text.charAt(at))) at++;
    if (!text.startsWith('--', at)) return { words, rest: text.slice(at) };
    const word = readWord(text, at, escapeToken);
    at = word.end;
    if (word.text === '--') return { words, rest: text.slice(at) };
    words.push(word.text);
  }
}

function readWord(text: string, start: number, escapeToken: string): { text: string; end: number } {
  const out: string[] = [];
  let quote = '';
  let at = start;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote === '' && isSpace(char)) break;
    if (quote === '' ? char === '"' || char === "'" : char === quote) {
      quote = quote === '' ? char : '';
    } else if (char === escapeToken) {
      at += 1;
      out.push(text.charAt(at));
    } else out.push(char);
  }
  return { text: out.join(''), end: Math.min(at, text.length) };
}

export function parseFlag(word: string): Flag {
  const equals = word.indexOf('=');
  const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
  return { name, value: equals < 0 ? null : word.slice(equals + 1) };
}

/** Checks flags against what an instruction knows; switches come out as 'true' or 'false'. Throws Rejection. */
export function readFlags(
  words: readonly string[],
  known: Readonly<Record<string, FlagKind>>,
): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const word of words) {
    if (word === '--') break;
    const { name, value } = parseFlag(word);
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    if (kind === undefined) throw new Rejection(`unknown flag: --${name}`);
    const given = values.get(name);
    if (given !== undefined && kind !== 'texts') throw new Rejection(`duplicate flag specified: --${name}`);
    const text = kind === 'switch' ? readSwitch(name, value) : readText(name, value);
    if (given === undefined) values.set(name, [text]);
    else given.push(text);
  }
  return values;
}

function readSwitch(name: string, value: string | null): string {
  const word = (value ?? 'true').toLowerCase();
  if (word === '') throw new Rejection(`missing a value on flag: --${name}`);
  if (word !== 'true' && word !== 'false') {
    throw new Rejection(`expecting boolean value for flag --${name}, not: ${value}`);
  }
  return word;
}

function readText(name: string, value: string | null): string {
  if (value === null) throw new Rejection(`missing a value on flag: --${name}`);
  return value;
}
