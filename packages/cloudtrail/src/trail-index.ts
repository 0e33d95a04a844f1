import { assumedRoleOfArn } from '@firebreak/iam';
import { betterIssuance, compareCalls, type Issuance, type TrailCall } from './issuance.ts';
import { mergeIdentities } from './merge-identities.ts';
import { makesOtherCredential } from './other-credentials.ts';
import type { TrailEvent, TrailIdentity } from './trail-event.ts';
import { compareTimes } from './trail-time.ts';

/** The sessions of one name. */
export interface NamedSessions {
  /** The keys that EC2 handed out under that name. */
  readonly issued: readonly Issuance[];
  /** The keys that signed calls under that name, however they came by it. */
  readonly seen: readonly { readonly accessKeyId: string; readonly accountId: string | undefined }[];
}

/**
 * Where lineage looks things up: by the key that was handed out, by the key that signed, by the key itself. Files,
 * CloudTrail LookupEvents and Athena can each answer this.
 */
export interface LineageSource {
  /** The call that handed out the key, if the source has it. */
  issuanceOf(accessKeyId: string): Promise<Issuance | undefined>;
  /** The keys that calls signed by this key handed out, oldest first. */
  issuedBy(accessKeyId: string): Promise<readonly Issuance[]>;
  /** Who the key belongs to, as its own calls say. */
  identityOf(accessKeyId: string): Promise<TrailIdentity | undefined>;
  /** The calls signed by this key that gave an IAM user a credential other than an access key. */
  otherCredentialsBy(accessKeyId: string): Promise<readonly TrailCall[]>;
  /** The role sessions that bear the id of an EC2 instance (`i-…`) as their name. */
  sessionsNamed(instanceId: string): Promise<NamedSessions>;
}

/** A {@link LineageSource} over events that were read once; it keeps issuances and identities, not the events. */
export class TrailIndex implements LineageSource {
  readonly #issuances = new Map<string, Issuance>();
  readonly #signed = new Map<string, Set<string>>();
  readonly #delivered = new Map<string, Set<string>>();
  readonly #identities = new Map<string, TrailIdentity>();
  readonly #named = new Map<string, Set<string>>();
  readonly #otherCredentials = new Map<string, Map<string, TrailCall>>();
  #events = 0;
  #from: string | undefined;
  #to: string | undefined;

  add({ record: _, ...event }: TrailEvent): void {
    this.#events += 1;
    if (this.#from === undefined || compareTimes(event.time, this.#from) < 0) this.#from = event.time;
    if (this.#to === undefined || compareTimes(event.time, this.#to) > 0) this.#to = event.time;
    const signedBy = event.identity.accessKeyId;
    if (signedBy !== undefined) this.#addCaller(signedBy, event);
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
    return this.#issuancesOf(this.#signed.get(accessKeyId)).filter(
      ({ event }) => event.identity.accessKeyId === accessKeyId,
    );
  }

  async identityOf(accessKeyId: string): Promise<TrailIdentity | undefined> {
    return this.#identities.get(accessKeyId);
  }

  async otherCredentialsBy(accessKeyId: string): Promise<readonly TrailCall[]> {
    return [...(this.#otherCredentials.get(accessKeyId)?.values() ?? [])].sort(compareCalls);
  }

  async sessionsNamed(instanceId: string): Promise<NamedSessions> {
    const issued = this.#issuancesOf(this.#delivered.get(instanceId)).filter(({ event }) =>
      isDelivery(event),
    );
    const seen = [...(this.#named.get(instanceId) ?? [])].sort().map((accessKeyId) => ({
      accessKeyId,
      accountId: this.#identities.get(accessKeyId)?.accountId,
    }));
    return { issued, seen };
  }

  #issuancesOf(keys: Iterable<string> = []): Issuance[] {
    return [...keys]
      .map((key) => this.#issuances.get(key))
      .filter((issuance) => issuance !== undefined)
      .sort((a, b) => compareCalls(a.event, b.event));
  }

  #addCaller(key: string, event: TrailCall): void {
    const known = this.#identities.get(key);
    this.#identities.set(key, known === undefined ? event.identity : mergeIdentities(known, event.identity));
    const session = assumedRoleOfArn(event.identity.arn ?? '')?.sessionName;
    if (session?.startsWith('i-')) addTo(this.#named, session, key);
    if (!makesOtherCredential(event)) return;
    const calls = this.#otherCredentials.get(key) ?? new Map<string, TrailCall>();
    this.#otherCredentials.set(key, calls);
    const id = event.id ?? JSON.stringify(event);
    const same = calls.get(id);
    if (same === undefined || JSON.stringify(event) < JSON.stringify(same)) calls.set(id, event);
  }

  #addIssuance(issuance: Issuance): void {
    const { accessKeyId, event } = issuance;
    const known = this.#issuances.get(accessKeyId);
    this.#issuances.set(accessKeyId, known === undefined ? issuance : betterIssuance(known, issuance));
    if (event.identity.accessKeyId !== undefined)
      addTo(this.#signed, event.identity.accessKeyId, accessKeyId);
    if (isDelivery(event) && event.requestedSessionName !== undefined)
      addTo(this.#delivered, event.requestedSessionName, accessKeyId);
  }
}

/** Reads events into an index. */
export async function indexTrail(events: AsyncIterable<TrailEvent>): Promise<TrailIndex> {
  const index = new TrailIndex();
  for await (const event of events) index.add(event);
  return index;
}

/** Whether EC2 itself assumed the role, to give the session to an instance. */
function isDelivery({ identity }: TrailCall): boolean {
  return identity.type === 'AWSService' && identity.invokedBy === 'ec2.amazonaws.com';
}

function addTo(sets: Map<string, Set<string>>, name: string, value: string): void {
  const set = sets.get(name);
  if (set === undefined) sets.set(name, new Set([value]));
  else set.add(value);
}
