import { markdownCode, markdownText } from '@firebreak/untrusted';
import type { IncidentReport } from './incident-report.ts';
import { containmentLines } from './markdown/containment-lines.ts';
import { factLines, findingLines, lineageLines } from './markdown/finding-lines.ts';
import { markdownTable, phrasesAsMarkdown, timeAsMarkdown } from './markdown/parts.ts';
import { modeInWords } from './mode-in-words.ts';

const ENDS = {
  done: 'closed',
  'not-proven': 'closed, not proven',
  'nothing-contained': 'closed, nothing contained',
} as const;

/** The report as Markdown for a wiki or an issue: the same as the HTML report without its drawing. */
export function reportAsMarkdown(report: IncidentReport): string {
  const lines = [
    ...headLines(report),
    '## Summary',
    ...report.summary.map(({ label, text }) => `- **${label}**: ${phrasesAsMarkdown(text)}`),
    '## Key times',
    ...markdownTable(
      ['What', 'When (UTC)', ''],
      report.times.map(({ what, at, note }) => [what, timeAsMarkdown(at), note ?? '']),
    ),
    ...findingLines(report.finding),
    ...lineageLines(report.facts),
    ...factLines(report.facts),
    ...answerLines(report),
    ...containmentLines(report.containments),
    ...leftOutLines(report),
    ...evidenceLines(report),
    ...journalLines(report),
  ];
  return `${lines.map((line, index) => (needsBlank(line, lines[index - 1]) ? `\n${line}` : line)).join('\n')}\n`;
}

/** Blocks stand apart; the lines of one list or table stay together. */
function needsBlank(line: string, before: string | undefined): boolean {
  if (before === undefined) return false;
  return !['- ', '| '].some((start) => line.startsWith(start) && before.startsWith(start));
}

function headLines(report: IncidentReport): readonly string[] {
  const mode = modeInWords(report.mode);
  const state = report.outcome === null ? 'still open' : ENDS[report.outcome];
  const told = [
    report.incident === null ? [] : [`- Incident: ${markdownCode(report.incident)}`],
    `- State: **${state}**`,
    report.responder === null ? [] : [`- Responder: ${markdownText(report.responder)}`],
    report.resumedBy.length === 0
      ? []
      : [`- Taken over by: ${[...new Set(report.resumedBy)].map(markdownText).join(', ')}`],
    report.runbook === null
      ? []
      : [`- Runbook: ${markdownText(report.runbook.title)} (SHA-256 ${markdownCode(report.runbook.sha256)})`],
    report.logs === null ? [] : [`- Logs: ${markdownCode(report.logs)}`],
  ];
  return [
    `# Incident report: ${markdownText(report.title)}`,
    ...(mode === null ? [] : [`**${mode.title}.** ${mode.text}`]),
    ...told.flat(),
  ];
}

function answerLines({ answers }: IncidentReport): readonly string[] {
  if (answers.length === 0) return [];
  return [
    '## Questions and answers',
    ...markdownTable(
      ['Question', 'Answer', 'When (UTC)'],
      answers.map(({ question, answer, at }) => [
        markdownText(question),
        markdownText(answer),
        timeAsMarkdown(at),
      ]),
    ),
  ];
}

function leftOutLines({ skipped, failed }: IncidentReport): readonly string[] {
  if (skipped.length + failed.length === 0) return [];
  return [
    '## Steps skipped or failed',
    ...markdownTable(
      ['Step', 'What happened', 'Why', 'When (UTC)'],
      [
        ...skipped.map(({ title, reason, at }) => [
          markdownText(title),
          'skipped',
          markdownText(reason),
          timeAsMarkdown(at),
        ]),
        ...failed.map(({ title, why, remedy, at }) => [
          markdownText(title),
          'failed',
          markdownText(`${why} ${remedy}`),
          timeAsMarkdown(at),
        ]),
      ],
    ),
  ];
}

function evidenceLines({ evidence }: IncidentReport): readonly string[] {
  if (evidence.length === 0) return [];
  return [
    '## Evidence',
    ...markdownTable(
      ['File', 'What it is', 'Bytes', 'SHA-256'],
      evidence.map(({ path, what, bytes, sha256 }) => [
        markdownCode(path),
        markdownText(what),
        markdownText(bytes),
        markdownCode(sha256),
      ]),
    ),
  ];
}

function journalLines({ timeline }: IncidentReport): readonly string[] {
  if (timeline.length === 0) return ['## Journal', 'The journal is empty.'];
  return [
    '## Journal',
    ...markdownTable(
      ['Entry', 'When (UTC)', 'Kind', 'What'],
      timeline.map(({ seq, at, kind, what }) => [
        markdownText(seq),
        timeAsMarkdown(at),
        kind,
        phrasesAsMarkdown(what),
      ]),
    ),
  ];
}
