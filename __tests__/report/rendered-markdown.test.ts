import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Verdict } from '../../src/model/verdict.ts';
import { renderComment } from '../../src/report/comment.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { githubMarkdown } from '../support/github-markdown.ts';
import { hostileVerdict } from '../support/judged-verdicts.ts';
import { HOSTILE } from '../support/verdicts.ts';

const tool = { name: 'image-gate', version: '0.1.0', informationUri: 'https://example.com/image-gate' } as const;
const LINES = 'https://github.com/acme/servers/blob/0123abc/';

/** The summary as it is written; a job may print it. */
function summaryOf(verdict: Verdict): string {
  return renderSummary(verdict, tool, { limitBytes: 1_000_000, fileBaseUrl: LINES });
}

/** The page that a renderer of GitHub-flavoured Markdown makes of the summary, and of the comment. */
function pages(verdict: Verdict): readonly string[] {
  const comment = renderComment(verdict, tool, { category: 'image-gate', detailsUrl: null });
  return [githubMarkdown(summaryOf(verdict)), githubMarkdown(comment.body)];
}

/** Every tag that the reports write themselves, and no other. */
const OURS = new Set('h2 h3 p strong em code br ol li ul table thead tbody tr th td details summary sub a'.split(' '));

function strangers(page: string): readonly string[] {
  const tags = page.replace(/<!-- image-gate-comment [0-9a-f]{32} -->/u, '').matchAll(/<[/!?]?([a-z0-9-]*)([^>]*)>/giu);
  return [...tags].flatMap(([tag, name = '', attributes = '']) => {
    const isPlain = /^(?: align="right"| start="\d+"| href="https:[^"]*")?$/u.test(attributes);
    return OURS.has(name) && isPlain ? [] : [tag];
  });
}

/** Where links lead. */
function targets(page: string): readonly string[] {
  return [...page.matchAll(/ href="([^"]*)"/gu)].map(([, address = '']) => address);
}

/** What stands outside of code, where GitHub looks for names and numbers; entities are read as it reads them. */
function readable(page: string): string {
  return page
    .replaceAll(/<code>.*?<\/code>/gsu, '')
    .replaceAll(/<a [^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

function expectHarmless(verdict: Verdict): void {
  for (const page of pages(verdict)) {
    expect(strangers(page)).toEqual([]);
    expect(targets(page).filter((address) => !address.startsWith(LINES))).toEqual([]);
    expect(readable(page)).not.toMatch(/@[a-z\d]|(?:^|[\s(])#\d|\bGH-\d|https?:\/\/|\bwww\.|:[a-z\d_+-]+:/iu);
  }
  for (const line of summaryOf(verdict).split('\n')) expect(line.trimStart()).not.toMatch(/^::|##\[/u);
}

/** The hostile verdict with another text in every place that the fixture fills with hostile text. */
function withText(text: string): Verdict {
  return JSON.parse(JSON.stringify(hostileVerdict), (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(HOSTILE, () => text) : value,
  ) as Verdict;
}

describe('as GitHub shows it', () => {
  test('hostile text is nowhere markup, a link, a mention or a command', () => {
    expectHarmless(hostileVerdict);
  });

  test('what is looked for would be found', () => {
    const page = githubMarkdown('<img src=x> @octocat [a](https://evil.example) <b onclick=x>');
    expect([strangers(page).length, targets(page)]).toEqual([2, ['https://evil.example']]);
    expect(readable(page)).toMatch(/@[a-z]/u);
  });

  const pieces = [
    ...'<>&|\\`*_~[](){}#@!$:;"\'/.-+=0 \n\t'.split(''),
    ...[
      '<img src=x>',
      '</td>',
      '</details>',
      '<!--',
      '-->',
      '](https://evil.example)',
      '[a]',
      '![i]',
      '```',
      '~~~',
      '\n\n',
    ],
    ...[
      '@user',
      '#12',
      'GH-7',
      'https://evil.example',
      'www.evil.example',
      '::',
      '##[',
      '&lt;',
      '&#64;',
      '    ',
      '| --- |',
    ],
    ...['[^1]', '[^1]: x', '- [ ] ', '1. ', 'a@b.example', '<https://evil.example>', ':smile:', '\u202e', '\u0000'],
  ];

  test('whatever the text', () => {
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        expectHarmless(withText(text));
      }),
      { numRuns: 60 },
    );
  });

  test.each(['_www.evil.example', '*www.evil.example', '~www.evil.example', '_GH-7', '_@user', '_#12', '_https://e.x'])(
    'behind a character that GitHub lets a link follow: %s',
    (text) => expectHarmless(withText(text)),
  );

  test('tables stay tables: nothing of a row falls out of it', () => {
    for (const page of pages(hostileVerdict)) expect(page).not.toMatch(/<p>\s*\|/u);
  });
});
