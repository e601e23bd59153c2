import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Verdict } from '../../src/model/verdict.ts';
import { escapeHtml, html } from '../../src/report/html/markup.ts';
import { place, prose, sizeText } from '../../src/report/html/prose.ts';
import { LIMITS } from '../../src/report/html/view.ts';
import { renderHtml } from '../../src/report/html.ts';
import type { ToolFacts } from '../../src/report/tool-facts.ts';
import { comparedVerdict, hostileVerdict, uncomparedVerdict } from '../support/judged-verdicts.ts';
import {
  advisoryFinding,
  brokenVerdict,
  errorVerdict,
  failSubject,
  failVerdict,
  HOSTILE,
  hostileSubject,
  manyFindings,
  passVerdict,
  ruleFinding,
  verdictOf,
} from '../support/verdicts.ts';

const tool: ToolFacts = { name: 'image-gate', version: '0.1.0', informationUri: 'https://example.com/image-gate' };
const WHY = {
  title: 'Not root',
  why: 'Root in the container is root on the host.',
  fix: 'Add `USER 10001`.',
  aliases: [],
};
const ruleFacts = new Map([['user-non-root', { ...WHY, helpUri: 'https://example.com/user-non-root' }]]);
const render = (verdict: Verdict): string => renderHtml(verdict, tool, { ruleFacts });
const idsOf = (text: string): string[] => [...text.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id ?? '');
const hrefsOf = (text: string): string[] => [...text.matchAll(/ href="([^"]*)"/gu)].map(([, href]) => href ?? '');

