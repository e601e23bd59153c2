import { describe, expect, test } from '@jest/globals';
import { readOpenVex } from '../../../src/policy/waivers/openvex.ts';
import { openVex } from './vex-statements.ts';

const PRODUCTS = [{ '@id': 'pkg:npm/a' }];

function one(rest: object): object {
  return { vulnerability: { name: 'CVE-1' }, status: 'not_affected', products: PRODUCTS, ...rest };
}

describe('an OpenVEX document', () => {
  test.each([
    [{ justification: 'component_not_present' }, 'not affected, component_not_present'],
    [
      {
        justification: 'inline_mitigations_already_exist',
        impact_statement: 'Input is checked',
        status_notes: 'seen by Ann',
      },
      'not affected, inline_mitigations_already_exist: Input is checked. seen by Ann',
    ],
    [{ impact_statement: 'Never\nloaded' }, 'not affected: Never loaded'],
    [{}, 'not affected: no reason given'],
    [{ status: 'fixed' }, 'fixed: no reason given'],
    [{ status: 'fixed', status_notes: 'patched by us' }, 'fixed: patched by us'],
  ])('%j is shown as "%s"', (rest, reason) => {
    expect(readOpenVex(openVex([one(rest)]), 'f').map((waiver) => waiver.reason)).toEqual([reason]);
  });

  test('gives a waiver for each product, at the line of the statement', () => {
    const text = `{ "@context": "https://openvex.dev/ns/v0.2.0",
      "statements": [
        ${JSON.stringify(one({ status: 'affected' }))},
        ${JSON.stringify(one({ vulnerability: { '@id': 'https://x/CVE-2', name: 'CVE-2', aliases: ['GHSA-1'] }, products: [...PRODUCTS, { '@id': 'pkg:oci/b', subcomponents: PRODUCTS }] }))}
      ] }`;
    expect(readOpenVex(text, 'vex.json')).toEqual([
      expect.objectContaining({
        ids: ['CVE-2', 'https://x/CVE-2', 'GHSA-1'],
        images: [],
        packages: ['pkg:npm/a'],
        kinds: ['advisory'],
        expires: null,
        source: 'openvex',
        location: { file: 'vex.json', startLine: 4, endLine: 4 },
      }),
      expect.objectContaining({ images: ['pkg:oci/b'], packages: ['pkg:npm/a'] }),
    ]);
  });

  test('parts without a name are not the whole image', () => {
    const products = [{ '@id': 'pkg:oci/b', subcomponents: [{ hashes: { md5: 'x' } }] }];
    expect(readOpenVex(openVex([one({ products })]), 'f')).toEqual([]);
  });

  test.each([
    ['{\n\n"a" }', 3, /^f:3: this is no JSON/],
    ['', 1, /^f:1: this is no JSON/],
    ['[]', 1, /^f:1: "": /],
    ['{"@context":"https://cyclonedx.org","statements":[]}', 1, /^f:1: "@context": this is no OpenVEX document\.$/],
    [
      openVex([one({}), {}]).replace(',{}', ',\n{}'),
      2,
      /^f:2: "statements\.1\.vulnerability": write an object with a name/,
    ],
    [
      openVex([one({ status: 'not-affected' })]),
      1,
      /^f:1: "statements\.0\.status": write not_affected, affected, fixed or under_investigation\.$/,
    ],
    [openVex([one({ timestamp: 'yesterday' })]), 1, /^f:1: "statements\.0\.timestamp": write a moment/],
    [
      openVex([one({ products: Array.from({ length: 10_001 }, () => PRODUCTS[0]) })]),
      1,
      /^f:1: at most 10000 products/,
    ],
    [
      openVex(Array.from({ length: 3000 }, (_, index) => one({ status: index % 2 === 0 ? 'fixed' : 'affected' }))),
      1,
      /^f:1: too many statements take back others\.$/,
    ],
    ['['.repeat(100_000), 1, /^f:1: /],
  ])('%.60j', (text, _line, message) => {
    expect(() => readOpenVex(text, 'f')).toThrow(
      expect.objectContaining({ code: 'bad-waivers', message: expect.stringMatching(message) }),
    );
  });
});
