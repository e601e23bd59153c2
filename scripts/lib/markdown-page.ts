import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** Like the page on which GitHub shows a job summary; the style is ours. */
const STYLE = `
:root{color-scheme:light dark;--text:light-dark(#1f2328,#f0f6fc);--muted:light-dark(#59636e,#9198a1);--line:light-dark(#d1d9e0,#3d444d);--ground:light-dark(#fff,#0d1117);--soft:light-dark(#f6f8fa,#151b23);--code:light-dark(#818b981f,#656c7633);--link:light-dark(#0969da,#4493f8)}
body{margin:0;background:var(--soft);color:var(--text);font:14px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif}
main{margin:20px;padding:20px 24px;background:var(--ground);border:1px solid var(--line);border-radius:6px}
h2{font-size:1.5em;padding-bottom:.3em;border-bottom:1px solid var(--line);margin:0 0 16px}
h3{font-size:1.25em;margin:24px 0 16px}
p,ul,ol,table,details{margin:0 0 16px}
ol,ul{padding-left:2em}li+li{margin-top:.25em}
a{color:var(--link);text-decoration:none}
code{font:85%/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;padding:.2em .4em;background:var(--code);border-radius:6px;overflow-wrap:anywhere}
table{display:block;width:max-content;max-width:100%;overflow:auto;border-spacing:0;border-collapse:collapse}
th,td{padding:6px 13px;border:1px solid var(--line);text-align:left;vertical-align:top}
th[align=right],td[align=right]{text-align:right}
tr:nth-child(2n) td{background:var(--soft)}
summary{cursor:pointer}
sub{font-size:75%;color:var(--muted)}
`;

/** GitHub brings a font for these; the machine that takes the pictures may have none. */
const SIGNS: Readonly<Record<string, string>> = {
  '✅': sign('#1f883d', 'M6 12.5l4 4 8-9'),
  '❌': sign('#d1242f', 'M7 7l10 10M17 7L7 17'),
  '⚠️': sign('#bf8700', 'M12 6v7.5M12 17.2v.6'),
  '❔': sign('#818b98', 'M9 9.5a3 3 0 1 1 3 3v1.5M12 17.2v.6'),
};

function sign(color: string, path: string): string {
  return `<svg width="1em" height="1em" viewBox="0 0 24 24" style="vertical-align:-.12em"><rect width="24" height="24" rx="5" fill="${color}"/><path d="${path}" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}

/** A page with GitHub-flavoured Markdown as it is shown there. The text is our own: nothing takes tags out of it here. */
export function markdownPage(text: string): string {
  const content = micromark(text, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  const shown = content.replaceAll(/✅|❌|⚠️|❔/gu, (character) => SIGNS[character] ?? character);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Summary</title><style>${STYLE}</style><main>${shown}</main></html>\n`;
}
