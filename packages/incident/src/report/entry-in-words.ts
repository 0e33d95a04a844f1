import { operationName } from '@firebreak/aws';
import type { Fact, JournalEntry, Outcome } from '../event.ts';
import { code, type Phrase, sentence } from './phrase.ts';

/** A journal entry for readers: one word for its kind and a sentence for the rest. */
export interface EntryInWords {
  readonly seq: number;
  readonly at: string;
  readonly type: JournalEntry['type'];
  readonly kind: string;
  readonly what: readonly Phrase[];
}

/** How an approval was given. */
export const APPROVED_HOW = {
  typed: 'by typing the word that was asked for',
  chosen: 'by choosing it on the screen',
  recommended: 'by the recommendation, without a terminal',
} as const;

/** What a run came to. */
const CLOSED: Readonly<Record<Outcome, string>> = {
  done: 'every containment proven or skipped with a reason',
  'not-proven': 'with something not proven',
  'nothing-contained': 'with nothing contained',
};

/** @param titles step id to step title, for entries that name only the id. */
export function entryInWords(entry: JournalEntry, titles: ReadonlyMap<string, string>): EntryInWords {
  const [kind, what] = words(entry, (step) => titles.get(step) ?? step);
  return { seq: entry.seq, at: entry.at, type: entry.type, kind, what };
}

/** "3 rows" or "2 hops": how much a fact holds. */
export function extentOf(fact: Fact): string {
  const [count, unit] = fact.kind === 'table' ? [fact.rows.length, 'row'] : [fact.hops.length, 'hop'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function words(
  entry: JournalEntry,
  title: (step: string) => string,
): readonly [kind: string, what: readonly Phrase[]] {
  switch (entry.type) {
    case 'incident.opened':
      return [
        'Opened',
        sentence`${entry.title}, by ${entry.responder} with runbook ${code(entry.runbook.id)}`,
      ];
    case 'incident.resumed':
      return ['Resumed', sentence`by ${entry.by}`];
    case 'incident.closed':
      return ['Closed', sentence`${[CLOSED[entry.outcome]]}`];
    case 'evidence.stored':
      return ['Evidence', sentence`${entry.what} (${code(entry.path)})`];
    case 'variable.set':
      return ['Value', sentence`${code(entry.name)} is ${code(JSON.stringify(entry.value))}`];
    case 'step.entered':
      return ['Step begun', sentence`${entry.title}`];
    case 'step.succeeded':
      return ['Step done', sentence`${title(entry.step)}`];
    case 'step.skipped':
      return [entry.applies === false ? 'Not needed' : 'Skipped', sentence`${entry.title}: ${entry.reason}`];
    case 'step.failed':
      return ['Failed', sentence`${title(entry.step)}: ${entry.why}`];
    case 'answer.given':
      return ['Answer', sentence`${entry.question} ${entry.answer}`];
    case 'fact.found':
      return ['Found', sentence`${entry.fact.title} (${extentOf(entry.fact)})`];
    case 'containment.planned':
      return ['Planned', sentence`${entry.plan.title}`];
    case 'containment.approved':
      return ['Approved', sentence`${entry.plan.title}, by ${entry.by}`];
    case 'call.intended':
      return [
        entry.purpose === 'apply' ? 'Call' : 'Undo call',
        sentence`${code(operationName(entry.call))} in account ${code(entry.call.account)}`,
      ];
    case 'call.returned':
      return ['Answered', sentence`${title(entry.step)}: AWS took the call`];
    case 'call.failed':
      return ['Call failed', sentence`${title(entry.step)}: ${entry.why}`];
    case 'containment.proven':
      return ['Proven', sentence`${title(entry.step)}: ${entry.how}`];
    case 'containment.unproven':
      return ['Not proven', sentence`${title(entry.step)}: ${entry.why}`];
    case 'undo.approved':
      return [
        'Undo approved',
        sentence`${title(entry.step)}, by ${entry.by}${entry.forced ? [', with force'] : []}`,
      ];
    case 'containment.undone':
      return ['Undone', sentence`${title(entry.step)}: the former state was read back`];
    default:
      // A journal of a later version may hold more.
      return ['Other', sentence`${code((entry as { type: string }).type)}`];
  }
}
