import { safeText } from '@firebreak/untrusted';
import type { JournalEntry } from '../../event.ts';
import { readTime } from '../duration.ts';
import type { EntryInWords } from '../entry-in-words.ts';
import type { IncidentReport } from '../incident-report.ts';
import { plainText } from '../phrase.ts';

/** One thing on the drawn timeline. Its words are safe for one line; they still have to be escaped. */
export interface Mark {
  readonly time: number;
  readonly look: Look;
  readonly kind: string;
  readonly what: string;
}

/** `seen`, `step`, `act`: what it is about; `good` and `bad`: how it came out; `evidence`: small, and often many. */
export type Look = 'seen' | 'step' | 'evidence' | 'act' | 'good' | 'bad';

export interface Lane {
  readonly name: string;
  readonly marks: readonly Mark[];
}

/** The entries that are drawn; the others are in the journal's table only. */
const DRAWN: Partial<Record<JournalEntry['type'], readonly [lane: 'work' | 'act', look: Look]>> = {
  'incident.opened': ['work', 'step'],
  'incident.resumed': ['work', 'step'],
  'incident.closed': ['work', 'step'],
  'evidence.stored': ['work', 'evidence'],
  'fact.found': ['work', 'step'],
  'answer.given': ['work', 'step'],
  'step.skipped': ['work', 'step'],
  'step.failed': ['work', 'bad'],
  'containment.approved': ['act', 'act'],
  'containment.proven': ['act', 'good'],
  'containment.unproven': ['act', 'bad'],
  'call.failed': ['act', 'bad'],
  'undo.approved': ['act', 'act'],
  'containment.undone': ['act', 'bad'],
};

/** What happened in AWS, what was learned and what was changed, each in the order of time. */
export function timelineLanes({ finding, facts, timeline }: IncidentReport): readonly Lane[] {
  const seen = [
    mark(finding?.firstSeen, 'seen', 'First seen', finding?.type ?? ''),
    mark(finding?.lastSeen === finding?.firstSeen ? null : finding?.lastSeen, 'seen', 'Last seen', ''),
    ...facts.flatMap(({ fact }) =>
      fact.kind === 'lineage'
        ? fact.hops.flatMap(({ accessKeyId, issued }) =>
            issued === null ? [] : [mark(issued.time, 'seen', issued.eventName, accessKeyId)],
          )
        : [],
    ),
  ];
  return [
    { name: 'Finding', marks: inOrder(seen) },
    { name: 'Evidence and answers', marks: inOrder(drawn(timeline, 'work')) },
    { name: 'Containment', marks: inOrder(drawn(timeline, 'act')) },
  ];
}

function drawn(timeline: readonly EntryInWords[], lane: 'work' | 'act'): readonly (Mark | undefined)[] {
  return timeline.map(({ type, at, kind, what }) => {
    const look = DRAWN[type];
    return look?.[0] === lane ? mark(at, look[1], kind, plainText(what)) : undefined;
  });
}

function mark(at: string | null | undefined, look: Look, kind: string, what: string): Mark | undefined {
  const time = readTime(at);
  return time === undefined ? undefined : { time, look, kind: safeText(kind), what: safeText(what) };
}

function inOrder(marks: readonly (Mark | undefined)[]): readonly Mark[] {
  return marks.filter((one) => one !== undefined).toSorted((a, b) => a.time - b.time);
}
