import type { TrailEvent } from '../read/trail-event.ts';

/**
 * Which key ids and shared events the records of issuing calls bring together, so that all records of one call are
 * found whichever of them is known: a copy may name the key that was handed out, or the one that signed, or both.
 */
export class IssuingLinks {
  readonly #signers = new Map<string, Set<string>>();
  readonly #issued = new Map<string, Set<string>>();

  add({ identity, issuedKeyId, sharedEventId }: TrailEvent): void {
    for (const other of [issuedKeyId, sharedEventId]) {
      if (other === undefined) continue;
      if (identity.accessKeyId !== undefined) link(this.#signers, identity.accessKeyId, other);
    }
    if (issuedKeyId === undefined || sharedEventId === undefined) return;
    link(this.#issued, issuedKeyId, sharedEventId);
    link(this.#issued, sharedEventId, issuedKeyId);
  }

  /** Keys that calls signed by the key handed out, and the shared events of its calls. */
  ofSigner(key: string): Iterable<string> {
    return this.#signers.get(key) ?? [];
  }

  /** The shared events that handed a key out, or the keys that a shared event handed out. */
  ofIssued(text: string): Iterable<string> {
    return this.#issued.get(text) ?? [];
  }
}

function link(links: Map<string, Set<string>>, from: string, to: string): void {
  const known = links.get(from);
  if (known === undefined) links.set(from, new Set([to]));
  else known.add(to);
}
