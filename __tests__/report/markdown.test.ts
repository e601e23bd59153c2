import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { code, escapeMarkdown, link, prose } from '../../src/report/summary/markdown.ts';
import { plain } from '../../src/report/text/plain.ts';
import { webAddress } from '../../src/report/text/web-address.ts';

/** Texts that are likely to hit something. */
const pieces = [
  ...'<>&|\\`*_~[](){}#@!$:;"\'/.-+=0 \n\t\u0000\u001b\u202e\u200b',
  ...[
    '@user',
    '#12',
    'GH-7',
    'https://',
    'www.',
    '::',
    '##[',
    '&lt;',
    '&#64;',
    '<!--',
    '-->',
    '</details>',
    '1. ',
    '- ',
    'a',
  ],
];
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
);

const decoded = (markdown: string): string =>
  markdown.replace(/&#(\d+);/gu, (_, digits: string) => String.fromCodePoint(Number(digits)));

describe('escapeMarkdown', () => {
  test('shows the text itself, and no character of it is markup', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const markdown = escapeMarkdown(text);
        expect(decoded(markdown).replaceAll('\u200b', '')).toBe(plain(text));
        expect(markdown).not.toMatch(/[<>"'|\\$`*_~[\]\n\r]/u);
        expect(markdown.replace(/&#\d+;/gu, '')).not.toContain('&');
      }),
      { numRuns: 1_000 },
    );
  });

  test('makes no mention, reference, link, emoji, list or heading of it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const shown = decoded(escapeMarkdown(text));
        expect(shown).not.toMatch(/@[^\u200b]/u);
        expect(shown).not.toMatch(/#\d|\bGH-\d|:\/\/|\bwww\.|::|:[\w+-]+:/iu);
        expect(shown).not.toMatch(/^(?:[-+=#]|\d+[.)](?:\s|$))/u);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['ghcr.io/acme/mcp-time:ci', 'ghcr.io/acme/mcp-time:ci'],
    ['libssl3 3.1.4-r0 (fixed)', 'libssl3 3.1.4-r0 (fixed)'],
    ['API_TOKEN', 'API&#95;TOKEN'],
    ['@octocat', '@&#8203;octocat'],
    ['<b>', '&#60;b&#62;'],
  ])('%j is written as %j', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });
});

describe('code', () => {
  test.each([
    ['pkg:npm/@scope/name@1.0.0', '`pkg:npm/@scope/name@1.0.0`'],
    ['a|b', '<code>a&#124;b</code>'],
    ['a`b', '<code>a&#96;b</code>'],
    ['', ''],
  ])('%j is written as %j', (text, markdown) => {
    expect(code(text)).toBe(markdown);
  });

  test('is always exactly one span', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(code(text)).toMatch(/^(?:|`[^`|\\\n]+`|<code>[^<>`|\\\n]+<\/code>)$/u);
      }),
    );
  });
});

describe('prose', () => {
  test.each([
    ['Add `USER 10001` after it.', 'Add `USER 10001` after it.'],
    ['`RUN` and `COPY`', '`RUN` and `COPY`'],
    ['one ` alone', 'one &#96; alone'],
    ['`a|b` <i>', '<code>a&#124;b</code> &#60;i&#62;'],
  ])('%j is written as %j', (text, markdown) => {
    expect(prose(text)).toBe(markdown);
  });

  test('keeps a long text up to its limit', () => {
    const long = 'word '.repeat(150).trim();
    expect(prose(long, 1_000)).toBe(long);
    expect(prose(`${long} \`code\``, 1_000)).toBe(`${long} \`code\``);
    expect(prose(long, 20)).toHaveLength(20);
  });

  test('outside of its code spans it is escaped', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const outside = prose(text).replace(/`[^`]*`|<code>[^<]*<\/code>/gu, '');
        expect(outside).not.toMatch(/[<>"'|\\$`*_~[\]\n\r]/u);
        expect(decoded(outside)).not.toMatch(/@[^\u200b]/u);
      }),
    );
  });
});

describe('link', () => {
  test.each([
    ['https://avd.aquasec.com/nvd/cve-2025-7783', '[x](https://avd.aquasec.com/nvd/cve-2025-7783)'],
    ['https://example.com/a?b=1&c=2', '[x](https://example.com/a?b=1&amp;c=2)'],
    ['https://example.com/a%20b#line-3', '[x](https://example.com/a%20b#line-3)'],
    ['https://example.com/a)b](c', 'x'],
    ['https://example.com/a#b#c', 'x'],
    ['https://example.com/%00%0a', 'x'],
    ['http://example.com/', 'x'],
    ['javascript:alert(1)', 'x'],
    ['https://user:word@example.com/', 'x'],
    ['nonsense', 'x'],
    ['https://example.com/\u202egnp.exe', 'x'],
    [null, 'x'],
  ])('to %j is written as %j', (address, markdown) => {
    expect(link('x', address)).toBe(markdown);
  });

  test('an address never ends its link', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(webAddress(`https://example.com/${text}`) ?? '').not.toMatch(/[\s()<>[\]|`"'\\*]/u);
      }),
    );
  });
});
