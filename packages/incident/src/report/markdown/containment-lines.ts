import { markdownCode, markdownText } from '@firebreak/untrusted';
import { type CallRecord, type ContainmentRecord, nameOfCall } from '../containment-record.ts';
import { APPROVED_HOW } from '../entry-in-words.ts';
import { stateRows, stateText } from '../state-rows.ts';
import { CALL_OUTCOME_WORDS, STATUS_WORDS } from '../status-words.ts';
import { markdownTable, timeAsMarkdown } from './parts.ts';

/** Each change as it was approved, made and read back. */
export function containmentLines(records: readonly ContainmentRecord[]): readonly string[] {
  if (records.length === 0) return ['## Containment', 'Nothing was planned.'];
  return ['## Containment', ...records.flatMap(containment)];
}

function containment(record: ContainmentRecord, index: number): readonly string[] {
  const { plan, verdict } = record;
  const target = Object.entries(plan.target).map(
    ([name, value]) => `${markdownText(name)} ${markdownCode(value)}`,
  );
  return [
    `### ${index + 1}. ${markdownText(plan.title)}: ${STATUS_WORDS[record.status]}`,
    ...(record.superseded ? ['Planned again later; the later record counts.'] : []),
    `- Action: ${markdownCode(plan.action)} in account ${markdownCode(plan.account)}`,
    `- Target: ${target.join(', ')}`,
    `- Approved: ${approval(record)}`,
    `- Plan hash: ${markdownCode(record.approved?.hash ?? plan.hash)}`,
    ...(record.approved === null || record.approved.hash === plan.hash
      ? []
      : [`- **The plan in the journal has another hash:** ${markdownCode(plan.hash)}`]),
    ...(verdict === null
      ? []
      : [`- Read back: ${timeAsMarkdown(verdict.at)}: ${markdownText(verdict.text)}`]),
    ...(record.status === 'not-proven' && verdict !== null
      ? [`- What was read back: ${markdownCode(stateText(verdict.observed))}`]
      : []),
    ...undoLines(record),
    ...stateTable(record),
    ...callLines(record.calls),
    ...bullets('What it stops', plan.stops),
    ...bullets('What it does not stop', plan.doesNotStop),
    ...bullets('What cannot be undone', plan.cannotBeUndone ?? []),
  ];
}

function approval({ approved }: ContainmentRecord): string {
  if (approved === null) return 'not approved';
  return `by ${markdownText(approved.by)}, ${timeAsMarkdown(approved.at)}, ${APPROVED_HOW[approved.how] ?? markdownText(approved.how)}`;
}

function undoLines({ undo }: ContainmentRecord): readonly string[] {
  if (undo === null) return [];
  const end =
    undo.undoneAt === null ? 'not read back yet' : `former state read back ${timeAsMarkdown(undo.undoneAt)}`;
  return [
    `- Undo: approved by ${markdownText(undo.by)}, ${timeAsMarkdown(undo.at)}${undo.forced ? ', with force' : ''}; ${end}`,
  ];
}

function stateTable({ plan }: ContainmentRecord): readonly string[] {
  return markdownTable(
    ['Part', 'Before', 'After', 'Change'],
    stateRows(plan.before, plan.after).map(({ name, before, after, changed }) => [
      name === '' ? 'state' : markdownCode(name),
      markdownCode(stateText(before)),
      markdownCode(stateText(after)),
      changed ? '**changed**' : 'same',
    ]),
  );
}

function callLines(calls: readonly CallRecord[]): readonly string[] {
  if (calls.length === 0) return ['No call was made.'];
  return [
    '**Calls made**',
    ...markdownTable(
      ['Call', 'Input', 'When (UTC)', 'Outcome'],
      calls.map((record) => [
        `${record.purpose === 'undo' ? 'Undo: ' : ''}${markdownCode(nameOfCall(record))}`,
        markdownCode(JSON.stringify(record.call.input)),
        timeAsMarkdown(record.at),
        `${CALL_OUTCOME_WORDS[record.outcome]}${record.why === null ? '' : `: ${markdownText(record.why)}`}`,
      ]),
    ),
  ];
}

function bullets(title: string, sentences: readonly string[]): readonly string[] {
  if (sentences.length === 0) return [];
  return [`**${title}**`, ...sentences.map((text) => `- ${markdownText(text)}`)];
}
