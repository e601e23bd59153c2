import { Rejection } from './dockerfile-error.ts';
import { replaceAll, replaceFirst, trimPrefix, trimSuffix } from './pattern.ts';

export type Operator = '-' | '+' | '?' | '#' | '%' | '/' | '//';

export interface Substitution {
  readonly text: string;
  /** Whether the text depends on the operand. */
  readonly operandUsed: boolean;
  /** Whether a variable without a value simply vanished. */
  readonly needsValue: boolean;
}

/**
 * One `${name<operator>operand}`; `value` is null for a variable without a value, `colon` marks the forms that treat
 * an empty value like none. Throws Rejection for `?` on a missing value and for a bad pattern.
 */
export function substitute(
  name: string,
  value: string | null,
  operator: Operator,
  colon: boolean,
  operand: string,
  pattern = '',
): Substitution {
  const missing = value === null || (colon && value === '');
  const held = value ?? '';
  switch (operator) {
    case '-':
      return { text: missing ? operand : held, operandUsed: missing, needsValue: false };
    case '+':
      return { text: missing ? '' : operand, operandUsed: !missing, needsValue: false };
    case '?':
      if (missing)
        throw new Rejection(`${name}: ${operand || `is not allowed to be ${value === null ? 'unset' : 'empty'}`}`);
      return { text: held, operandUsed: false, needsValue: false };
    case '#':
    case '%': {
      const greedy = operand.startsWith(operator);
      const cut = operator === '#' ? trimPrefix : trimSuffix;
      return { text: cut(held, greedy ? operand.slice(1) : operand, greedy), operandUsed: true, needsValue: true };
    }
    case '/':
      return { text: replaceFirst(held, pattern, operand), operandUsed: true, needsValue: true };
    case '//':
      return { text: replaceAll(held, pattern, operand), operandUsed: true, needsValue: true };
  }
}
