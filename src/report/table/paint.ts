import type { Severity } from '../../model/severity.ts';
import type { VerdictWord } from '../../model/verdict.ts';

export type Style = 'plain' | 'strong' | 'faint' | 'red' | 'green' | 'yellow' | 'bright-red' | 'cyan';

/** ECMA-48 "select graphic rendition" parameters. The sixteen basic colours follow the reader's own theme. */
const PARAMETERS: Readonly<Record<Style, string>> = {
  plain: '',
  strong: '1',
  faint: '2',
  red: '31',
  green: '32',
  yellow: '33',
  'bright-red': '1;31',
  cyan: '36',
};

export type Paint = (text: string, style: Style) => string;

/** A function that colours text, or leaves it as it is. */
export function painter(color: boolean): Paint {
  return (text, style) =>
    color && style !== 'plain' && text !== '' ? `\u001b[${PARAMETERS[style]}m${text}\u001b[0m` : text;
}

export const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = {
  critical: 'bright-red',
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  unknown: 'faint',
};

export const VERDICT_STYLES: Readonly<Record<VerdictWord, Style>> = {
  pass: 'green',
  fail: 'bright-red',
  error: 'yellow',
};
