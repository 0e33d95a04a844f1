import type { TrailEvent } from '../read/trail-event.ts';
import { type SubjectCall, subjectCall } from './subject-call.ts';

export interface GatheredCall {
  readonly call: SubjectCall;
  readonly loggedBy: readonly string[];
}

/** The calls of a window, each once however often it was delivered, and in whatever order. */
export class GatheredCalls {
  readonly #calls = new Map<string, GatheredCall>();
  readonly #texts = new Map<string, string>();
  #copies = 0;

  /** Records that were further copies. */
  get copies(): number {
    return this.#copies;
  }

  add(event: TrailEvent): void {
    const call = subjectCall(event, (text) => this.#share(text));
    const known = this.#calls.get(call.id);
    const accounts = call.account === null ? [] : [call.account];
    if (known === undefined) {
      this.#calls.set(call.id, { call, loggedBy: accounts });
      return;
    }
    this.#copies += 1;
    this.#calls.set(call.id, {
      call: compareCopies(call, known.call) < 0 ? call : known.call,
      loggedBy: [...new Set([...known.loggedBy, ...accounts])].sort(),
    });
  }

  /** In order of time. CloudTrail writes whole seconds, so that within one the order is by name and id. */
  inOrder(): GatheredCall[] {
    return [...this.#calls.values()].sort(
      ({ call: a }, { call: b }) =>
        a.milliseconds - b.milliseconds ||
        compare(a.source ?? '', b.source ?? '') ||
        compare(a.eventName, b.eventName) ||
        compare(a.id, b.id),
    );
  }

  #share(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    if (this.#texts.size < MOST_TEXTS) this.#texts.set(text, text);
    return text;
  }
}

/** More different texts than that are not worth remembering. */
const MOST_TEXTS = 100_000;

/** The copy that says more of the caller comes first; beyond that only the same order each time matters. */
function compareCopies(a: SubjectCall, b: SubjectCall): number {
  return knowledge(b) - knowledge(a) || compare(JSON.stringify(a), JSON.stringify(b));
}

function knowledge({ accessKeyId, principalArn, issuedKeyId, detail }: SubjectCall): number {
  return [accessKeyId, accessKeyId, principalArn, principalArn, issuedKeyId, detail].filter(
    (value) => value !== null,
  ).length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
