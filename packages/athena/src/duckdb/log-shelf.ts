import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type LogFile, LogsMissing, LogUnreadable, readTrail } from '@firebreak/cloudtrail';
import type { SetAsideFile } from '../query-engine.ts';
import { deliveryPlace } from './delivery-path.ts';
import { type LogFileShape, logFileShape } from './log-file-shape.ts';
import { spoolRecords } from './spool-records.ts';
import type { TrailSources } from './trail-view.ts';

const PEEKS_AT_ONCE = 32;

export interface ShelfOptions {
  readonly signal: AbortSignal;
  readonly onSpooled?: (done: number, total: number) => void;
}

/**
 * How each log file gets into the table. DuckDB reads deliveries itself; files of other shapes, and files that DuckDB
 * could not read, are read by `cloudtrail` and spooled as rows into the private folder, once each.
 */
export class LogShelf {
  /** Files that broke, by their paths. What came before the break is in the table. */
  readonly setAside = new Map<string, SetAsideFile>();
  /** Files that DuckDB has read whole, all columns of them. */
  readonly proven = new Set<string>();
  readonly #folder: string;
  readonly #onSkipped: ((file: string) => void) | undefined;
  readonly #shapes = new Map<string, LogFileShape>();
  readonly #spooled = new Set<string>();
  readonly #spools: string[] = [];
  #longestLine = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(folder: string, onSkipped?: (file: string) => void) {
    this.#folder = folder;
    this.#onSkipped = onSkipped;
  }

  /** The sources of a query over these files. May hold more rows: those of all files that were ever spooled. */
  async sources(files: readonly LogFile[], options: ShelfOptions): Promise<TrailSources> {
    await this.#inTurn(() => this.#spool(files, options));
    const direct = files.filter(({ path }) => this.#shapes.get(path) === 'delivery');
    const placed = direct.filter(({ path }) => deliveryPlace(path) !== undefined);
    const loose = direct.filter(({ path }) => deliveryPlace(path) === undefined);
    return {
      placed: placed.map(({ path }) => path),
      loose: loose.map(({ path }) => path),
      spooled: files.some(({ path }) => this.#spooled.has(path)) ? [...this.#spools] : [],
      longestLine: this.#longestLine,
      parquet: [],
    };
  }

  /** From now on a file takes the way through Node.js, since DuckDB could not read it. */
  distrust(path: string): void {
    this.#shapes.set(path, 'other');
  }

  /** Removes what was spooled. The shelf is of no use any more. */
  async clear(): Promise<void> {
    for (const spool of this.#spools) await rm(spool, { force: true });
  }

  /** Spool files are written one after the other, and a file is never spooled twice. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }

  async #spool(files: readonly LogFile[], { signal, onSpooled }: ShelfOptions): Promise<void> {
    await this.#findShapes(files, signal);
    const others = files.filter(({ path }) => this.#shapes.get(path) === 'other' && !this.#spooled.has(path));
    if (others.length === 0) return;
    const spool = join(this.#folder, `spool-${randomUUID()}.ndjson`);
    const { longestLine } = await spoolRecords(
      this.#records(others, { signal, ...(onSpooled && { onSpooled }) }),
      spool,
    );
    this.#spools.push(spool);
    this.#longestLine = Math.max(this.#longestLine, longestLine);
    for (const { path } of others) this.#spooled.add(path);
  }

  async #findShapes(files: readonly LogFile[], signal: AbortSignal): Promise<void> {
    const unknown = files.filter(({ path }) => !this.#shapes.has(path));
    for (let index = 0; index < unknown.length; index += PEEKS_AT_ONCE) {
      signal.throwIfAborted();
      const batch = unknown.slice(index, index + PEEKS_AT_ONCE);
      const shapes = await Promise.all(batch.map(logFileShape));
      batch.forEach(({ path }, at) => {
        this.#shapes.set(path, shapes[at] ?? 'other');
      });
    }
  }

  async *#records(
    files: readonly LogFile[],
    { signal, onSpooled }: ShelfOptions,
  ): AsyncGenerator<Record<string, unknown>> {
    for (const [index, { path }] of files.entries()) {
      signal.throwIfAborted();
      const place = deliveryPlace(path);
      try {
        for await (const { record } of readTrail(path, {
          signal,
          onBroken: ({ byte, why }) => this.setAside.set(path, { file: path, why, byte }),
        }))
          yield place === undefined ? record : { ...record, ...place };
      } catch (cause) {
        this.#passOver(path, cause);
      }
      onSpooled?.(index + 1, files.length);
    }
  }

  #passOver(path: string, cause: unknown): void {
    if (!(cause instanceof LogsMissing) && !(cause instanceof LogUnreadable)) throw cause;
    const gone = (cause.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
    if (cause instanceof LogUnreadable || gone) {
      const why = gone ? 'the file is gone' : cause.message.replace(/^Cannot read log file: /, '');
      if (!this.setAside.has(path)) this.setAside.set(path, { file: path, why });
    } else if (!this.setAside.has(path)) this.#onSkipped?.(path);
  }
}
