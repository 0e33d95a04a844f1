import { operationName } from '@firebreak/aws';
import type { Fact, JournalEntry, LineageHop } from '@firebreak/incident';
import { safeText } from '@firebreak/untrusted';
import { tableLines } from './table-lines.ts';
import { wrapped } from './wrapped.ts';

/** What a journal entry looks like to somebody who reads lines; nothing for entries that need no line. */
export function entryLines(entry: JournalEntry): string[] {
  switch (entry.type) {
    case 'incident.opened':
      return [`Incident ${safeText(entry.incident)}, ${safeText(entry.runbook.title)}`];
    case 'incident.resumed':
      return ['Resuming where the journal ends.'];
    case 'step.entered':
      return ['', `== ${safeText(entry.title)} ==`];
    case 'step.skipped':
      return wrapped(`${entry.title}: skipped, ${entry.reason}`, '-- ');
    case 'step.failed':
      return wrapped(entry.why, '!! ');
    case 'evidence.stored':
      return [`   evidence ${safeText(entry.path)} (${entry.bytes} bytes)`];
    case 'fact.found':
      return factLines(entry.fact);
    case 'containment.approved':
      return [`   approved by ${safeText(entry.by)} (${entry.how})`];
    case 'call.intended':
      return [
        `   ${entry.purpose === 'undo' ? 'undoing' : 'calling'} ${operationName(entry.call)} in account ${safeText(entry.call.account)}`,
      ];
    case 'call.failed':
      return wrapped(entry.why, '!! ');
    case 'containment.proven':
      return wrapped(`PROVEN: ${entry.how}`, '   ');
    case 'containment.unproven':
      return wrapped(`NOT PROVEN: ${entry.why}`, '!! ');
    case 'containment.undone':
      return ['   UNDONE: the state is what it was before'];
    default:
      return [];
  }
}

function factLines(fact: Fact): string[] {
  if (fact.kind === 'lineage') return lineageLines(fact);
  if (fact.rows.length === 0)
    return [...wrapped(`${fact.title}: nothing found`, '   '), ...wrapped(fact.empty, '   ')];
  return [`   ${safeText(fact.title)}`, ...tableLines(fact.columns, fact.rows).map((line) => `   ${line}`)];
}

function lineageLines({
  title,
  hops,
  root,
  gaps,
  sessions,
  key,
}: Extract<Fact, { kind: 'lineage' }>): string[] {
  const onTheWay = new Set(hops.map(({ accessKeyId }) => accessKeyId));
  const others = sessions.filter(({ accessKeyId }) => !onTheWay.has(accessKeyId));
  return [
    `   ${safeText(title)}`,
    `   root: ${safeText(root)}`,
    ...hops.map(
      (hop, index) =>
        `   ${'  '.repeat(index)}└ ${hopText(hop)}${hop.accessKeyId === key ? '  <- this key' : ''}`,
    ),
    ...(others.length === 0
      ? []
      : ['   sessions from the same root:', ...others.map((hop) => `     ${hopText(hop)}`)]),
    // A gap names the command that closes it, to be copied.
    ...gaps.map((gap) => `   gap: ${safeText(gap)}`),
  ];
}

function hopText({ accessKeyId, issued, holder }: LineageHop): string {
  const from = issued?.sourceAddress ? `from ${issued.sourceAddress}` : undefined;
  const parts = [
    accessKeyId,
    issued?.eventName,
    holder?.slice(holder.lastIndexOf(':') + 1),
    issued?.time,
    from,
  ];
  return parts
    .filter(Boolean)
    .map((part) => safeText(part))
    .join('  ');
}
