import { LogUnreadable, traceKey } from '@firebreak/cloudtrail';
import { UsageProblem } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import { onLeaving } from '../interrupt.ts';
import { jsonText } from '../json/json-text.ts';
import { lineageLines } from '../lineage/lineage-lines.ts';
import { type OpenedSource, openLineageSource, type SourceFlags } from '../lineage/open-lineage-source.ts';
import { progressOnTerminal } from '../lineage/progress.ts';
import { plainWidth } from '../plain/wrapped.ts';
import { printProblem } from '../print-problem.ts';

export interface TraceFlags extends SourceFlags {
  readonly forward?: boolean;
  readonly json?: boolean;
}

/** Source: IAM API Reference, "AccessKey", "AccessKeyId". */
const KEY_ID = /^\w{16,128}$/;
/** Ids of users, roles and other things that are no keys. Source: IAM User Guide, "IAM identifiers". */
const OTHER_ID = /^(AGPA|AIDA|AIPA|ANPA|ANVA|APKA|AROA|ASCA)/;
const WIDTH = 80;

/**
 * Where a key came from, and every key that its root issued. Where log files are broken, the answer comes from what is
 * whole, and then what broke; the exit code says so.
 */
export async function traceCommand(key: string, { forward, json, ...flags }: TraceFlags): Promise<number> {
  if (!KEY_ID.test(key) || OTHER_ID.test(key) || key !== key.toUpperCase()) {
    throw new UsageProblem(`Cannot trace: "${key.slice(0, 128)}" is no access key id`, {
      remedy: 'Give the id of a key, such as AKIA… or ASIA…, of at least 16 capital letters and digits.',
    });
  }
  const { signal, release } = onLeaving();
  const progress = progressOnTerminal();
  let opened: OpenedSource | undefined;
  try {
    opened = await openLineageSource(key, flags, { signal, onProgress: progress.show });
    const { source, problem } = opened;
    const lineage = await traceKey(key, source);
    progress.clear();
    const lines = json
      ? [jsonText(lineage)]
      : lineageLines(lineage, { forward: forward === true, width: Math.min(WIDTH, plainWidth()) });
    process.stdout.write(`${lines.join('\n')}\n`);
    return problem === undefined ? EXIT.done : failed(problem);
  } catch (error) {
    progress.clear();
    if (error instanceof LogUnreadable) return failed(error);
    throw error;
  } finally {
    await opened?.close?.();
    release();
  }
}

function failed(problem: unknown): number {
  printProblem(problem);
  return EXIT.failed;
}
