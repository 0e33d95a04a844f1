import type { QueryProgress } from '@firebreak/athena';
import { bytesText } from './byte-count.ts';

const EVERY_MS = 100;

/** Draws how far a query is over itself on standard error, where that is a terminal. */
export interface ProgressLine {
  show(progress: QueryProgress): void;
  clear(): void;
}

export function progressLine(): ProgressLine {
  if (!process.stderr.isTTY) return { show() {}, clear() {} };
  let drawnAt = 0;
  let isDrawn = false;
  return {
    show(progress) {
      if (performance.now() - drawnAt < EVERY_MS) return;
      drawnAt = performance.now();
      isDrawn = true;
      process.stderr.write(
        `\r\u001b[K${progressText(progress).slice(0, (process.stderr.columns || 80) - 1)}`,
      );
    },
    clear() {
      if (isDrawn) process.stderr.write('\r\u001b[K');
      isDrawn = false;
    },
  };
}

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
