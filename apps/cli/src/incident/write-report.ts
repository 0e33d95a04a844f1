import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { incidentReport, type JournalEntry, reportAsHtml, reportAsMarkdown } from '@firebreak/incident';

/** Writes `report.md` and `report.html` into an incident's folder, over those of before; returns their paths. */
export function writeReport(
  folder: string,
  entries: readonly JournalEntry[],
): { markdown: string; html: string } {
  const report = incidentReport(entries);
  const markdown = join(folder, 'report.md');
  const html = join(folder, 'report.html');
  writeFileSync(markdown, reportAsMarkdown(report), { mode: 0o600 });
  writeFileSync(html, reportAsHtml(report), { mode: 0o600 });
  return { markdown, html };
}
