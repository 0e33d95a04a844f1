import { assumedRoleOfArn } from '@firebreak/iam';
import type { TrailEvent } from '../read/trail-event.ts';
import { compareTimes } from '../read/trail-time.ts';
import { betterIssuance, compareCalls, type Issuance } from './issuance.ts';
import type { LineageGap } from './lineage.ts';
import type { LineageCoverage, LineageSource, NamedSessions } from './lineage-source.ts';
import { mergeIdentities } from './merge-identities.ts';
import { makesOtherCredential } from './other-credentials.ts';
import { SharedEvents } from './shared-events.ts';
import { type TrailCall, trailCall } from './trail-call.ts';
import { isKnownCaller, type TrailCaller, trailCaller } from './trail-caller.ts';

/** A {@link LineageSource} over events that were read once; it keeps issuances and identities, not the events. */
export class TrailIndex implements LineageSource {
  readonly #issuances = new Map<string, Issuance>();
  readonly #signed = new Map<string, Set<string>>();
  readonly #delivered = new Map<string, Set<string>>();
  readonly #identities = new Map<string, TrailCaller>();
  readonly #named = new Map<string, Set<string>>();
  readonly #otherCredentials = new Map<string, Map<string, TrailCall>>();
  readonly #switches = new Map<string, Map<string, TrailCall>>();
  readonly #shared = new SharedEvents();
  readonly #gaps: LineageGap[] = [];
  #events = 0;
  #from: string | undefined;
  #to: string | undefined;

  add(event: TrailEvent): void {
    this.#events += 1;
    this.cover({ from: event.time, to: event.time });
    const { accessKeyId } = event.identity;
    if (accessKeyId !== undefined) this.#addCaller(accessKeyId, event);
    if (!concernsLineage(event)) return;
    const call = trailCall(event);
    if (makesOtherCredential(call) && accessKeyId !== undefined)
      addOnce(this.#otherCredentials, accessKeyId, call);
    if (call.switchedFrom !== undefined && call.identity.arn !== undefined && call.errorCode === undefined)
      addOnce(this.#switches, call.identity.arn, call);
    for (const issuance of this.#shared.issuances(call)) this.#addIssuance(issuance);
  }

  /** Widens what the index covers: for records that were read, and not added because they say nothing of the key. */
  cover({ from, to }: LineageCoverage): void {
    if (from !== undefined && (this.#from === undefined || isBefore(from, this.#from))) this.#from = from;
    if (to !== undefined && (this.#to === undefined || isBefore(this.#to, to))) this.#to = to;
  }

  /** Notes what could not be read, such as the rest of a broken file: it is a gap of every lineage. */
  note(gap: LineageGap): void {
    this.#gaps.push(gap);
  }

  /** How many events were read, and from when to when; ISO 8601. */
  get coverage(): LineageCoverage & { readonly events: number } {
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

  async identityOf(accessKeyId: string): Promise<TrailCaller | undefined> {
    return this.#identities.get(accessKeyId);
  }

  async otherCredentialsBy(accessKeyId: string): Promise<readonly TrailCall[]> {
    return [...(this.#otherCredentials.get(accessKeyId)?.values() ?? [])].sort(compareCalls);
  }

  async sessionsNamed(instanceId: string): Promise<NamedSessions> {
    const issued = this.#issuancesOf(this.#delivered.get(instanceId)).filter(({ event }) =>
      isDelivery(event),
    );
    const seen = [...(this.#named.get(instanceId) ?? [])].sort().map((accessKeyId) => {
      const identity = this.#identities.get(accessKeyId);
      return { accessKeyId, accountId: identity?.accountId, ec2RoleDelivery: identity?.ec2RoleDelivery };
    });
    return { issued, seen };
  }

  async switchesTo(sessionArn: string): Promise<readonly TrailCall[]> {
    return [...(this.#switches.get(sessionArn)?.values() ?? [])].sort(compareCalls);
  }

  gaps(): readonly LineageGap[] {
    return this.#gaps;
  }

  #issuancesOf(keys: Iterable<string> = []): Issuance[] {
    return [...keys]
      .map((key) => this.#issuances.get(key))
      .filter((issuance) => issuance !== undefined)
      .sort((a, b) => compareCalls(a.event, b.event));
  }

  #addCaller(key: string, event: TrailEvent): void {
    const known = this.#identities.get(key);
    if (known !== undefined && isKnownCaller(known, event)) return;
    const caller = trailCaller(event);
    this.#identities.set(key, known === undefined ? caller : mergeIdentities(known, caller));
    const session = assumedRoleOfArn(caller.arn ?? '')?.sessionName;
    if (session?.startsWith('i-')) addTo(this.#named, session, key);
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

/**
 * Whether a lineage needs more of an event than who signed it: it hands out a credential, it is a copy of a call that
 * does, or it is a switch of role in the console.
 */
export function concernsLineage(event: TrailEvent): boolean {
  if (event.issuedKeyId !== undefined || event.name === 'SwitchRole') return true;
  return makesOtherCredential(event) || SharedEvents.mayBeShared(event);
}

/** Whether EC2 itself assumed the role, to give the session to an instance. */
function isDelivery({ identity }: TrailCall): boolean {
  return identity.type === 'AWSService' && identity.invokedBy === 'ec2.amazonaws.com';
}

/** Times to the second, which almost all are, have the order of their texts. */
function isBefore(a: string, b: string): boolean {
  return a.length === 20 && b.length === 20 ? a < b : compareTimes(a, b) < 0;
}

function addTo(sets: Map<string, Set<string>>, name: string, value: string): void {
  const set = sets.get(name);
  if (set === undefined) sets.set(name, new Set([value]));
  else set.add(value);
}

/** Adds a call under its id. Of two that differ under one id, the choice does not hang on their order. */
function addOnce(calls: Map<string, Map<string, TrailCall>>, name: string, call: TrailCall): void {
  const known = calls.get(name) ?? new Map<string, TrailCall>();
  calls.set(name, known);
  const id = call.id ?? JSON.stringify(call);
  const same = known.get(id);
  if (same === undefined || JSON.stringify(call) < JSON.stringify(same)) known.set(id, call);
}
