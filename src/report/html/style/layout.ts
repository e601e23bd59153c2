/** The page, its cards, the verdict at the top, the footer. */
export const LAYOUT = `
*{box-sizing:border-box}
html{scroll-padding-top:5.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
code{font-family:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.88em;unicode-bidi:isolate}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:6px}
main:focus{outline:none}
h1,h2,h3,p,ul,ol,dl,dd{margin:0;padding:0}
ul{list-style:none}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;z-index:3;background:var(--card);padding:.5rem .8rem}
.top,main,footer{max-width:76rem;margin:0 auto;padding:0 1.25rem}
.top{display:flex;justify-content:space-between;align-items:center;padding-top:1rem;padding-bottom:.75rem}
.brand{font-weight:600;letter-spacing:.01em;color:var(--muted)}
button,select,input[type=search]{font:inherit;font-size:.9rem;color:var(--text);background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.35rem .7rem;min-height:2.25rem}
button{cursor:pointer}button:hover,select:hover{border-color:var(--muted)}
[hidden]{display:none!important}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;margin-bottom:1.25rem;padding:1.5rem}
.note,.none{color:var(--muted);font-size:.9rem}
.nothing{color:var(--muted)}
.hero{padding:1.75rem}
.verdict{display:flex;gap:1.1rem;align-items:center}
.verdict .sign{width:3.5rem;height:3.5rem;flex:none}
h1{font-size:2rem;line-height:1.15;letter-spacing:-.01em}
.hero-pass h1{color:var(--pass)}.hero-fail h1{color:var(--fail)}.hero-error h1{color:var(--error)}
.why{font-size:1.06rem;margin-top:.2rem}
.tally{display:flex;flex-wrap:wrap;gap:.4rem 1.75rem;margin:1.1rem 0 0;color:var(--muted);font-size:.95rem}
.tally strong{color:var(--text);font-variant-numeric:tabular-nums}
.counts{display:inline-flex;flex-wrap:wrap;gap:.25rem;vertical-align:.05em}
.hero .nothing{margin-top:1.1rem}
h2{font-size:1.2rem;line-height:1.3}
h3{font-size:1rem;display:inline}
.next{font-size:1rem;margin-top:1.4rem}
.steps{margin-top:.5rem;counter-reset:step;list-style:none}
.steps li{counter-increment:step;position:relative;padding:.55rem .9rem .55rem 2.9rem;background:var(--soft);border-radius:9px;margin-top:.4rem}
.steps li::before{content:counter(step);position:absolute;left:.9rem;top:.68rem;width:1.35rem;height:1.35rem;border-radius:50%;background:var(--text);color:var(--card);font-size:.78rem;font-weight:700;line-height:1.35rem;text-align:center}
.step-place{font-weight:600;margin-right:.3rem}
.scroll{overflow-x:auto;margin-top:1.4rem}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;padding:.5rem .75rem .5rem 0;border-top:1px solid var(--line);vertical-align:middle}
thead th{white-space:nowrap;border-top:0;color:var(--muted);font-size:.85rem;font-weight:500}
.number{text-align:right;font-variant-numeric:tabular-nums;padding-right:0}
.pill{display:inline-flex;align-items:center;gap:.35rem;font-weight:600;font-size:.92rem;white-space:nowrap}
.pill .sign{width:1.15rem;height:1.15rem}
.subject header{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem .9rem;margin-bottom:1.1rem}
.facts{display:flex;flex-wrap:wrap;gap:.15rem 1.25rem;color:var(--muted);font-size:.87rem;width:100%}
.chip{display:inline-block;font-size:.76rem;line-height:1.45;padding:.08em .5em;border-radius:999px;border:1px solid var(--line);color:var(--muted);font-weight:500;white-space:nowrap}
.chip-bad{color:var(--fail);border-color:currentColor}
.chip-new{color:var(--link);border-color:currentColor;font-weight:600}
.compared{margin-top:.9rem}.last{margin-top:.7rem}
.card>h2{margin-bottom:.6rem}
.problems{margin-bottom:1.25rem;padding:.9rem 1.1rem;border-radius:10px;background:var(--soft);border-left:4px solid var(--error)}
.problems li{margin-top:.5rem}.problems .code{color:var(--muted)}
footer{padding-bottom:2.5rem}footer .facts{gap:.15rem 1.1rem}
@media (max-width:40rem){
.top,main,footer{padding-left:.75rem;padding-right:.75rem}
.card,.hero{padding:1.1rem .95rem}
.verdict{gap:.8rem}.verdict .sign{width:2.6rem;height:2.6rem}h1{font-size:1.6rem}
.tally{flex-direction:column}.steps li{padding-right:.7rem}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media (forced-colors:active){.fill-none,.fill-critical,.fill-high,.fill-medium,.fill-low,.fill-unknown{fill:CanvasText}.sev{border:1px solid}}
`;
