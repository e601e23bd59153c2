import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linesOfItems } from '../../../src/policy/waivers/json-lines.ts';

test('finds the items of a list of the outermost object, and of no other', () => {
  const json = `{
    "other": {"items": [1,
      2]},
    "text": "\\"items\\": [",
    "items": [
      {"items": [1]}, [2],

      "a,b" ],
    "last": [3]
  }`;
  expect(linesOfItems(json, 'items')).toEqual([6, 6, 8]);
});

test.each([
  ['{"items": []}', []],
  ['{"items":[1,2]}', [1, 1]],
  ['{"items":\n[1],"items":\n\n[2,3]}', [4, 4]],
  ['["items",[1]]', []],
  ['[]', []],
])('%j: %j', (json, lines) => {
  expect(linesOfItems(json, 'items')).toEqual(lines);
});

test('finds as many as JSON.parse', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()), (items, rest) => {
      const json = JSON.stringify({ ...rest, items }, null, 1);
      expect(linesOfItems(json, 'items')).toHaveLength(items.length);
    }),
  );
});
