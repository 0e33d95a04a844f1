import { Html } from './html.ts';

const LIGHT = `
  --paper: #ffffff; --panel: #f6f4f0; --text: #1f1d1a; --soft: #625d55; --rule: #ddd8cf; --accent: #a8401a;
  --good: #1c6b47; --bad: #a3222b; --warn: #855000; --good-panel: #e6f2ea; --bad-panel: #faeaea; --warn-panel: #fbf1dd;`;
const DARK = `
  --paper: #171614; --panel: #211f1c; --text: #ebe7e0; --soft: #aaa499; --rule: #3a3732; --accent: #f0926a;
  --good: #7fd0a5; --bad: #f49a9c; --warn: #e8b566; --good-panel: #1b2e25; --bad-panel: #3a2223; --warn-panel: #33291a;`;

/** The look of the HTML report: on a screen in light and dark, and on A4. Nothing in it comes from a journal. */
export const STYLE_SHEET = new Html(`
:root { color-scheme: light dark; ${LIGHT} }
@media screen and (prefers-color-scheme: dark) { :root { ${DARK} } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--text); line-height: 1.5;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.5rem; }
main { padding-top: 2.5rem; }
h1, h2, h3, p, li, dd, td, th, bdi { overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance;
  font-family: Charter, "Bitstream Charter", "Source Serif 4", Cambria, Georgia, "Liberation Serif", serif; }
h1 { font-size: 2.25rem; margin: .25rem 0 1.25rem; font-weight: 700; letter-spacing: -.01em; }
h2 { font-size: 1.5rem; margin: 0 0 1rem; padding-top: .6rem; border-top: 2px solid var(--text); }
h3 { font-size: 1.15rem; margin: 0 0 .75rem; }
h4 { font-size: .9rem; margin: 1rem 0 .35rem; }
p { margin: 0 0 .75rem; }
section { margin: 2.75rem 0; }
code, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .86em; }
code { unicode-bidi: isolate; overflow-wrap: anywhere; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.4; unicode-bidi: plaintext; }
time { white-space: nowrap; font-variant-numeric: tabular-nums; }
h1, h3, td, th, li, dd { unicode-bidi: isolate; }
.kind { color: var(--accent); font-weight: 600; letter-spacing: .02em; display: flex; gap: .75rem; align-items: center; margin: 0; }
.note, .none { color: var(--soft); }
.note { font-size: .9rem; }
.badge { display: inline-block; font: 600 .78rem/1 system-ui, sans-serif; padding: .3rem .6rem; border-radius: 1rem;
  vertical-align: .15em; color: var(--warn); background: var(--warn-panel); border: 1px solid currentColor; }
.badge.proven { color: var(--good); background: var(--good-panel); }
.badge.not-proven { color: var(--bad); background: var(--bad-panel); }
.badge.skipped, .badge.planned { color: var(--soft); background: var(--panel); }
dl { margin: 0; display: grid; gap: .4rem; }
dl > div { display: grid; grid-template-columns: 9rem 1fr; gap: 1rem; }
dt { color: var(--soft); }
dd { margin: 0; }
.mode { margin: 1.5rem 0 0; padding: .75rem 1rem; border-left: 4px solid var(--rule); background: var(--panel); }
.mode.drill, .mode.by-hand, .warning { border-left: 4px solid var(--warn); background: var(--warn-panel); }
.summary { margin-top: 2rem; padding: 1.5rem; background: var(--panel); border-radius: .5rem; }
.summary h2 { border: 0; padding: 0; }
.summary dl { gap: .65rem; }
.summary dt { font-weight: 600; color: var(--text); }
.times ol { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(5, 1fr); gap: 1rem; }
.times li { border-top: 3px solid var(--accent); padding-top: .6rem; font-size: .9rem;
  display: grid; grid-row: span 3; grid-template-rows: subgrid; gap: .15rem; align-content: start; }
.times li.open { border-top: 3px dashed var(--rule); }
.times .what { font-weight: 600; line-height: 1.3; }
.times time { white-space: normal; }
.times .note { line-height: 1.35; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: 0 0 1.25rem; }
caption { text-align: left; font-weight: 600; padding: .75rem 0 .35rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--rule); }
thead th { color: var(--soft); font-weight: 600; border-bottom: 1px solid var(--soft); white-space: nowrap; }
tbody th { font-weight: 400; }
.facts tbody td, .facts tbody th { font-variant-numeric: tabular-nums; }
.states td:last-child, .amount { white-space: nowrap; }
.states td:nth-child(2), .states td:nth-child(3) { width: 36%; }
.calls tbody th code { white-space: nowrap; }
.calls td:nth-child(2) { width: 40%; }
.evidence td:last-child { font-size: .8rem; width: 36%; }
.evidence td:nth-child(3) { text-align: right; }
td .amount { font-variant-numeric: tabular-nums; }
.journal tbody th { color: var(--soft); text-align: right; width: 3rem; font-variant-numeric: tabular-nums; }
.journal td:nth-child(3) { font-weight: 600; white-space: nowrap; }
article { border: 1px solid var(--rule); border-radius: .5rem; padding: 1.25rem 1.5rem; margin: 0 0 1.25rem; }
article .number { display: inline-block; min-width: 1.4em; color: var(--accent); }
article dl { margin-bottom: .75rem; }
.pair { margin-right: 1rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 0 2rem; }
ul { margin: 0; padding-left: 1.1rem; }
.warning { padding: .75rem 1rem; margin: 0 0 1.25rem; }
.warning h4 { margin-top: 0; }
.lineage { list-style: none; margin: 0 0 1.25rem; padding: 0; }
.lineage li { position: relative; padding: 0 0 1.1rem 1.75rem; }
.lineage li::before { content: ""; position: absolute; left: .2rem; top: .4rem; width: .7rem; height: .7rem;
  border: 2px solid var(--accent); border-radius: 50%; background: var(--paper); }
.lineage li::after { content: ""; position: absolute; left: calc(.55rem - 1px); top: 1.2rem; bottom: -.3rem;
  border-left: 2px solid var(--rule); }
.lineage li:last-child::after { display: none; }
.lineage li:last-child::before { background: var(--accent); }
.lineage .node { font-weight: 600; }
.lineage .by { display: block; color: var(--soft); }
.timeline { display: block; width: 100%; min-width: 46rem; height: auto; font: 12px system-ui, "Liberation Sans", sans-serif; }
.timeline text { fill: var(--text); }
.timeline .axis line { stroke: var(--rule); }
.timeline .axis text { fill: var(--soft); font-size: 11px; font-variant-numeric: tabular-nums; }
.timeline .axis .day { fill: var(--text); font-weight: 600; }
.timeline .axis .skipped { font-style: italic; }
.timeline .break { fill: var(--panel); }
.timeline .name { font-weight: 600; font-size: 13px; }
.timeline .base { stroke: var(--soft); stroke-width: 1; }
.timeline .nothing, .timeline .clock { fill: var(--soft); }
.timeline .clock { font-variant-numeric: tabular-nums; }
.timeline .label { font-weight: 600; }
.timeline .leader { fill: none; stroke: var(--soft); stroke-width: .75; opacity: .7; }
.timeline .mark text { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
.timeline .mark circle, .timeline .mark rect, .timeline .mark path { fill: var(--text); stroke: var(--paper); stroke-width: 1.5; }
.timeline .seen path { fill: var(--accent); }
.timeline .act path { fill: var(--accent); stroke: var(--accent); }
.timeline .evidence rect { fill: var(--soft); }
.timeline .good circle { fill: var(--good); }
.timeline .bad circle { fill: var(--bad); }
.timeline .mark .sign { fill: none; stroke: var(--paper); stroke-width: 1.8; }
footer { color: var(--soft); font-size: .85rem; padding-top: 1rem; padding-bottom: 3rem; }
@media screen and (max-width: 44rem) {
  .times ol { grid-template-columns: 1fr 1fr; }
  dl > div { grid-template-columns: 1fr; gap: 0; }
  h1 { font-size: 1.75rem; }
}
@page { size: A4; margin: 16mm 15mm; }
@media print {
  html { font-size: 9.5pt; }
  body { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main, footer { max-width: none; padding: 0; }
  h1 { font-size: 20pt; }
  h2 { font-size: 14pt; }
  h3 { font-size: 11pt; }
  section { margin: 7mm 0; }
  .summary { margin-top: 5mm; padding: 1rem 1.25rem; }
  table { font-size: 8pt; }
  h2, h3, h4, caption, thead { break-after: avoid; }
  tr, .lineage li, .summary, .times, .timeline, dl > div { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .timeline { min-width: 0; }
  p, li { orphans: 3; widows: 3; }
}
`);
