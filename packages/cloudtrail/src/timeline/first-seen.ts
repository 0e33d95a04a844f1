import type { TrailEvent } from '../read/trail-event.ts';
import { agentOf } from './agent-of.ts';
import type { SubjectCall } from './subject-call.ts';
import type { FirstSeen, FirstSeenKind } from './timeline.ts';

const FIRST_HOUR = 60 * 60 * 1000;

type Values = readonly (readonly [FirstSeenKind, string | null | undefined])[];

/**
 * What the subjects do for the first time in the logs. The first event is where history begins, so nothing of it is
 * marked. In the first hour a second region, account, address, user agent or key is, for one set of credentials has few
 * of them; but no call, for all of them are new then. After it all is. Calls that a service makes for the subjects have
 * its name for an address and an agent; those are never marked.
 */
export class FirstSeenThings {
  readonly #seen = new Map<FirstSeenKind, Set<string>>();
  #from = Number.POSITIVE_INFINITY;

  /** When the subjects are first seen. */
  get from(): number {
    return this.#from;
  }

  /** Learns an event before the window; in any order. */
  learn({ time, source, name, region, accountId, sourceAddress, userAgent, identity }: TrailEvent): void {
    this.#from = Math.min(this.#from, Date.parse(time));
    this.#take([
      ['api', `${source} ${name}`],
      ['region', region],
      ['account', accountId],
      ['address', sourceAddress],
      ['user-agent', userAgent === undefined ? undefined : agentOf(userAgent)],
      ['key', identity.accessKeyId],
    ]);
  }

  /** What is new about a call of the window; to be asked in order of time. */
  newIn(call: SubjectCall): FirstSeen[] {
    const isFirst = this.#from === Number.POSITIVE_INFINITY;
    this.#from = Math.min(this.#from, call.milliseconds);
    const news = this.#take([
      ['api', `${call.source} ${call.eventName}`],
      ['region', call.region],
      ['account', call.account],
      ['address', call.address],
      ['user-agent', call.agent],
      ['key', call.accessKeyId],
    ]);
    if (isFirst) return [];
    const historyMs = call.milliseconds - this.#from;
    return news
      .filter(({ what, isOnly }) => historyMs >= FIRST_HOUR || (!isOnly && what !== 'api'))
      .map(({ what, value }) => ({ what, value, time: call.time, historyMs }));
  }

  #take(values: Values): { what: FirstSeenKind; value: string; isOnly: boolean }[] {
    const news: { what: FirstSeenKind; value: string; isOnly: boolean }[] = [];
    for (const [what, value] of values) {
      if (value === null || value === undefined || isService(what, value)) continue;
      const seen = this.#seen.get(what) ?? new Set();
      this.#seen.set(what, seen);
      if (seen.has(value)) continue;
      // A value that is the first of its kind is compared with nothing.
      news.push({ what, value, isOnly: seen.size === 0 });
      seen.add(value);
    }
    return news;
  }
}

function isService(what: FirstSeenKind, value: string): boolean {
  if (what !== 'address' && what !== 'user-agent') return false;
  return value === 'AWS Internal' || value.endsWith('.amazonaws.com');
}
