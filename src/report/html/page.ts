import { createHash } from 'node:crypto';
import type { VerdictWord } from '../../model/verdict.ts';
import { html, Markup } from './markup.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

export interface Page {
  readonly title: string;
  readonly verdict: VerdictWord;
  readonly content: Markup;
  readonly footer: Markup;
}

/** The document around the content. Its policy allows this style and this script by their hashes, and nothing else. */
export function page({ title, verdict, content, footer }: Page): string {
  // The page's only text that is not escaped: both are constants of the sources.
  const style = new Markup([STYLE], []);
  const script = new Markup([SCRIPT], []);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${ICONS[verdict]}">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the verdict</a>
<header class="top"><span class="brand">Image gate</span><button type="button" id="theme" hidden>Dark</button></header>
<main id="main" tabindex="-1">
${content}</main>
${footer}<script>${script}</script>
</body>
</html>
`.toString();
}

function policy(): string {
  // Quotes would be escaped, which is right in an attribute: the browser reads them back.
  return `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const ICONS: Readonly<Record<VerdictWord, string>> = {
  pass: icon('14713f'),
  fail: icon('b91c3a'),
  error: icon('a15c00'),
};

/** A dot in the verdict's colour: of many open tabs the red one is found. */
function icon(color: string): string {
  return `data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 8 8%22%3E%3Ccircle cx=%224%22 cy=%224%22 r=%224%22 fill=%22%23${color}%22/%3E%3C/svg%3E`;
}
