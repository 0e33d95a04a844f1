import { Problem } from '@firebreak/problem';
import { readEvent } from '../read/read-event.ts';
import type { Issuance } from './issuance.ts';
import type { LineageGap } from './lineage.ts';
import type { LineageCoverage, LineageSource, NamedSessions } from './lineage-source.ts';
import type { LookupAttribute, LookupInput, LookupPlace } from './lookup-events.ts';
import { cutOffGap, failedGap, unreadableGap } from './lookup-gaps.ts';
import { LookupPace, MACHINE_CLOCK, type PaceClock } from './lookup-pace.ts';
import type { TrailCall } from './trail-call.ts';
import type { TrailCaller } from './trail-caller.ts';
import { TrailIndex } from './trail-index.ts';

/** What is being asked, for progress. */
export interface LookupProgress {
  readonly account: string;
  readonly region: string;
  readonly attribute: string;
  readonly value: string;
  readonly pages: number;
}

export interface LookupSourceOptions {
  /** Only events from then and until then, ISO 8601. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The most pages of 50 events that are read for one key in one region; 200 if absent. */
  readonly maxPages?: number;
  readonly clock?: PaceClock;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: LookupProgress) => void;
}

interface Window {
  readonly StartTime?: string;
  readonly EndTime?: string;
}

/** The event history goes back 90 days. Source: CloudTrail User Guide, "Working with CloudTrail event history". */
const HISTORY_MS = 90 * 86_400_000;
const SWITCH_MARGIN_MS = 5 * 60_000;

/**
 * A {@link LineageSource} over CloudTrail's event history. It asks one region after the other, at most two requests a
 * second in each, and asks for nothing twice. A region that refuses becomes a gap; the others are asked on.
 *
 * Backwards, the event that handed a key out has the key as its resource; forwards, events are found by the key that
 * signed them. Source: CloudTrail API Reference, "LookupAttribute".
 */
export class LookupSource implements LineageSource {
  readonly coverage: LineageCoverage;
  readonly #places: readonly { readonly place: LookupPlace; readonly pace: LookupPace }[];
  readonly #options: LookupSourceOptions;
  readonly #index = new TrailIndex();
  readonly #asked = new Map<string, Promise<void>>();
  readonly #refused = new Set<LookupPlace>();
  readonly #gaps = new Map<string, LineageGap>();
  #answered = false;

  /** @param places in the order in which they are asked: the most likely first. */
  constructor(places: readonly LookupPlace[], options: LookupSourceOptions = {}) {
    const { clock = MACHINE_CLOCK, from, to } = options;
    const now = clock.now();
    const oldest = Math.max(now - HISTORY_MS, Date.parse(from ?? '') || 0);
    this.coverage = { from: toTheSecond(oldest), to: to ?? toTheSecond(now) };
    this.#places = places.map((place) => ({ place, pace: new LookupPace(clock) }));
    this.#options = options;
  }

  async issuanceOf(accessKeyId: string): Promise<Issuance | undefined> {
    const known = await this.#index.issuanceOf(accessKeyId);
    if (isWhole(known)) return known;
    await this.#ask('ResourceName', accessKeyId, this.#window(), async () =>
      isWhole(await this.#index.issuanceOf(accessKeyId)),
    );
    return this.#index.issuanceOf(accessKeyId);
  }

  async issuedBy(accessKeyId: string): Promise<readonly Issuance[]> {
    await this.#callsOf(accessKeyId);
    return this.#index.issuedBy(accessKeyId);
  }

  async identityOf(accessKeyId: string): Promise<TrailCaller | undefined> {
    await this.#callsOf(accessKeyId);
    return this.#index.identityOf(accessKeyId);
  }

  async otherCredentialsBy(accessKeyId: string): Promise<readonly TrailCall[]> {
    await this.#callsOf(accessKeyId);
    return this.#index.otherCredentialsBy(accessKeyId);
  }

  /** A session's name is the user name of its events. What EC2 handed out is found by the keys that were used. */
  async sessionsNamed(instanceId: string): Promise<NamedSessions> {
    await this.#ask('Username', instanceId, this.#window());
    const { seen } = await this.#index.sessionsNamed(instanceId);
    for (const { accessKeyId } of seen) await this.issuanceOf(accessKeyId);
    return this.#index.sessionsNamed(instanceId);
  }

