/** The thread that `ScanPool` starts. Units come in one after the other; findings go out, some at a time. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { FilePart } from './file-part.ts';
import { type FromThread, MESSAGE_BYTES, MOST_UNTAKEN, type ToThread } from './scan-message.ts';
import { fileSearch, type ScanTask } from './scan-task.ts';
import { searchFile } from './search-file.ts';
import type { WorkUnit } from './work-units.ts';

const port = parentPort;
if (port !== null) {
  const search = fileSearch(workerData as ScanTask);
  let untaken = 0;
  let queue = Promise.resolve();

  const send = async (message: FromThread): Promise<void> => {
    const buffers = message.parts.map(({ texts }) => texts.buffer);
    untaken += 1;
    port.postMessage(message, buffers);
    while (untaken >= MOST_UNTAKEN) await once(port, 'message');
  };

  const run = async ({ index, firstFile, files }: WorkUnit): Promise<void> => {
    let parts: FilePart[] = [];
    let bytes = 0;
    for (const [place, file] of files.entries()) {
      for await (const part of searchFile(file, firstFile + place, search)) {
        parts.push(part);
        bytes += part.texts.byteLength;
        if (bytes < MESSAGE_BYTES) continue;
        await send({ unit: index, parts, isLast: false });
        parts = [];
        bytes = 0;
      }
    }
    await send({ unit: index, parts, isLast: true });
  };

  port.on('message', (message: ToThread) => {
    if ('taken' in message) {
      untaken -= 1;
      return;
    }
    queue = queue
      .then(() => run(message.unit))
      .catch((error: unknown) => {
        // Outside of the promise it ends the thread, and the pool is told.
        setImmediate(() => {
          throw error;
        });
      });
  });
}
