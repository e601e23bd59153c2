import { expect, test } from '@jest/globals';
import { shellSteps } from '../../src/rules/shared/shell-commands.ts';

test.each([
  ['f(){'.repeat(10_000), 'functions in functions'],
  ['('.repeat(30_000), 'open groups'],
  ['$('.repeat(20_000), 'open substitutions'],
  ['if '.repeat(15_000), 'open conditions'],
])('hostile nesting is not understood, and ends nothing (case %#)', (text, _name) => {
  expect(shellSteps(text)).toBeNull();
});