  async switchesTo(sessionArn: string, around: string | undefined): Promise<readonly TrailCall[]> {
    const moment = Date.parse(around ?? '');
    if (Number.isNaN(moment)) return [];
    const StartTime = new Date(moment - SWITCH_MARGIN_MS).toISOString();
    const EndTime = new Date(moment + SWITCH_MARGIN_MS).toISOString();
    await this.#ask('EventName', 'SwitchRole', { StartTime, EndTime });
    return this.#index.switchesTo(sessionArn);
  }

  gaps(): readonly LineageGap[] {
    return [...this.#gaps.values()];
  }

  #callsOf(accessKeyId: string): Promise<void> {
    return this.#ask('AccessKeyId', accessKeyId, this.#window());
  }

  #window(): Window {
    const { from, to } = this.#options;
    return {
      ...(from === undefined ? {} : { StartTime: from }),
      ...(to === undefined ? {} : { EndTime: to }),
    };
  }

  /** Asks all places one after the other, until `enough`. The same question is asked once. */
  #ask(
    attribute: LookupAttribute,
    value: string,
    window: Window,
    enough?: () => Promise<boolean>,
  ): Promise<void> {
    const question = JSON.stringify([attribute, value, window]);
    const asked = this.#asked.get(question) ?? this.#askPlaces(attribute, value, window, enough);
    this.#asked.set(question, asked);
    return asked;
  }

  async #askPlaces(
    attribute: LookupAttribute,
    value: string,
    window: Window,
    enough: () => Promise<boolean> = async () => false,
  ): Promise<void> {
    let first: unknown;
    for (const { place, pace } of this.#places) {
      if (this.#refused.has(place)) continue;
      try {
        await this.#askPlace(place, pace, attribute, value, window);
        this.#answered = true;
      } catch (error) {
        this.#options.signal?.throwIfAborted();
        if (!isAnswer(error)) throw error;
        first ??= error;
        if (isRefusal(error)) this.#refused.add(place);
        this.#note(place, 'failed', failedGap(place, attribute, value, error));
      }
      if (await enough()) return;
    }
    // Where nothing answers, there is no lineage to give.
    if (first !== undefined && !this.#answered) throw first;
  }

  async #askPlace(
    place: LookupPlace,
    pace: LookupPace,
    attribute: LookupAttribute,
    value: string,
    window: Window,
  ): Promise<void> {
    const { maxPages = 200, signal, onProgress } = this.#options;
    const input: LookupInput = {
      LookupAttributes: [{ AttributeKey: attribute, AttributeValue: value }],
      ...window,
    };
    const { account, region } = place;
    let token: string | undefined;
    for (let pages = 1; pages === 1 || token !== undefined; pages += 1) {
      if (pages > maxPages)
        return this.#note(place, `cut off ${value}`, cutOffGap(place, attribute, value, maxPages));
      const request = token === undefined ? input : { ...input, NextToken: token };
      const answer = await pace.send(() => place.lookupEvents(request, { signal }), signal);
      for (const { CloudTrailEvent } of answer.Events ?? []) this.#add(CloudTrailEvent, place);
      onProgress?.({ account, region, attribute, value, pages });
      if (answer.NextToken !== undefined && answer.NextToken === token)
        return this.#note(place, `cut off ${value}`, cutOffGap(place, attribute, value, pages));
      token = answer.NextToken || undefined;
    }
  }

  #add(text: string | undefined, place: LookupPlace): void {
    const event = readEvent(parsed(text));
    if (event === undefined) this.#note(place, 'unreadable', unreadableGap(place));
    else this.#index.add(event);
  }

  #note({ account, region }: LookupPlace, what: string, gap: LineageGap): void {
    this.#gaps.set(`${what} ${account} ${region}`, gap);
  }
}

function toTheSecond(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Whether no copy of the call can say more of its caller. */
function isWhole(issuance: Issuance | undefined): boolean {
  if (issuance === undefined) return false;
  const { identity } = issuance.event;
  return identity.accessKeyId !== undefined || identity.type !== 'AWSAccount';
}

/** What AWS answered, and not a mistake in this program. */
function isAnswer(error: unknown): error is Error {
  return error instanceof Problem || (error instanceof Error && '$metadata' in error);
}

/** Asking again would not help. */
function isRefusal({ name }: Error): boolean {
  return /^(CallRefused|CredentialsMissing|AccessDenied\w*|UnrecognizedClient\w*|ExpiredToken\w*|OptInRequired)$/.test(
    name,
  );
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
