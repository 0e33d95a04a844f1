/** One thread of the baseline: inflates delivery files and gives each to `JSON.parse`. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';

interface Delivery {
  readonly Records: readonly { eventName: string; userIdentity?: { accessKeyId?: string } }[];
}

const { files, key } = workerData as { files: readonly string[]; key?: string };
const counts = new Map<string, number>();
for (const file of files) {
  const { Records } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as Delivery;
  for (const { eventName, userIdentity } of Records) {
    if (key !== undefined && userIdentity?.accessKeyId !== key) continue;
    counts.set(eventName, (counts.get(eventName) ?? 0) + 1);
  }
}
parentPort?.postMessage(counts);
