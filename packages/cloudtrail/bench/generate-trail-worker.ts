import { parentPort, workerData } from 'node:worker_threads';
import { type ShardOrder, writeShard } from './trail-shard.ts';

for (const order of workerData as ShardOrder[]) parentPort?.postMessage(writeShard(order));
