import { containmentSection } from './html/containment-section.ts';
import { factSection, findingSection, lineageSection } from './html/finding-sections.ts';
import { type Html, html } from './html/html.ts';
import { pairs, phrasesAsHtml, section, timeAsHtml } from './html/parts.ts';
import { answerSection, evidenceSection, journalSection, leftOutSection } from './html/record-sections.ts';
import { STYLE_SHEET } from './html/style-sheet.ts';
import type { IncidentReport } from './incident-report.ts';
import { modeInWords } from './mode-in-words.ts';
import { timelineDrawing } from './timeline/timeline-drawing.ts';

/** The report as one HTML file that needs nothing else: no script, no network, no font. */
export function reportAsHtml(report: IncidentReport): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${report.title} · ${report.incident ?? 'no incident'}</title>
<style>${STYLE_SHEET}</style>
</head>
<body>
<main>
${head(report)}${summary(report)}${times(report)}${timelineSection(report)}${findingSection(report.finding)}${lineageSection(report.facts)}${factSection(report.facts)}${answerSection(report.answers)}${containmentSection(report.containments)}${leftOutSection(report)}${evidenceSection(report.evidence)}${journalSection(report)}</main>
<footer>Written by firebreak from ${report.timeline.length} journal entries${report.until === null ? null : html`, the last of ${timeAsHtml(report.until)}`}.</footer>
</body>
</html>
`;
  return page.toString();
}

function head(report: IncidentReport): Html {
  const mode = modeInWords(report.mode);
  const ended = {
    done: ['proven', 'closed'],
    'not-proven': ['not-proven', 'closed, not proven'],
    'nothing-contained': ['not-proven', 'closed, nothing contained'],
  } as const;
  const [look, words] = report.outcome === null ? ['open', 'still open'] : ended[report.outcome];
  return html`<header>
<p class="kind">Incident report <span class="badge ${look}">${words}</span>${report.mode === 'drill' ? html`<span class="badge">drill</span>` : null}</p>
<h1>${report.title}</h1>
${pairs([
  ['Incident', report.incident === null ? null : html`<code>${report.incident}</code>`],
  ['Responder', report.responder],
  ['Taken over by', report.resumedBy.length === 0 ? null : [...new Set(report.resumedBy)].join(', ')],
  [
    'Runbook',
    report.runbook === null
      ? null
      : html`${report.runbook.title} <code class="hash" title="SHA-256 of the runbook">${report.runbook.sha256.slice(0, 12)}</code>`,
  ],
  ['Logs', report.logs],
])}${mode === null ? null : html`<p class="mode ${report.mode}"><strong>${mode.title}.</strong> ${mode.text}</p>\n`}</header>
`;
}

function summary(report: IncidentReport): Html {
  return html`<section class="summary">
<h2>Summary</h2>
${pairs(report.summary.map(({ label, text }) => [label, phrasesAsHtml(text)]))}</section>
`;
}

function times(report: IncidentReport): Html {
  return html`<section class="times">
<h2>Key times</h2>
<ol>${report.times.map(({ what, at, note }) => html`<li${at === null ? html` class="open"` : null}><span class="what">${what}</span> ${timeAsHtml(at)} <span class="note">${note}</span></li>\n`)}</ol>
</section>
`;
}

function timelineSection(report: IncidentReport): Html | null {
  const drawing = timelineDrawing(report);
  return drawing === null ? null : section('Timeline', html`<div class="scroll">${drawing}</div>`);
}
