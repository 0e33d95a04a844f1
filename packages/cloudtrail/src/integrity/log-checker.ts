import type { DeliveredFiles } from './delivered-files.ts';
import type { ListedLog } from './digest.ts';
import { inflatedHash } from './inflated-hash.ts';
import type { CheckedLog, Proof } from './integrity-report.ts';
import { deliveryTime, placeInTrail } from './object-place.ts';

/** The state of one local file that a digest listed. */
interface Hashed {
  readonly checked: CheckedLog;
  readonly hash: string;
}

/** Compares log files with what digests list. Each file is hashed once, however many digests list it. */
export class LogChecker {
  readonly #logs: DeliveredFiles['logs'];
  readonly #onFile: () => void;
  readonly #hashed = new Map<string, Hashed>();
  readonly #missing = new Map<string, CheckedLog>();
  /** Files that only digests list which cannot be used, and such a digest. */
  readonly #doubtful = new Map<string, string>();

  /** @param onFile Called when another file was hashed. */
  constructor(logs: DeliveredFiles['logs'], onFile: () => void) {
    this.#logs = logs;
    this.#onFile = onFile;
  }

  /** Takes what a digest lists that can be used. */
  async check(listed: ListedLog, proof: Proof, signal?: AbortSignal): Promise<void> {
    const paths = this.#logs.get(placeInTrail(listed.key)) ?? [];
    if (paths.length === 0) {
      const path = `s3://${listed.bucket}/${listed.key}`;
      this.#missing.set(path, log(path, 'missing', 'a digest lists it, and it is not here'));
    }
    for (const path of paths) {
      const known = this.#hashed.get(path);
      if (known?.hash === listed.hash && (known.checked.proof === 'signature' || proof === 'hash')) continue;
      if (known !== undefined && known.hash !== listed.hash && known.checked.proof === 'signature') continue;
      this.#hashed.set(path, { checked: await checkedFile(path, listed, proof, signal), hash: listed.hash });
      if (known === undefined) this.#onFile();
    }
  }

  /** Takes note of what a digest lists that cannot be used. */
  doubt(listed: ListedLog, digest: string): void {
    for (const path of this.#logs.get(placeInTrail(listed.key)) ?? []) this.#doubtful.set(path, digest);
  }

  /** Every file that was checked or is missing, then those in the window that no digest covers. */
  *results(from: number, to: number): Generator<CheckedLog> {
    yield* this.#missing.values();
    for (const paths of this.#logs.values())
      for (const path of paths) {
        const known = this.#hashed.get(path);
        const time = deliveryTime(path);
        if (known !== undefined) yield known.checked;
        else if (time === undefined || (time >= from && time <= to)) yield this.#uncovered(path);
      }
  }

  #uncovered(path: string): CheckedLog {
    const digest = this.#doubtful.get(path);
    return log(
      path,
      'not-covered',
      digest === undefined ? 'no digest lists it' : `only a digest that cannot be used lists it: ${digest}`,
    );
  }
}

async function checkedFile(
  path: string,
  listed: ListedLog,
  proof: Proof,
  signal: AbortSignal | undefined,
): Promise<CheckedLog> {
  const answer = await inflatedHash(path, signal);
  switch (answer.kind) {
    case 'gone':
      return log(path, 'missing', 'it went away while logs were verified');
    case 'broken':
      return log(path, 'unreadable', answer.why);
    case 'trailing':
      return log(path, 'changed', answer.why);
    case 'hash':
      if (answer.hash !== listed.hash)
        return log(path, 'changed', `its hash is ${answer.hash}; the digest says ${listed.hash}`);
      return {
        kind: 'log',
        path,
        result: 'valid',
        proof,
        why: proof === 'hash' ? 'the signature of its digest was not checked' : null,
      };
  }
}

function log(path: string, result: CheckedLog['result'], why: string): CheckedLog {
  return { kind: 'log', path, result, proof: null, why };
}
