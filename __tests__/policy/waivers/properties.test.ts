import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { UsageError } from '../../../src/model/failure.ts';
import { compileGlob } from '../../../src/policy/waivers/glob.ts';
import { readOpenVex } from '../../../src/policy/waivers/openvex.ts';
import { parsePurl, purlMatches } from '../../../src/policy/waivers/purl.ts';
import { readTrivyIgnore } from '../../../src/policy/waivers/trivyignore.ts';
import { readTrivyIgnoreYaml } from '../../../src/policy/waivers/trivyignore-yaml.ts';

/** Texts of the files' own words, so that more than the first character is looked at. */
const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('vulnerabilities:', '- id: a', 'exp:', '{', '[', '\n', '&a', '*a', '"'),
    ),
  )
  .map((parts) => parts.join(''));

test.each([
  ['.trivyignore', readTrivyIgnore],
  ['.trivyignore.yaml', readTrivyIgnoreYaml],
  ['OpenVEX', readOpenVex],
] as const)('%s: no text does more than be refused', (_name, read) => {
  fc.assert(
    fc.property(fc.oneof(words, fc.json()), (text) => {
      try {
        for (const { reason } of read(text, 'file')) expect(reason).not.toMatch(/\p{Cc}/u);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        expect(error.message).toMatch(/^file:\d+: /);
      }
    }),
  );
});

test('a pattern means what picomatch makes of it, another implementation of the same language', () => {
  const segment = fc.oneof(
    fc.constant('**'),
    fc
      .string({ unit: fc.constantFrom('a', 'b', '-', '?', '*'), minLength: 1, maxLength: 4 })
      .filter((text) => !text.includes('**')),
  );
  const path = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), path, (pattern, parts) => {
      const [glob, text] = [pattern.join('/'), parts.join('/')];
      // `*/**` means `a` in Trivy (see the test of agreement), and not in picomatch; nor does `*.*` mean `a.` there.
      fc.pre(!/[*?][^/]*(\/\*\*)+$/.test(glob));
      const oracle = picomatch(glob, { dot: true, noextglob: true, nobrace: true, nonegate: true });
      expect(compileGlob(glob)?.(text)).toBe(oracle(text));
    }),
    { numRuns: 2000 },
  );
});

test('no pattern and no package URL does more than be refused', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'pkg:npm/@%2A?#=&*{[],\\}a') }),
      (any, own) => {
        for (const text of [any, own, `pkg:npm/${any}`, `pkg:npm/${own}`]) {
          compileGlob(text)?.(own);
          const purl = parsePurl(text);
          // Without a wildcard a package URL means itself.
          if (purl !== null && !text.includes('*')) expect(purlMatches(purl, purl)).toBe(true);
        }
      },
    ),
  );
});
