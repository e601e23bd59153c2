/** Filters, the picture of the layers, findings and checks. */
export const FINDINGS = `
.filters{display:flex;flex-wrap:wrap;gap:.6rem .8rem;align-items:center;padding:.75rem 1rem;position:sticky;top:.5rem;z-index:2;box-shadow:0 2px 10px light-dark(#1b212912,#0006)}
.filters fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.3rem}
.search{flex:1 1 13rem}.search input{width:100%}
.toggle{cursor:pointer;display:inline-flex}
.toggle input{position:absolute;opacity:0;pointer-events:none}
.toggle .sev{padding:.28em .75em;border:1px solid currentColor}
.toggle input:not(:checked)+.sev{color:var(--muted);background:none;border-color:var(--line);text-decoration:line-through}
.toggle input:focus-visible+.sev{outline:2px solid var(--focus);outline-offset:2px}
#count{color:var(--muted);font-size:.9rem;margin-left:auto;font-variant-numeric:tabular-nums}
.columns{display:grid;grid-template-columns:19rem minmax(0,1fr);gap:1.75rem;align-items:start}
.layers{position:sticky;top:5.25rem;max-height:calc(100vh - 6rem);overflow-y:auto;padding-right:.35rem}
.layers>details>summary,.checks>summary{cursor:pointer;padding:.2rem 0;margin-bottom:.4rem}
.stack{list-style:none}
.layer{padding:.5rem .7rem;border:1px solid var(--line);border-bottom-width:0;font-size:.86rem}
.layer-row{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.15rem .6rem}
.layer:first-child{border-radius:10px 10px 0 0}.layer:last-child{border-radius:0 0 10px 10px;border-bottom-width:1px}.layer:only-child{border-radius:10px}
.layer-base{background:var(--soft)}.layer-base .track{fill:var(--card)}
.layer-name{font-weight:600}.layer-size{color:var(--muted);font-variant-numeric:tabular-nums;white-space:nowrap}
.bar{display:block;width:100%;height:.5rem;border-radius:3px;margin:.3rem 0}
.layer-place{font-size:.95em}
.layer-found{margin-left:auto;font-size:.95em}a.layer-found{text-decoration:none}a.layer-found:hover .sev{text-decoration:underline}
.layer-found .counts{flex-wrap:wrap;justify-content:flex-end}
.layer-found.note{font-size:.95em}
.layer-found .sev{font-size:.72rem;padding:.05em .5em}
.layer:target,.layer[data-chosen]{outline:2px solid var(--focus);outline-offset:-2px}
.layers p.note{margin-top:.5rem}
.list{margin-bottom:1.4rem}
.list>h3{display:flex;flex-wrap:wrap;gap:.3rem .7rem;align-items:center;margin-bottom:.6rem}
.finding{border:1px solid var(--line);border-bottom-width:0;scroll-margin-top:5.5rem}
h3+.finding{border-radius:10px 10px 0 0}.finding:last-child{border-bottom-width:1px;border-radius:0 0 10px 10px}h3+.finding:last-child{border-radius:10px}
.finding[open]{background:var(--soft)}
.finding>summary{display:grid;grid-template-columns:4.9rem minmax(0,1fr) minmax(7rem,auto);gap:.1rem .8rem;padding:.55rem .8rem;cursor:pointer;list-style:none;align-items:baseline;border-radius:inherit}
.finding>summary::-webkit-details-marker{display:none}
.finding>summary:hover{background:var(--soft)}
.finding .what,.finding .side{display:flex;flex-direction:column;min-width:0}
.finding .side{align-items:flex-end;text-align:right;font-size:.86rem;max-width:21rem}
.title,.where{color:var(--muted);font-size:.88rem}
.where code{font-size:.95em}
.versions{font-variant-numeric:tabular-nums}
.name code{font-size:.86em}
.more{padding:.3rem .8rem 1rem 6.5rem;font-size:.94rem}
.fix{margin-top:.5rem}.fix strong{margin-right:.35rem;color:var(--pass)}
.more dl{margin-top:.8rem;display:grid;gap:.3rem;font-size:.88rem}
.more dl>div{display:grid;grid-template-columns:8.5rem minmax(0,1fr);gap:.6rem}
dt{color:var(--muted)}
.standing{font-size:.88rem}
.finding-waived .name,.finding-waived .versions,.finding-waived .standing{color:var(--muted)}.finding-waived .name strong{font-weight:500}
.finding-waived>summary .sev{color:var(--muted);background:none;outline:1px solid var(--line);outline-offset:-1px}
.permalink code{font-size:.82em}
.check{display:grid;grid-template-columns:8.2rem minmax(0,1fr);gap:.8rem;padding:.5rem 0;border-top:1px solid var(--line);font-size:.92rem}
.answer{font-weight:600}.answer-pass{color:var(--pass)}.answer-fail{color:var(--fail)}.answer-unknown{color:var(--error)}.answer-not-applicable{color:var(--muted);font-weight:400}
.check code{color:var(--muted)}
@media (max-width:62rem){.columns{grid-template-columns:minmax(0,1fr);gap:1.1rem}.layers{position:static;max-height:none}}
@media (max-width:40rem){
.filters{position:static}#count{margin-left:0;width:100%}
.finding{scroll-margin-top:1rem}
.finding>summary{grid-template-columns:minmax(0,1fr);padding:.65rem .75rem}
.finding>summary .sev{justify-self:start}
.finding .side{align-items:flex-start;text-align:left;max-width:none}
.more{padding-left:.75rem}.more dl>div{grid-template-columns:minmax(0,1fr);gap:0}
.check{grid-template-columns:minmax(0,1fr);gap:.1rem}
}
`;
