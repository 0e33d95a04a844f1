import type { IncidentReport } from '../incident-report.ts';
import { type Html, html } from './html.ts';
import { phrasesAsHtml, section, table, timeAsHtml } from './parts.ts';

export function answerSection(answers: IncidentReport['answers']): Html | null {
  if (answers.length === 0) return null;
  return section(
    'Questions and answers',
    table(
      { caption: null },
      ['Question', 'Answer', 'When (UTC)'],
      answers.map(({ question, answer, at }) => [question, answer, timeAsHtml(at)]),
    ),
  );
}

/** Steps that were left out, and steps that failed and were not tried again. */
export function leftOutSection({ skipped, failed }: IncidentReport): Html | null {
  if (skipped.length + failed.length === 0) return null;
  return section(
    'Steps skipped or failed',
    table(
      { caption: null },
      ['Step', 'What happened', 'Why', 'When (UTC)'],
      [
        ...skipped.map(({ title, reason, at }) => [title, 'skipped', reason, timeAsHtml(at)]),
        ...failed.map(({ title, why, remedy, at }) => [title, 'failed', `${why} ${remedy}`, timeAsHtml(at)]),
      ],
    ),
  );
}

export function evidenceSection(evidence: IncidentReport['evidence']): Html | null {
  if (evidence.length === 0) return null;
  return section(
    'Evidence',
    html`<p class="note">Paths are below the incident’s folder. Check a file with <code>sha256sum</code>.</p>
${table(
  { caption: null, class: 'evidence' },
  ['File', 'What it is', 'Bytes', 'SHA-256'],
  evidence.map(({ path, what, bytes, sha256 }) => [
    html`<code>${path}</code>`,
    what,
    html`<span class="amount">${bytes.toLocaleString('en')}</span>`,
    html`<code>${sha256}</code>`,
  ]),
)}`,
  );
}

export function journalSection({ timeline }: IncidentReport): Html {
  if (timeline.length === 0) return section('Journal', html`<p>The journal is empty.</p>`);
  return section(
    'Journal',
    html`<p class="note">Every entry, in the order of writing. Each line of the journal names the SHA-256 of the line before it.</p>
${table(
  { caption: null, class: 'journal' },
  ['Entry', 'When (UTC)', 'Kind', 'What'],
  timeline.map(({ seq, at, kind, what }) => [seq, timeAsHtml(at), kind, phrasesAsHtml(what)]),
)}`,
  );
}
