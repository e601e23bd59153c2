import { cutBlank, isSpace } from './blanks.ts';
import { Rejection } from './dockerfile-error.ts';

/** A name and the text after it; quotes and variables are still in both. */
export interface NameValue {
  readonly name: string;
  readonly value: string;
}

/**
 * Words of ENV, LABEL and ARG: split at white space outside quotes. Quotes and escapes stay, expansion takes them
 * away. A quote that is not closed ends with the text.
 */
export function splitWords(text: string, escapeToken: string): string[] {
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    while (at < text.length && isSpace(text.charAt(at))) at++;
    if (at >= text.length) break;
    const word = readWord(text, at, escapeToken);
    if (word.text !== '') words.push(word.text);
    at = word.end;
  }
  return words;
}

function readWord(text: string, start: number, escapeToken: string): { text: string; end: number } {
  let quote = '';
  let dropped = '';
  let at = start;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (quote === '') {
      if (isSpace(char)) break;
      if (char === '"' || char === "'") quote = char;
      else if (char !== escapeToken) continue;
    } else if (char === quote) {
      quote = '';
      continue;
    }
    if (char !== escapeToken || quote === "'") continue;
    // An escape character as the very last one is dropped, any other keeps what follows it in the word.
    if (at + 1 === text.length) dropped = char;
    else at += 1;
  }
  const end = Math.min(at, text.length);
  return { text: text.slice(start, dropped === '' ? end : end - 1), end };
}

/** ENV and LABEL: `name=value …`, or the old form `name value` with all the rest of the line as the value. */
export function parseNameValues(text: string, escapeToken: string, keyword: string): NameValue[] {
  const words = splitWords(text, escapeToken);
  if (words[0] === undefined) return [];
  if (!words[0].includes('=')) {
    const pair = cutBlank(text);
    if (pair === null) throw new Rejection(`${keyword} must have two arguments`);
    return [{ name: pair[0], value: pair[1] }];
  }
  return words.map((word) => {
    const equals = word.indexOf('=');
    // The word may be a part of a credential with a blank in it: it is not told.
    if (equals < 0)
      throw new Rejection(`${keyword} has a word without =: each must be name=value, with quotes around blanks`);
    return { name: word.slice(0, equals), value: word.slice(equals + 1) };
  });
}
