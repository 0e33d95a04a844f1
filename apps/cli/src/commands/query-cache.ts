import { cacheStatus, convertFolder, dropCache } from '@firebreak/athena';
import { safeText } from '@firebreak/untrusted';
import { EXIT } from '../exit-codes.ts';
import { onLeaving } from '../interrupt.ts';
import { jsonText } from '../json/json-text.ts';
import { drawProgress } from '../plain/progress-line.ts';
import { byteCount, bytesText } from '../query/byte-count.ts';

/** Converts a folder of logs once, so that queries over it take a fraction of the time. */
export async function convertCommand(
  path: string,
  { memory, json }: { memory?: string; json?: boolean },
): Promise<number> {
  if (memory !== undefined) byteCount(memory, '--memory');
  const { signal, release } = onLeaving();
  try {
    const { converted, kept, rows, bytes, setAside } = await convertFolder(path, {
      signal,
      ...(memory === undefined ? {} : { memoryLimit: memory }),
      ...(process.stderr.isTTY
        ? { onProgress: (done: number, total: number) => drawProgress('Converting', done, total) }
        : {}),
    });
    if (json) write(jsonText({ converted, kept, rows, bytes, setAside }));
    else {
      write(
        `${converted} files converted, ${kept} were already; ${rows} events in ${bytesText(bytes)} of Parquet`,
      );
      for (const { file, why, byte } of setAside)
        write(safeText(`broken  ${file}${byte === undefined ? '' : ` at byte ${byte}`}: ${why}`));
    }
    return setAside.length === 0 ? EXIT.done : EXIT.failed;
  } finally {
    release();
  }
}

export async function statusCommand(path: string, { json }: { json?: boolean }): Promise<number> {
  const { folder, files, stale, rows, bytes } = await cacheStatus(path);
  if (json) write(jsonText({ folder, files, stale, rows, bytes }));
  else if (files + stale === 0) write('Nothing of it is converted.');
  else
    write(
      safeText(
        `${files} files converted, ${stale} of them no longer as they were; ${rows} events in ${bytesText(bytes)}, in ${folder}`,
      ),
    );
  return EXIT.done;
}

export async function dropCommand(path: string): Promise<number> {
  write((await dropCache(path)) ? 'Dropped.' : 'Nothing of it was converted.');
  return EXIT.done;
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
