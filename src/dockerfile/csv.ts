import { Rejection } from './dockerfile-error.ts';

/** The fields of one line of comma-separated values, with `"` as in RFC 4180. Throws Rejection. */
export function splitCsv(line: string): string[] {
  const text = line.replace(/\r?\n$/, '');
  if (text === '') throw new Rejection('an option list is empty');
  const fields: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const field = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
    fields.push(field.text);
    if (field.end >= text.length) break;
    at = field.end + 1;
  }
  return fields;
}

function readPlain(text: string, start: number): { text: string; end: number } {
  const comma = text.indexOf(',', start);
  const end = comma < 0 ? text.length : comma;
  const field = text.slice(start, end);
  if (field.includes('"')) throw new Rejection(`a quote stands in the middle of the field ${field}`);
  return { text: field, end };
}

function readQuoted(text: string, start: number): { text: string; end: number } {
  const parts: string[] = [];
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new Rejection('a quoted field is not closed');
    parts.push(text.slice(at, quote));
    const next = text[quote + 1];
    if (next === undefined || next === ',') return { text: parts.join(''), end: quote + 1 };
    if (next !== '"') throw new Rejection('a quoted field goes on after its quote');
    parts.push('"');
    at = quote + 2;
  }
}
