import type { QueryProgress } from '@firebreak/athena';
import { bytesText } from './byte-count.ts';

const STATES: Readonly<Record<QueryProgress['state'], string>> = {
  queued: 'Queued',
  running: 'Running',
  converting: 'Preparing log files',
  reading: 'Reading',
};

/** `Running · 12.4 s · 3.1 GB scanned · $0.02 so far`. */
export function progressText(progress: QueryProgress): string {
  const { state, elapsedMs, bytesRead, costUsd, filesDone, filesTotal } = progress;
  const parts = [STATES[state], `${(elapsedMs / 1_000).toFixed(1)} s`];
  if (filesDone !== undefined)
    parts.push(`${filesDone}${filesTotal === undefined ? '' : `/${filesTotal}`} files`);
  if (bytesRead !== undefined && bytesRead > 0) parts.push(`${bytesText(bytesRead)} scanned`);
  if (costUsd !== undefined) parts.push(`${dollars(costUsd)} so far`);
  return `${parts.join(' · ')} · Ctrl+C cancels`;
}

/** Cents are not enough: most queries cost less than one. */
export function dollars(usd: number): string {
  return `$${usd < 0.01 ? usd.toFixed(5) : usd.toFixed(2)}`;
}
