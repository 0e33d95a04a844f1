import { once } from 'node:events';
import { type IntegrityReport, type IntegrityVerdict, verifyLogs } from '@firebreak/cloudtrail';
import { UsageProblem } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import { integrityLines } from '../integrity/integrity-lines.ts';
import { reportPieces } from '../integrity/report-pieces.ts';
import { onLeaving } from '../interrupt.ts';
import { progressOnTerminal } from '../lineage/progress.ts';
import { timeFlag } from '../lineage/time-flag.ts';

export interface VerifyFlags {
  readonly publicKeys?: readonly string[];
  readonly signatures?: string;
  readonly bucket?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly json?: boolean;
}

const CODES: Readonly<Record<IntegrityVerdict, number>> = {
  whole: EXIT.done,
  'not-proven': EXIT.notProven,
  broken: EXIT.failed,
};

/** Whether a copy of a trail's bucket is whole, from its digests alone. */
export async function verifyCommand(folder: string, flags: VerifyFlags): Promise<number> {
  const { publicKeys = [], signatures, bucket: buckets = [], since, until, json } = flags;
  const window = { from: momentOf('--since', since), to: momentOf('--until', until) };
  if (window.from !== undefined && window.to !== undefined && window.from >= window.to)
    throw new UsageProblem('Cannot verify logs: --since is not before --until', {
      remedy: 'Give an earlier --since or a later --until.',
    });
  const { signal, release } = onLeaving();
  const progress = progressOnTerminal();
  try {
    const report = await verifyLogs(folder, {
      publicKeys,
      buckets,
      window,
      signal,
      ...(signatures === undefined ? {} : { signatures }),
      onProgress: (done, total) => progress.show(`Verifying logs: ${done}/${total} files`),
    });
    progress.clear();
    await write(json ? reportPieces(report) : lines(report));
    return CODES[report.verdict];
  } finally {
    progress.clear();
    release();
  }
}

function momentOf(flag: '--since' | '--until', text: string | undefined): string | undefined {
  return text === undefined ? undefined : timeFlag(flag, text);
}

function* lines(report: IntegrityReport): Generator<string> {
  for (const line of integrityLines(report)) yield `${line}\n`;
}

async function write(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (process.stdout.destroyed) return;
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain').catch(() => undefined);
  }
}
