/** How the plan looks as a web page, on screen and in print; dark where the reader's system is. */

export const htmlStyle = `
:root { color-scheme: light dark; --text: #242424; --muted: #5c5c5c; --line: #d1d1d1; --paper: #fff; --soft: #f5f5f5;
  --accent: #0f6cbd; --blocker: #b10e1c; --gate: #8a3707; --risk: #6d5700; --advice: #0e700e; --good: #0e700e; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f0f0; --muted: #b8b8b8; --line: #525252; --paper: #1f1f1f; --soft: #292929;
  --accent: #62abf5; --blocker: #f1707b; --gate: #f7a072; --risk: #f2d675; --advice: #7ecb7e; --good: #7ecb7e; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.5rem 4rem; background: var(--paper); color: var(--text);
  font: 1rem/1.5 "Segoe UI", "Noto Sans", system-ui, sans-serif; }
h1 { font-size: 2.25rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.6rem; margin: 2.5rem 0 .75rem; border-bottom: 2px solid var(--accent); padding-bottom: .25rem; }
h3 { font-size: 1.25rem; margin: 1.75rem 0 .5rem; } h4, h5, h6 { font-size: 1.05rem; margin: 1.25rem 0 .5rem; }
header p { margin: .15rem 0; color: var(--muted); }
a { color: var(--accent); } nav ol { columns: 2; padding-left: 1.5rem; }
p, li, dd, td { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .92rem; table-layout: fixed; }
caption { text-align: start; font-weight: 600; padding: .25rem 0; }
table.dense { font-size: .8rem; } table.dense td, table.dense th { padding: .2rem .4rem; }
th, td { border-bottom: 1px solid var(--line); padding: .4rem .5rem; text-align: start; vertical-align: top; }
th { background: var(--soft); } [data-align="end"] { text-align: end; font-variant-numeric: tabular-nums; }
td.blocker { color: var(--blocker); font-weight: 600; } td.gate { color: var(--gate); font-weight: 600; }
td.risk { color: var(--risk); } td.advice, td.good { color: var(--good); } td.muted, .muted, .open { color: var(--muted); }
.open { font-style: italic; } .note { font-size: .8rem; } .origin { font-size: .72rem; } .origin a { color: var(--muted); }
.callout { border: 1px solid var(--line); border-inline-start: 4px solid var(--accent); padding: .6rem .9rem; margin: 1rem 0; border-radius: 4px; }
.callout p { margin: .2rem 0; } .callout.blocker { border-inline-start-color: var(--blocker); } .callout.gate { border-inline-start-color: var(--gate); }
.callout.risk { border-inline-start-color: var(--risk); } .callout.good, .callout.advice { border-inline-start-color: var(--good); }
dl { display: grid; gap: .25rem; } dl div { display: grid; grid-template-columns: 2fr 3fr; gap: 1rem; } dt { color: var(--muted); } dd { margin: 0; }
figure { margin: 1.25rem 0; } figure svg { max-width: 100%; height: auto; } figcaption { color: var(--muted); font-size: .9rem; }
pre { background: var(--soft); padding: .8rem; overflow-x: auto; border-radius: 4px; font-size: .85rem; }
code { font-family: "Cascadia Code", Consolas, "Noto Sans Mono", monospace; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 40rem) { dl div { grid-template-columns: 1fr; gap: 0; } nav ol { columns: 1; } }
@media print { html { font-size: 10pt; } body { max-width: none; padding: 0; } body:not(.short) .part { break-before: page; } thead { display: table-header-group; }
  tr, .callout { break-inside: avoid; } h2, h3, h4 { break-after: avoid; } pre { white-space: pre-wrap; } }
`;
