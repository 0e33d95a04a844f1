import type { DeliveredFiles } from './delivered-files.ts';
import type { ListedLog } from './digest.ts';
import { inflatedHash } from './inflated-hash.ts';
import type { CheckedLog, Proof } from './integrity-report.ts';
import { deliveryTime, placeInTrail } from './object-place.ts';

/** What a digest says of a file, and what came of it. */
interface Compared {
  readonly hash: string;
  readonly standing: Proof;
  readonly checked: CheckedLog;
}

/** Compares log files with what digests list. Each file is hashed once, however many digests list it. */
export class LogChecker {
  readonly #logs: DeliveredFiles['logs'];
  readonly #onFile: () => void;
  readonly #compared = new Map<string, Compared>();
  readonly #missing = new Map<string, CheckedLog>();
  /** Files that only digests list which cannot be used, and such a digest. */
  readonly #doubtful = new Map<string, string>();

  /** @param onFile Called when another file was hashed. */
  constructor(logs: DeliveredFiles['logs'], onFile: () => void) {
    this.#logs = logs;
    this.#onFile = onFile;
  }

  /** Takes what a digest lists that can be used. */
  async check(listed: ListedLog, standing: Proof, signal?: AbortSignal): Promise<void> {
    const paths = this.#logs.get(placeInTrail(listed.key)) ?? [];
    if (paths.length === 0) {
      const path = `s3://${listed.bucket}/${listed.key}`;
      this.#missing.set(path, log(path, 'missing', 'a digest lists it, and it is not here'));
    }
    for (const path of paths) {
      const known = this.#compared.get(path);
      const answer = known === undefined ? undefined : again(known, listed.hash, standing);
      const checked = answer ?? (await checkedFile(path, listed, standing, signal));
      if (known === undefined) this.#onFile();
      if (checked !== known?.checked) this.#compared.set(path, { hash: listed.hash, standing, checked });
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
        const known = this.#compared.get(path);
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

/**
 * The result of a file that another digest listed before, if it need not be hashed again. A signed digest outweighs one
 * that is not; of two that weigh the same, the one that the file does not fit.
 */
function again(
  { hash, standing: before, checked }: Compared,
  other: string,
  standing: Proof,
): CheckedLog | undefined {
  if (before === 'signature' && standing === 'hash') return checked;
  if (before === standing) return hash === other || checked.result !== 'valid' ? checked : undefined;
  return undefined;
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
