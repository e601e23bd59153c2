import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { addWaiver, type WrittenWaiver } from '../../../src/policy/waivers/add-waiver.ts';

const NEW: WrittenWaiver = { id: 'CVE-2', reason: 'not: used', expires: '2026-06-30' };
const BLOCK = ['- id: CVE-2', '  reason: "not: used"', '  expires: "2026-06-30"'];
const FLOW = '{ "id": "CVE-2", "reason": "not: used", "expires": "2026-06-30" }';

function block(indent: string): string {
  return BLOCK.map((line) => `${indent}${line}\n`).join('');
}

describe('where a waiver is added', () => {
  test.each<[string, string, string]>([
    ['an empty file', '', `waivers:\n${block('  ')}`],
    ['comments alone', '# ours\n', `# ours\nwaivers:\n${block('  ')}`],
    ['no list', 'profile: mcp # ours\n', `profile: mcp # ours\nwaivers:\n${block('  ')}`],
    ['no final newline', 'profile: mcp', `profile: mcp\nwaivers:\n${block('  ')}`.replace(/\n$/, '')],
    ['trailing comments', 'profile: mcp\n\n# the end\n', `profile: mcp\nwaivers:\n${block('  ')}\n# the end\n`],
    [
      'a list of maps before',
      'images:\n  - name: a\n    image: b\n',
      `images:\n  - name: a\n    image: b\nwaivers:\n${block('  ')}`,
    ],
    [
      'a block text before',
      'note: |\n  a\n\n  b\nprofile: mcp\n',
      `note: |\n  a\n\n  b\nprofile: mcp\nwaivers:\n${block('  ')}`,
    ],
    ['nothing in the list', 'waivers: # none\nprofile: mcp\n', `waivers: # none\n${block('  ')}profile: mcp\n`],
    ['null', 'waivers: null # none\n', `waivers: [${FLOW}] # none\n`],
    [
      'a list',
      '# top\nwaivers:\n  # why\n  - id: CVE-1 # one\n    expires: 2026-01-01   # soon\n  # - id: CVE-0\n\nprofile: mcp\n',
      `# top\nwaivers:\n  # why\n  - id: CVE-1 # one\n    expires: 2026-01-01   # soon\n${block('  ')}  # - id: CVE-0\n\nprofile: mcp\n`,
    ],
    [
      'a list without indentation',
      'waivers:\n- id: CVE-1\nprofile: mcp\n',
      `waivers:\n- id: CVE-1\n${block('')}profile: mcp\n`,
    ],
    [
      'a list with a block text',
      'waivers:\n- reason: |\n    a\n    b\nprofile: mcp\n',
      `waivers:\n- reason: |\n    a\n    b\n${block('')}profile: mcp\n`,
    ],
    [
      'a list at the end without newline',
      'waivers:\n  - id: CVE-1',
      `waivers:\n  - id: CVE-1\n${block('  ')}`.replace(/\n$/, ''),
    ],
    [
      'a list with an anchor',
      'waivers: &all\n  - &one {id: CVE-1}\n  - *one\n',
      `waivers: &all\n  - &one {id: CVE-1}\n  - *one\n${block('  ')}`,
    ],
    ['an empty flow list', 'waivers: []\n', `waivers: [${FLOW}]\n`],
    ['a flow list', 'waivers: [{ id: CVE-1 }, ] # x\n', `waivers: [{ id: CVE-1 }, ${FLOW}, ] # x\n`],
    [
      'a flow list on lines',
      'waivers: [\n  {id: CVE-1}, # a\n  {id: CVE-3} # b\n]\n',
      `waivers: [\n  {id: CVE-1}, # a\n  {id: CVE-3},\n  ${FLOW} # b\n]\n`,
    ],
    ['an indented map', '  profile: mcp\n', `  profile: mcp\n  waivers:\n${block('    ')}`],
    ['JSON', '{\n  "profile": "mcp"\n}\n', `{\n  "profile": "mcp",\n  "waivers": [${FLOW}]\n}\n`],
    ['JSON on one line', '{"profile":"mcp"}', `{"profile":"mcp", "waivers": [${FLOW}]}`],
    ['empty JSON', '{}', `{"waivers": [${FLOW}]}`],
    [
      'a list in JSON',
      '{\n  "waivers": [\n    {"id": "CVE-1"}\n  ]\n}\n',
      `{\n  "waivers": [\n    {"id": "CVE-1"},\n    ${FLOW}\n  ]\n}\n`,
    ],
  ])('%s', (_name, before, after) => {
    expect(addWaiver(before, NEW)).toBe(after);
    const windows = (text: string): string => text.replaceAll('\n', '\r\n');
    if (before.includes('\n')) expect(addWaiver(windows(before), NEW)).toBe(windows(after));
    const others = parse(before)?.waivers ?? [];
    expect(parse(after)).toEqual({ ...parse(before), waivers: [...others, NEW] });
  });

  test.each(['[]', 'text', 'waivers: {}', 'waivers: text', 'a: &a [{}]\nwaivers: *a\n'])('%j: by hand', (text) => {
    expect(() => addWaiver(text, NEW)).toThrow(
      expect.objectContaining({ code: 'waiver-by-hand', advice: `Write it by hand: ${FLOW}` }),
    );
  });
});

test('whatever its texts are, they are read as they were given', () => {
  const line = fc.string().filter((text) => text.trim() === text && text !== '' && !/\p{Cc}/u.test(text));
  fc.assert(
    fc.property(line, line, fc.constantFrom('', 'waivers: []', 'waivers:\n- id: a\n'), (reason, owner, before) => {
      const waiver = { ...NEW, reason, owner };
      expect(parse(addWaiver(before, waiver)).waivers.at(-1)).toEqual(waiver);
    }),
  );
});
