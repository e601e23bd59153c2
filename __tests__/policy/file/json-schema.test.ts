import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { policyJsonSchema } from '../../../src/policy/file/json-schema.ts';
import { BROKEN } from './broken.ts';

const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(
  policyJsonSchema([
    { id: 'user-non-root', title: 'The container does not run as root' },
    { id: 'expose-policy', title: 'Only allowed ports are exposed' },
  ]),
);

describe('what an editor sees of a broken policy', () => {
  test.each(BROKEN.filter(({ seen }) => seen))('$text', ({ text }) => {
    expect(validate(parse(text, { uniqueKeys: false, merge: false }))).toBe(false);
  });
});

test.each([
  ['profile: strict\nfail-on: high\nscanners: none\ngrace: none'],
  ['$schema: https://example.com/policy-1.schema.json\nrules: {user-non-root: off}'],
  ['fail-on: {base: never, default: low}\nscanners: [vuln]\ngrace: {critical: 7d, high: none}'],
  ['allowed-ports: [3000, 3000/tcp, 8000-8010/UDP]\nlimits: {max-db-age: None, timeout: 15m}'],
  ['images: [{dockerfile: a, build-args: {A: 1, B: true, C: x}}]\nbases: {a/b: c, d/e: {dockerfile: f}}'],
  ['waivers: [{id: A, reason: r, expires: 2026-12-01}, {ids: [A, B], reason: r, expires: "2026-12-01", origin: base}]'],
])('%j is fine', (text) => {
  expect([validate(parse(text)), validate.errors]).toEqual([true, null]);
});
