import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DAY } from './trail-places.ts';
import { TrailRandom } from './trail-random.ts';
import { type KeyTruth, Sessions } from './trail-sessions.ts';

export interface ShardOrder {
  readonly shard: number;
  readonly seed: number;
  readonly events: number;
  readonly eventsPerFile: number;
  /** The folder that gets `AWSLogs` and `truth-<shard>.jsonl`. */
  readonly folder: string;
}

export interface ShardResult {
  readonly events: number;
  readonly files: number;
  readonly keys: number;
  /** Of the files as they lie on disk, and of the JSON in them. */
  readonly bytes: number;
  readonly textBytes: number;
}

interface Bucket {
  readonly account: string;
  readonly region: string;
  readonly day: number;
  readonly records: string[];
}

/** Writes one shard of a trail: the same bytes for the same order. */
export function writeShard({ shard, seed, events, eventsPerFile, folder }: ShardOrder): ShardResult {
  const random = new TrailRandom(seed * 1_000 + shard);
  const buckets = new Map<string, Bucket>();
  const result = { events: 0, files: 0, keys: 0, bytes: 0, textBytes: 0 };
  const truths: string[] = [];
  const flush = (bucket: Bucket): void => {
    const text = `{"Records":[${bucket.records.splice(0).join(',')}]}`;
    const packed = gzipSync(text, { level: 5 });
    const place = placeOf(bucket, random, folder);
    mkdirSync(place.folder, { recursive: true });
    writeFileSync(join(place.folder, place.name), packed);
    result.files += 1;
    result.bytes += packed.length;
    result.textBytes += text.length;
  };
  const sessions = new Sessions(
    random,
    shard,
    (record, account, region, at) => {
      if (result.events >= events) return;
      result.events += 1;
      // CloudTrail delivers within some minutes, so that a file of the next day may hold what happened before midnight.
      const day = Math.floor((at + (random.chance(0.02) ? 900_000 : 0)) / DAY) * DAY;
      const name = `${account}/${region}/${day}`;
      const bucket = buckets.get(name) ?? { account, region, day, records: [] };
      buckets.set(name, bucket);
      bucket.records.push(JSON.stringify(record));
      if (bucket.records.length >= eventsPerFile) flush(bucket);
    },
    (truth: KeyTruth) => {
      if (result.events >= events) return;
      result.keys += 1;
      truths.push(JSON.stringify(truth));
    },
  );
  while (result.events < events) sessions.play();
  for (const bucket of buckets.values()) if (bucket.records.length > 0) flush(bucket);
  appendFileSync(join(folder, `truth-${shard}.jsonl`), `${truths.join('\n')}\n`);
  return result;
}

function placeOf(bucket: Bucket, random: TrailRandom, root: string): { folder: string; name: string } {
  const { account, region, day } = bucket;
  const moment = new Date(day + random.below(288) * 300_000).toISOString();
  const folder = join(
    root,
    'AWSLogs',
    'o-11111111',
    account,
    'CloudTrail',
    region,
    ...moment.slice(0, 10).split('-'),
  );
  const stamp = `${moment.slice(0, 16).replaceAll(/[-:]/g, '')}Z`;
  return { folder, name: `${account}_CloudTrail_${region}_${stamp}_${random.fileSuffix()}.json.gz` };
}
