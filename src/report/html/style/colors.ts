/** Both colour schemes; text on its ground has a contrast of at least 4.5 : 1 in each (WCAG 2.2, AA). */
export const COLORS = `
:root{color-scheme:light dark;
--ground:light-dark(#f5f6f8,#0e1116);--card:light-dark(#fff,#161a21);--line:light-dark(#dfe3e8,#2b313b);--soft:light-dark(#f2f4f7,#1d222b);
--text:light-dark(#1b2129,#e5e9ef);--muted:light-dark(#56606e,#a1abb8);--link:light-dark(#0b57c2,#86b7fb);--focus:light-dark(#0b57c2,#86b7fb);
--pass:light-dark(#14713f,#4cc585);--fail:light-dark(#b91c3a,#ff8097);--error:light-dark(#985300,#f2b45c);--on-sign:light-dark(#fff,#10141a);
--critical:light-dark(#9c1033,#ffb6c4);--critical-ground:light-dark(#fde6ec,#4a1523);--critical-fill:light-dark(#c2183f,#f4577a);
--high:light-dark(#95370b,#fdbf92);--high-ground:light-dark(#ffeddd,#46210f);--high-fill:light-dark(#dd5f12,#f98b45);
--medium:light-dark(#7a4b00,#f8db83);--medium-ground:light-dark(#fdf3cd,#3d300b);--medium-fill:light-dark(#cf9e0c,#e3bd42);
--low:light-dark(#1c4f93,#adcffb);--low-ground:light-dark(#e4effd,#17304f);--low-fill:light-dark(#3f80d8,#6aa8f5);
--unknown:light-dark(#495361,#c3cbd6);--unknown-ground:light-dark(#ebeef2,#2a313b);--unknown-fill:light-dark(#8590a0,#7d8896);
--none-fill:light-dark(#aab4c0,#4d5866)}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark}
.sev{display:inline-block;min-width:1.7em;padding:.12em .5em;border-radius:999px;font-size:.78rem;font-weight:600;text-align:center;line-height:1.45;font-variant-numeric:tabular-nums}
.sev-critical{color:var(--critical);background:var(--critical-ground)}
.sev-high{color:var(--high);background:var(--high-ground)}
.sev-medium{color:var(--medium);background:var(--medium-ground)}
.sev-low{color:var(--low);background:var(--low-ground)}
.sev-unknown{color:var(--unknown);background:var(--unknown-ground)}
.fill-critical{fill:var(--critical-fill)}.fill-high{fill:var(--high-fill)}.fill-medium{fill:var(--medium-fill)}
.fill-low{fill:var(--low-fill)}.fill-unknown{fill:var(--unknown-fill)}.fill-none{fill:var(--none-fill)}.track{fill:var(--soft)}
.sign circle{fill:currentColor}.sign path{fill:none;stroke:var(--on-sign);stroke-width:2.4;stroke-linecap:round;stroke-linejoin:round}
.sign-pass,.pill-pass{color:var(--pass)}.sign-fail,.pill-fail{color:var(--fail)}.sign-error,.pill-error{color:var(--error)}
`;
