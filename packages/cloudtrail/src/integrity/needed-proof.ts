import type { NeededKeys, NeededSignature } from './integrity-report.ts';
import type { JudgedDigest } from './walk-chain.ts';

const HOUR = 3_600_000;

/** Collects what is missing to check signatures. */
export class NeededProof {
  readonly #keys = new Map<string, { from: number; to: number; fingerprints: Set<string> }>();
  readonly signatures: NeededSignature[] = [];

  add({ file, digest, needsKey, needsSignature }: JudgedDigest): void {
    if (digest === undefined) return;
    const { bucket, key, fingerprint } = digest;
    if (needsSignature) this.signatures.push({ path: file.path, bucket, key });
    if (!needsKey) return;
    const from = Date.parse(digest.start);
    // A digest is signed after its hour has ended.
    const to = Date.parse(digest.end) + 2 * HOUR;
    const known = this.#keys.get(file.region) ?? { from, to, fingerprints: new Set() };
    this.#keys.set(file.region, {
      from: Math.min(known.from, from),
      to: Math.max(known.to, to),
      fingerprints: known.fingerprints.add(fingerprint),
    });
  }

  get keys(): NeededKeys[] {
    return [...this.#keys].map(([region, { from, to, fingerprints }]) => ({
      region,
      from: seconds(from),
      to: seconds(to),
      fingerprints: [...fingerprints],
    }));
  }
}

function seconds(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
