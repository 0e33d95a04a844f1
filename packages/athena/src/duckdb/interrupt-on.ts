import type { DuckDBConnection } from '@duckdb/node-api';

const AGAIN_MS = 20;

/** Interrupts what a connection runs, again and again: an interrupt that comes before a statement begins is lost. */
export function keepInterrupting(connection: DuckDBConnection): { stop(): void } {
  connection.interrupt();
  const timer = setInterval(() => connection.interrupt(), AGAIN_MS);
  return { stop: () => clearInterval(timer) };
}

/** Interrupts a connection from when the signal is aborted until it is released. Release it before it is closed. */
export function interruptOn(signal: AbortSignal, connection: DuckDBConnection): { release(): void } {
  let interrupting: { stop(): void } | undefined;
  const interrupt = () => {
    interrupting ??= keepInterrupting(connection);
  };
  signal.addEventListener('abort', interrupt);
  if (signal.aborted) interrupt();
  return {
    release() {
      signal.removeEventListener('abort', interrupt);
      interrupting?.stop();
    },
  };
}
