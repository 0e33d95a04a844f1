import { operationName } from '@firebreak/aws';
import type { Fact, JournalEntry } from '@firebreak/incident';
import { safeText } from '@firebreak/untrusted';
import type { FeedItem, Tone, View } from './view.ts';

/** What was told before, so that an event need not repeat it. */
type Known = Pick<View, 'lastCall' | 'containments'>;

/** What is said of an event, before it is made safe. */
interface Said {
  readonly word: string;
  readonly text: string;
  readonly tone?: Tone;
  readonly minor?: boolean;
}

/** The line of an event in the activity. */
export function feedItem(entry: JournalEntry, known: Known): FeedItem {
  const { word, text, tone = 'plain', minor = false } = said(entry, known);
  return { time: clockOf(entry.at), word: safeText(word), tone, text: safeText(text), minor };
}

/** `03:12:44Z` of an ISO 8601 time in UTC. */
function clockOf(at: string): FeedItem['time'] {
  return safeText(/T(\d\d:\d\d:\d\d)/.exec(at)?.[1] ?? at).concat('Z') as FeedItem['time'];
}

function said(entry: JournalEntry, { lastCall = safeText('a call'), containments }: Known): Said {
  switch (entry.type) {
    case 'incident.opened':
      return { word: 'opened', text: `${entry.title}, runbook ${entry.runbook.id}`, minor: true };
    case 'incident.resumed':
      return { word: 'resumed', text: `by ${entry.by}` };
    case 'incident.closed':
      return entry.outcome === 'done'
        ? { word: 'closed', text: 'every containment is proven or was skipped with a reason', tone: 'good' }
        : { word: 'closed', text: 'NOT PROVEN: something is still open', tone: 'bad' };
    case 'evidence.stored':
      return { word: 'evidence', text: `${entry.what} (${entry.path}, ${entry.bytes} bytes)`, minor: true };
    case 'variable.set':
      return { word: 'noted', text: `${entry.name} = ${valueText(entry.value)}`, minor: true };
    case 'step.entered':
      return { word: 'step', text: entry.title, minor: true };
    case 'step.succeeded':
      return { word: 'step', text: `done: ${entry.step}`, minor: true };
    case 'step.skipped':
      return { word: 'skipped', text: `${entry.title}: ${entry.reason}` };
    case 'step.failed':
      return { word: 'failed', text: entry.why, tone: 'bad' };
    case 'answer.given':
      return { word: 'answered', text: `${entry.question} → ${entry.answer}`, minor: true };
    case 'fact.found':
      return { word: 'found', text: factText(entry.fact) };
    case 'containment.planned':
      return { word: 'planned', text: entry.plan.title, minor: true };
    case 'containment.approved':
      return { word: 'approved', text: `${entry.plan.title} (by ${entry.by})` };
    case 'call.intended':
      return { word: 'calling', text: `${operationName(entry.call)} in ${entry.call.account}`, minor: true };
    case 'call.returned':
      return { word: 'called', text: `${lastCall}: AWS took it${entry.purpose === 'undo' ? ' (undo)' : ''}` };
    case 'call.failed':
      return {
        word: 'failed',
        text: `${lastCall}: ${entry.why}${entry.effect === 'unknown' ? ' (it may have taken effect)' : ''}`,
        tone: 'bad',
      };
    case 'containment.proven':
      return {
        word: 'proven',
        text: `${titleOf(entry.step, containments)}: ${entry.how}`,
        tone: 'good',
        // Proven once more, it is no news, and it would push the news off the screen.
        minor: containments.get(entry.step)?.proven === true,
      };
    case 'containment.unproven':
      return { word: 'unproven', text: `${titleOf(entry.step, containments)}: ${entry.why}`, tone: 'bad' };
    case 'undo.approved':
      return { word: 'undo', text: `approved by ${entry.by}${entry.forced ? ', forced' : ''}` };
    case 'containment.undone':
      return { word: 'undone', text: 'the state before is back', tone: 'good' };
  }
}

function titleOf(step: string, containments: Known['containments']): string {
  return containments.get(step)?.title ?? step;
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function factText(fact: Fact): string {
  if (fact.kind === 'lineage') {
    return `${fact.title}: ${counted(fact.hops.length, 'issuance')} back to ${fact.root}`;
  }
  if (fact.rows.length === 0) return `${fact.title}: ${fact.empty}`;
  return `${fact.title}: ${counted(fact.rows.length, 'row')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
