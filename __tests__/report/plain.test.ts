import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inert } from '../../src/report/text/inert.ts';
import { plain } from '../../src/report/text/plain.ts';

describe('plain', () => {
  test.each([
    ['a\nb\r\n\tc', 'a b c'],
    ['  a   b  ', 'a b'],
    ['\u001b[31mred\u001b[0m', '[31mred[0m'],
    ['a\u009b2Jb', 'a2Jb'],
    ['user\u202egnp.exe', 'usergnp.exe'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
    ['line\u2028separator', 'line separator'],
    ['broken\ud800surrogate', 'broken\ufffdsurrogate'],
    ['Grüße, 世界 🙂', 'Grüße, 世界 🙂'],
    ['', ''],
  ])('%j is shown as %j', (text, shown) => {
    expect(plain(text)).toBe(shown);
  });

  test('cuts a long text at characters, not at halves of them', () => {
    expect(plain('🙂'.repeat(10), 5)).toBe('🙂🙂🙂🙂…');
    expect(plain('abcde', 5)).toBe('abcde');
  });

  test('never has control or format characters, never more than the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.integer({ min: 1, max: 60 }), (text, limit) => {
        const shown = plain(text, limit);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect([...shown].length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

describe('inert', () => {
  test.each([
    ['::error::x', '∷ error::x'],
    ['ok\n  ::set-output name=a::b', 'ok\n  ∷ set-output name=a::b'],
    ['\u00a0::stop-commands::x', '\u00a0∷ stop-commands::x'],
    ['text ##[add-mask]x', 'text ♯♯[add-mask]x'],
    ['a::b, std::string', 'a::b, std::string'],
  ])('%j becomes %j', (text, shown) => {
    expect(inert(text)).toBe(shown);
  });

  test('leaves no line that the runner would obey, and every width as it was', () => {
    const pieces = fc.constantFrom('::', ':', ' ', '\n', '\t', '##[', '#', '[', 'error', '\u2003');
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join('')),
        (text) => {
          const shown = inert(text);
          for (const line of shown.split('\n')) expect(line.trimStart().startsWith('::')).toBe(false);
          expect(shown).not.toContain('##[');
          expect(shown).toHaveLength(text.length);
        },
      ),
    );
  });
});
