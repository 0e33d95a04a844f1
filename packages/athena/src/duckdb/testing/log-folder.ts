import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BoundQuery } from '../../query-engine.ts';

export type JsonRecord = Record<string, unknown>;

/** A folder of log files, beside room for a cache and for private folders. */
export interface LogFolder {
  readonly parent: string;
  readonly logs: string;
  readonly cacheFolder: string;
  /** Writes a delivery file under the folders of its account, region and day, and returns its path. */
  deliver(
    content: Buffer | string,
    at?: Partial<Record<'account' | 'region' | 'day' | 'name', string>>,
  ): Promise<string>;
  /** Writes a file under a name below the folder of logs, and returns its path. */
  put(name: string, content: Buffer | string): Promise<string>;
  remove(): Promise<void>;
}

export async function makeLogFolder(): Promise<LogFolder> {
  const parent = await realpath(await mkdtemp(join(tmpdir(), 'firebreak-test-')));
  const logs = join(parent, 'logs');
  const put = async (name: string, content: Buffer | string) => {
    const path = join(logs, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return path;
  };
  return {
    parent,
    logs,
    cacheFolder: join(parent, 'cache'),
    deliver: (content, at = {}) => {
      const { account = '111111111111', region = 'us-east-1', day = '2026/03/02' } = at;
      const name = at.name ?? deliveryName(account, region, day);
      return put(join('AWSLogs/o-11111111', account, 'CloudTrail', region, day, name), content);
    },
    put,
    remove: () => rm(parent, { recursive: true, force: true }),
  };
}

export function deliveryName(account: string, region: string, day: string, unique = 'AbCdEf'): string {
  return `${account}_CloudTrail_${region}_${day.replaceAll('/', '')}T0900Z_${unique}.json.gz`;
}

/** A delivery as it lies in a bucket. */
export function delivery(...records: JsonRecord[]): Buffer {
  return gzipSync(JSON.stringify({ Records: records }));
}

export function ask(
  sql: string,
  bindings: readonly (readonly [string, string])[] = [],
  hunt?: readonly string[],
): BoundQuery {
  return {
    name: 'test',
    sql,
    values: bindings.map(([binding, value]) => ({ binding, type: 'varchar' as const, value })),
    parameters: {},
    ...(hunt === undefined ? {} : { hunt }),
  };
}
