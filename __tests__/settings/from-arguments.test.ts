import { describe, expect, test } from '@jest/globals';
import { parseArguments } from '../../src/settings/from-arguments.ts';
import { OPTION_KEYS, OPTIONS, optionName } from '../../src/settings/options.ts';

function help(...argv: readonly string[]): string {
  const request = parseArguments([...argv, '--help'], '1.0.0');
  if (request.command !== 'text') throw new Error(request.command);
  return request.text;
}

describe('the help of check', () => {
  test('has every flag, under the heading of its group', () => {
    const text = help('check');
    for (const key of OPTION_KEYS.filter((one) => OPTIONS[one].where !== 'action')) {
      const [before, after] = text.split(`\n  --${optionName(key)}`);
      expect([key, after]).toEqual([key, expect.any(String)]);
      expect(before?.match(/^[A-Z][\w ]+:$/gmu)?.at(-1)).toBe(`${OPTIONS[key].group}:`);
    }
  });

  test('tells what may be repeated, and nothing of how flags are parsed', () => {
    const text = help('check');
    expect(text).toMatch(/\n {2}--image <REF>… [\s\S]*?May be given\s+several times\./u);
    expect(text).not.toMatch(/preset|\[boolean\]|`/u);
  });

  test('says how to switch off what is on', () => {
    expect(help('check')).toMatch(/default: on;\s+--image-cache=false/u);
  });

  test.each(['check', 'explain', 'fix', 'waive', 'rules', 'init'])('that of %s fits a terminal', (command) => {
    for (const line of help(command).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('what cannot be understood', () => {
  test.each([
    [['waive'], "missing required argument 'id'", 'Run `image-gate waive --help`.'],
    [
      ['check', '--failon', 'high'],
      "unknown option '--failon' (Did you mean --fail-on?)",
      'Run `image-gate check --help`.',
    ],
    [['bogus'], "unknown command 'bogus'", 'Run `image-gate --help`.'],
    [[], 'No command is named.', 'Run `image-gate --help`.'],
    [
      ['check', 'Dockerfile'],
      'check takes flags and nothing else.',
      'Name an image with --image and a Dockerfile with --dockerfile. Run `image-gate check --help`.',
    ],
    [
      ['waive', 'A', 'B'],
      'waive takes one id and nothing else.',
      'What else it may be is given by flags. Run `image-gate waive --help`.',
    ],
  ])('%j is told with the help of its command', (argv, message, advice) => {
    expect(() => parseArguments(argv, '1.0.0')).toThrow(
      expect.objectContaining({ code: 'bad-arguments', message, advice }),
    );
  });
});

test('a flag without a value, with one, and one that is repeated', () => {
  const argv = ['check', '--debug', '--quiet=false', '--image', 'a', '--image', 'b'];
  expect(parseArguments(argv, '1.0.0')).toEqual({
    command: 'check',
    raw: { debug: ['true'], quiet: ['false'], image: ['a', 'b'] },
  });
});
