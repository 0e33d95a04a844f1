import { expect, test } from 'vitest';
import type { JournalEntry } from '../event.ts';
import { incidentReport } from './incident-report.ts';
import { reportAsHtml } from './report-as-html.ts';
import { reportAsMarkdown } from './report-as-markdown.ts';
import { leakedKey } from './testing/leaked-key.ts';

test('both reports say what cannot be undone', () => {
  const entries = leakedKey().map(
    (entry): JournalEntry =>
      'plan' in entry
        ? { ...entry, plan: { ...entry.plan, cannotBeUndone: ['The password is <gone>.'] } }
        : entry,
  );
  const report = incidentReport(entries);
  expect(reportAsMarkdown(report)).toMatch(/\*\*What cannot be undone\*\*\n+- The password is /);
  expect(reportAsHtml(report)).toContain(
    '<h4>What cannot be undone</h4>\n<ul><li>The password is &lt;gone&gt;.</li>',
  );
});
