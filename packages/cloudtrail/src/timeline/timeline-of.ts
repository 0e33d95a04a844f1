import type { TrailEvent } from '../read/trail-event.ts';
import { FirstSeenThings } from './first-seen.ts';
import { foldCalls, type MarkedCall } from './fold-calls.ts';
import { GatheredCalls } from './gathered-calls.ts';
import { SubjectMatcher } from './subject-matcher.ts';
import { talliesOf } from './tallies.ts';
import type { FirstSeen, FirstSeenKind, Timeline, TimelineOptions } from './timeline.ts';
import { timelineNotes } from './timeline-notes.ts';
import { withQuiet } from './with-quiet.ts';

const HOUR = 60 * 60 * 1000;
const FOLD = 5 * 60 * 1000;
const NOTHING: readonly FirstSeenKind[] = [];

/**
 * All that the subjects did in a window, oldest first. The events may come in any order, several times, and with others
 * among them: the timeline is the same. What is new is new against all events of the subjects, also those before the
 * window. Of an event in the window the few fields that are told are kept; of one before it, only values not seen yet.
 *
 * @throws {RangeError} when there is no subject, an empty one, or an address that is none.
 */
export async function timelineOf(
  events: AsyncIterable<TrailEvent> | Iterable<TrailEvent>,
  { from, to, quietMs = HOUR, foldMs = FOLD, ...subjects }: TimelineOptions,
): Promise<Timeline> {
  const matcher = new SubjectMatcher(subjects);
  const things = new FirstSeenThings();
  const gathered = new GatheredCalls();
  const earliest = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
  const latest = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to);
  let before = 0;
  for await (const event of events) {
    const time = Date.parse(event.time);
    if (time > latest || !matcher.matches(event)) continue;
    if (time >= earliest) gathered.add(event);
    else {
      before += 1;
      things.learn(event);
    }
  }
  const calls = gathered.inOrder();
  const firstSeen: FirstSeen[] = [];
  function* marked(): Generator<MarkedCall> {
    for (const { call, loggedBy } of calls) {
      const news = things.newIn(call);
      firstSeen.push(...news);
      yield { call, loggedBy, firstSeen: news.length === 0 ? NOTHING : news.map(({ what }) => what) };
    }
  }
  // An entry must not reach over a quiet stretch.
  const entries = withQuiet(foldCalls(marked(), Math.min(foldMs, quietMs - 1)), quietMs);
  const timeline = {
    subjects: {
      keys: [...new Set(subjects.keys ?? [])],
      principals: matcher.matched,
      addresses: [...new Set(subjects.addresses ?? [])],
    },
    from: calls[0]?.call.time ?? null,
    to: calls.at(-1)?.call.time ?? null,
    window: { from: from ?? null, to: to ?? null },
    historyFrom: Number.isFinite(things.from)
      ? new Date(things.from).toISOString().replace('.000Z', 'Z')
      : null,
    counts: {
      events: calls.length,
      failed: calls.filter(({ call }) => call.failed).length,
      copies: gathered.copies,
      before,
      accounts: talliesOf(calls, 'account'),
      regions: talliesOf(calls, 'region'),
      addresses: talliesOf(calls, 'address'),
      principals: talliesOf(calls, 'principal'),
      keys: talliesOf(calls, 'accessKeyId'),
    },
    entries,
    firstSeen,
  };
  return { ...timeline, notes: timelineNotes(timeline) };
}
