import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type LogFile, scanRecords } from '@firebreak/cloudtrail';
import type { BoundQuery, SetAsideFile } from '../query-engine.ts';
import { deliveryPlace } from './delivery-path.ts';
import type { ShelfOptions } from './log-shelf.ts';
import { spoolRecords } from './spool-records.ts';
import type { TrailSources } from './trail-view.ts';

/** Characters that every writer of JSON leaves as they are; `/` is written in two ways. Some escape `+` and `=`. */
const PLAIN = /^[A-Za-z0-9:._@,/*-]{7,}$/;

/**
 * The byte strings of which every record holds one that a query can find something in. Nothing when the query names
 * no such text, or one that JSON can write in many ways: then all records are read.
 */
export function huntedBytes({ hunt = [] }: BoundQuery): string[] | undefined {
  if (hunt.length === 0 || !hunt.every((text) => PLAIN.test(text))) return undefined;
  return [...new Set(hunt.flatMap((text) => [text, text.replaceAll('/', '\\/')]))];
}

interface Hunted {
  readonly needles: string;
  readonly files: ReadonlySet<string>;
  readonly spool: string;
  readonly longestLine: number;
}

/** Finds the records that hold certain bytes, so that DuckDB reads only those. */
export class Hunt {
  /** Files that broke, by their paths. */
  readonly setAside = new Map<string, SetAsideFile>();
  readonly #folder: string;
  /** A runbook asks about the same key many times. */
  readonly #hunted: Hunted[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  async sources(
    files: readonly LogFile[],
    { needles, signal, onSpooled }: ShelfOptions & { needles: readonly string[] },
  ): Promise<TrailSources> {
    const key = JSON.stringify(needles);
    const known = this.#hunted.find((hunted) => {
      return hunted.needles === key && files.every(({ path }) => hunted.files.has(path));
    });
    const { spool, longestLine } =
      known ?? (await this.#scan(files, key, { needles, signal, ...(onSpooled && { onSpooled }) }));
    return { placed: [], loose: [], parquet: [], spooled: [spool], longestLine };
  }

  async #scan(
    files: readonly LogFile[],
    key: string,
    { needles, signal, onSpooled }: ShelfOptions & { needles: readonly string[] },
  ): Promise<Hunted> {
    const found = scanRecords(files, {
      needles,
      signal,
      onProgress: ({ filesDone }) => onSpooled?.(filesDone, files.length),
      onBroken: ({ path, why, byte }) => this.setAside.set(path, { file: path, why, byte }),
    });
    async function* records(): AsyncGenerator<Record<string, unknown>> {
      for await (const { file, record } of found) {
        const place = deliveryPlace(file.path);
        yield place === undefined ? record : { ...record, ...place };
      }
    }
    const spool = join(this.#folder, `hunt-${randomUUID()}.ndjson`);
    const { longestLine } = await spoolRecords(records(), spool);
    const hunted = { needles: key, files: new Set(files.map(({ path }) => path)), spool, longestLine };
    this.#hunted.push(hunted);
    return hunted;
  }
}