describe('renderHtml', () => {
  test.each([
    ['pass', passVerdict, '<title>pass: nothing fails the gate in 1 subject</title>', 'Nothing has to be done.'],
    [
      'fail',
      failVerdict,
      '<title>fail: 5 findings fail the gate in 1 subject (2 critical, 3 high)</title>',
      'What to do next',
    ],
    ['error', errorVerdict, '<h1 id="verdict">Error</h1>', 'Build it first with <code>load: true</code>'],
    ['error without a subject', brokenVerdict, '<h1 id="verdict">Error</h1>', 'The advisory database is 9 days old'],
  ])('%s: the verdict, and what to do', (_, verdict, title, next) => {
    expect(render(verdict)).toContain(title);
    expect(render(verdict)).toContain(next);
  });

  test('the same input gives the same bytes', () => {
    expect(render(failVerdict)).toBe(render(failVerdict));
  });

  test('asks for nothing: no address is loaded, and its policy allows its own style and script alone', () => {
    const text = render(failVerdict);
    expect(text).not.toMatch(/<(?:img|iframe|object|embed|base|form[^>]* action)\b|\bsrc=|@import|url\(/u);
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(text) ?? [];
    const part = (tag: string): string => {
      const [, inside = ''] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'u').exec(text) ?? [];
      return `sha256-${createHash('sha256').update(inside).digest('base64')}`;
    };
    expect(policy.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src '${part('style')}'; script-src '${part('script')}'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(text).not.toMatch(/ (?:on\w+|style)=/u);
  });

  test('every finding has an anchor by its fingerprint, and no two have the same', () => {
    const twice = { ...failSubject, findings: [...failSubject.findings, ...failSubject.findings] };
    const ids = idsOf(render(verdictOf([twice, failSubject])));
    expect(ids.length).toBe(new Set(ids).size);
    for (const { fingerprint } of failSubject.findings) {
      expect(ids.filter((id) => id.startsWith(`f-${fingerprint}`))).toHaveLength(3);
    }
  });

  test('every address within the page is there', () => {
    const text = render(failVerdict);
    const ids = new Set(idsOf(text));
    const inner = hrefsOf(text).filter((href) => href.startsWith('#'));
    expect(inner.length).toBeGreaterThan(10);
    expect(inner.filter((href) => !ids.has(href.slice(1)))).toEqual([]);
  });

  test('lines are links where the repository has an address', () => {
    const text = renderHtml(failVerdict, tool, {
      ruleFacts,
      fileBaseUrl: 'https://github.com/acme/servers/blob/0123abc/',
    });
    expect(hrefsOf(text)).toContain(
      'https://github.com/acme/servers/blob/0123abc/servers/notes/package-lock.json#L212-L221',
    );
    expect(hrefsOf(render(failVerdict)).join()).not.toContain('/blob/');
  });

  test('what needs somebody comes first', () => {
    const names = [...render(errorVerdict).matchAll(/<h2 id="subject-\d+-name">(\w+)</gu)].map(([, name]) => name);
    expect(names).toEqual(['search', 'notes', 'time']);
  });

  test('a rule says why it matters, and what is wrong in the line that is seen first', () => {
    expect(render(verdictOf([{ ...failSubject, findings: [ruleFinding()] }]))).toContain(WHY.why);
    expect(render(failVerdict)).toContain(
      '<span class="title">The image runs as root: no USER instruction anywhere.</span>',
    );
  });

  test('layers: size, instruction, line, and the worst finding', () => {
    const text = render(verdictOf([failSubject]));
    expect(text).toContain('<code>FROM node:18-alpine3.18</code>');
    expect(text).toContain('same base image');
    expect(text).toMatch(/19 MB[\s\S]*?fill-critical[\s\S]*?line 9[\s\S]*?1 critical/u);
    expect(text).toContain('3 findings are about the configuration, not a layer.');
  });

  test('without layers there is no picture of them', () => {
    const text = render(verdictOf([{ ...failSubject, layers: [] }]));
    expect(text).not.toContain('class="layers"');
  });
});

describe('of very much the worst is shown, and the rest is counted', () => {
  const text = render(verdictOf([manyFindings(30_000)]));

  test('findings', () => {
    const shown = [...text.matchAll(/<details class="finding"[^>]* data-severity="(\w+)"/gu)].map(([, word]) => word);
    expect(shown).toHaveLength(LIMITS.findings);
    expect(new Set(shown)).toEqual(new Set(['critical']));
    expect(text).toContain('28000 less severe findings not shown here');
  });

  test('the page stays usable', () => {
    expect(text.length).toBeLessThan(8_000_000);
  });

  test('subjects, layers, checks, problems', () => {
    const many = <T>(one: T): T[] => Array.from({ length: 1_000 }, () => one);
    const [problem] = brokenVerdict.errors;
    const [check] = failSubject.checks;
    const [layer] = failSubject.layers;
    if (problem === undefined || check === undefined || layer === undefined) throw new Error('the fixture is empty');
    const crowded = { ...failSubject, findings: [], errors: many(problem), checks: many(check), layers: many(layer) };
    const one = render(verdictOf([crowded]));
    for (const note of ['900 more problems', '800 more checks', '850 more layers']) expect(one).toContain(note);
    expect(render(verdictOf(many({ ...failSubject, findings: [] })))).toContain('800 more subjects');
  });
});

describe('a comparison', () => {
  const text = render(comparedVerdict);

  test('what was compared, and how many starting, waived and others there are', () => {
    expect(text).toContain(
      '<p class="compared">Compared with commit 1a2b3c4 of main: 2 new, 1 fixed and 3 unchanged. Unchanged findings do not fail the gate.</p>',
    );
    expect(text).toContain('<li><strong>2</strong> start to fail, the first on 2026-11-30</li>');
    expect(text).toContain('<li><strong>1</strong> waived</li>');
    expect(render(uncomparedVerdict)).toContain('There is no baseline: no run of main stored evidence.');
  });

  test('a list for what fails, what will, and what is waived, with the reason on its folded row', () => {
    const lists = [...text.matchAll(/<section class="list"><h3>([^<]*) /gu)].map(([, title]) => title);
    expect(lists).toEqual(['2 findings fail the gate', '2 findings start to fail', '1 finding is waived']);
    expect(text).toMatch(/class="finding finding-waived"[^>]*data-status="waived" data-change="unchanged"/u);
    expect(text).toContain(
      '<span class="standing">Waived until 2026-12-31, by team-notes: The server never calls netstat.</span></span>',
    );
    const dates = [...text.matchAll(/<span class="standing">Fails from ([\d-]+)<\/span>/gu)].map(([, day]) => day);
    expect(dates).toEqual(['2026-11-30', '2026-12-10']);
    expect(text).toContain('<dt>Weakness</dt><dd>CWE-79, CWE-122</dd>');
  });

  test('what is fixed and what is to know of the policy', () => {
    expect(text).toContain('<h3>1 finding fixed</h3>');
    expect(text).toContain('<h2>About the policy</h2>');
    expect(text).toContain('Expired waiver</span>');
    expect(render(failVerdict)).not.toMatch(/About the policy|finding fixed|class="compared"|name="change"/u);
  });
});

describe('hostile text is text', () => {
  /** What a browser would see as tags: everything between `<` and `>` of the page without its style and script. */
  const tagsOf = (text: string): Set<string> =>
    new Set(
      [...text.replaceAll(/<(style|script)>[\s\S]*?<\/\1>/gu, '').matchAll(/<\/?([a-zA-Z!][a-zA-Z0-9]*)/gu)].map(
        ([, name]) => name ?? '',
      ),
    );
  const known = tagsOf(render(verdictOf([failSubject, { ...hostileSubject, ...failSubject }])) + render(errorVerdict));

  test.each([
    ['an image, a Dockerfile or an advisory', verdictOf([hostileSubject])],
    ['a policy, a waiver or a baseline', hostileVerdict],
  ])('wherever %s has a say', (_, verdict) => {
    const text = render(verdict);
    expect([...tagsOf(text)].filter((tag) => !known.has(tag))).toEqual([]);
    expect(
      hrefsOf(text).filter((href) => !/^(?:#|data:image\/svg|https:\/\/example\.com\/image-gate$)/u.test(href)),
    ).toEqual([]);
    expect(text).not.toMatch(/\p{Cf}|(?![\n])\p{Cc}/u);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(HOSTILE).toContain('<img');
  });

  test('any text, in an element and in an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"'`]|&(?!(?:amp|lt|gt|quot|#39|#96);)|[\p{Cc}\p{Cf}]/u);
        expect(html`<p title="${text}">${text}</p>`.toString()).toBe(`<p title="${escaped}">${escaped}</p>`);
        expect(
          prose(text)
            .join('')
            .replaceAll(/<\/?code>/gu, ''),
        ).not.toMatch(/[<>"']/u);
      }),
    );
  });

  test('any name of a file leads into the repository or nowhere', () => {
    const base = 'https://github.com/acme/mcp/blob/0123abc/';
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (file) => {
        const text = place({ file, startLine: 3, endLine: 3 }, base).toString();
        for (const href of hrefsOf(text))
          expect(new URL(href.replaceAll('&amp;', '&')).href.startsWith(base)).toBe(true);
      }),
    );
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'http://plain.example', 'https://u:p@evil.example/'])(
    'no link to %s',
    (url) => {
      const text = render(verdictOf([{ ...failSubject, findings: [advisoryFinding({ url })] }]));
      expect(
        hrefsOf(text).some((href) => href.includes('evil') || href.includes('alert') || href.includes('plain')),
      ).toBe(false);
    },
  );
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [9_960, '10.0 kB'],
  [18_900_000, '19 MB'],
  [2_500_000_000, '2.5 GB'],
  [Number.NaN, '0 B'],
  [-5, '0 B'],
])('%p bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
