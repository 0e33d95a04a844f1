import type { TrailEvent, TrailIdentity } from './trail-event.ts';

/** A call that handed out an access key, and who made it. */
export interface Issuance {
  readonly accessKeyId: string;
  readonly event: Omit<TrailEvent, 'record'>;
}

/**
 * Where lineage looks things up: by the key that was handed out, by the key that signed, by the key itself. Files,
 * CloudTrail LookupEvents and Athena can each answer this.
 */
export interface LineageSource {
  /** The call that handed out the key, if the source has it. */
  issuanceOf(accessKeyId: string): Promise<Issuance | undefined>;
  /** The keys that calls signed by this key handed out. */
  issuedBy(accessKeyId: string): Promise<readonly Issuance[]>;
  /** Who the key belongs to, as its own calls say. */
  identityOf(accessKeyId: string): Promise<TrailIdentity | undefined>;
}

/** A {@link LineageSource} over events that were read once; it keeps issuances and identities, not the events. */
export class TrailIndex implements LineageSource {
  readonly #issuances = new Map<string, Issuance>();
  readonly #children = new Map<string, Map<string, Issuance>>();
  readonly #identities = new Map<string, TrailIdentity>();
  #events = 0;
  #from: string | undefined;
  #to: string | undefined;

  add({ record: _, ...event }: TrailEvent): void {
    this.#events += 1;
    if (this.#from === undefined || event.time < this.#from) this.#from = event.time;
    if (this.#to === undefined || event.time > this.#to) this.#to = event.time;
    const signedBy = event.identity.accessKeyId;
    if (signedBy !== undefined && !this.#identities.has(signedBy))
      this.#identities.set(signedBy, event.identity);
    if (event.issuedKeyId !== undefined) this.#addIssuance({ accessKeyId: event.issuedKeyId, event });
  }

  /** How many events were read, and from when to when; ISO 8601. */
  get coverage(): { events: number; from: string | undefined; to: string | undefined } {
    return { events: this.#events, from: this.#from, to: this.#to };
  }

  async issuanceOf(accessKeyId: string): Promise<Issuance | undefined> {
    return this.#issuances.get(accessKeyId);
  }

  async issuedBy(accessKeyId: string): Promise<readonly Issuance[]> {
    const children = [...(this.#children.get(accessKeyId)?.values() ?? [])];
    return children.sort((a, b) => (a.event.time < b.event.time ? -1 : a.event.time > b.event.time ? 1 : 0));
  }

  async identityOf(accessKeyId: string): Promise<TrailIdentity | undefined> {
    return this.#identities.get(accessKeyId);
  }

  /** A cross-account AssumeRole is logged in both accounts; only the caller's copy names the key that signed it. */
  #addIssuance(issuance: Issuance): void {
    const parent = issuance.event.identity.accessKeyId;
    const known = this.#issuances.get(issuance.accessKeyId);
    if (known === undefined || (known.event.identity.accessKeyId === undefined && parent !== undefined)) {
      this.#issuances.set(issuance.accessKeyId, issuance);
    }
    if (parent === undefined) return;
    const siblings = this.#children.get(parent) ?? new Map<string, Issuance>();
    this.#children.set(parent, siblings.set(issuance.accessKeyId, issuance));
  }
}

/** Reads events into an index. */
export async function indexTrail(events: AsyncIterable<TrailEvent>): Promise<TrailIndex> {
  const index = new TrailIndex();
  for await (const event of events) index.add(event);
  return index;
}
