/** On paper: black on white, nothing to click, everything unfolded. */
export const PRINT = `
@media print{
:root,:root[data-theme]{color-scheme:light;--ground:#fff}
body{font-size:10.5pt}
.top button,.filters,.skip{display:none!important}
.card{border:0;padding:0 0 1rem;margin-bottom:1rem}
.columns{display:block}
.layers{position:static;max-height:none;overflow:visible;margin-bottom:1rem}
.finding,.layer,.check,.steps li{break-inside:avoid}
h2,h3{break-after:avoid}
details::details-content{content-visibility:visible!important;display:block!important;block-size:auto!important}
.more{padding-left:.8rem}
.sev,.steps li::before,.sign,.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
