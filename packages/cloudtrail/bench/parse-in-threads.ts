import { readFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';

/** Inflates and parses files with so many threads, each every so many-th of them; how many records there are. */
export async function parseInThreads(paths: readonly string[], threads: number): Promise<number> {
  const counts = Array.from({ length: threads }, (_, index) => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const mine = paths.filter((__, place) => place % threads === index);
    const thread = new Worker(new URL(import.meta.url), { workerData: mine });
    thread.on('message', resolve);
    thread.on('error', reject);
    return promise;
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

if (!isMainThread) {
  let events = 0;
  for (const path of workerData as string[]) {
    const { Records } = JSON.parse(gunzipSync(readFileSync(path)).toString()) as { Records: unknown[] };
    events += Records.length;
  }
  parentPort?.postMessage(events);
}
