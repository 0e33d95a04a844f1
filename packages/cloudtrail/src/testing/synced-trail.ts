import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IntegrityReport } from '../integrity/integrity-report.ts';
import { type VerifyLogsOptions, verifyLogs } from '../integrity/verify-logs.ts';
import {
  type DeliveredObject,
  type DigestKey,
  listedKeys,
  syncObjects,
  type WrittenDigest,
} from './digest-writer.ts';

/** A copy of a bucket on disk, and what is needed to verify it. */
export class SyncedTrail implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'firebreak-trail-'));
  readonly keysFile = join(this.folder, 'keys.txt');
  readonly signaturesFile = join(this.folder, 'signatures.txt');

  constructor(
    objects: readonly DeliveredObject[],
    keys: readonly DigestKey[],
    signed: readonly Pick<WrittenDigest, 'key' | 'signature'>[],
  ) {
    syncObjects(objects, this.folder);
    writeFileSync(this.keysFile, JSON.stringify(listedKeys(keys)));
    const lines = signed.map(({ key, signature }) => JSON.stringify({ key, signature }));
    writeFileSync(this.signaturesFile, lines.join('\n'));
  }

  path({ key }: { readonly key: string }): string {
    return join(this.folder, key);
  }

  verify(options: VerifyLogsOptions = {}) {
    return verifyLogs(this.folder, {
      publicKeys: [this.keysFile],
      signatures: this.signaturesFile,
      ...options,
    });
  }

  /** What is not plainly valid, without the folder in front of it. */
  flaws({ files }: IntegrityReport): string[] {
    return files
      .filter(({ result, proof }) => result !== 'valid' || proof !== 'signature')
      .map(({ path, result }) => `${result} ${path.replace(`${this.folder}/`, '')}`)
      .sort();
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true });
  }
}
