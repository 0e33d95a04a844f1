import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { FindingNotUnzipped } from '../errors.ts';

/**
 * The bytes themselves, or what gzip data holds, told by its first two bytes and not by a file name.
 *
 * @throws {FindingNotUnzipped} when gzip data is damaged or cut off. What was read before that has been handed out.
 */
export async function* unzipped(
  chunks: AsyncIterable<Uint8Array>,
  source: string,
): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  let ended = false;
  try {
    let head: Uint8Array = new Uint8Array();
    while (head.length < 2 && !ended) {
      const { value, done } = await iterator.next();
      if (done === true) ended = true;
      else head = head.length === 0 ? value : Buffer.concat([head, value]);
    }
    const isZipped = head[0] === 0x1f && head[1] === 0x8b;
    const all = rejoined(head, iterator, () => {
      ended = true;
    });
    if (isZipped) yield* inflated(all, source);
    else yield* all;
  } finally {
    if (!ended) await iterator.return?.();
  }
}

async function* rejoined(
  head: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
  onEnd: () => void,
): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  onEnd();
}

async function* inflated(chunks: AsyncIterable<Uint8Array>, source: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  // Whatever goes wrong also reaches whoever reads from gunzip, below.
  const pumped = pipeline(chunks, gunzip).catch(() => undefined);
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (!code.startsWith('Z_')) throw cause;
    const isCutOff = code === 'Z_BUF_ERROR';
    throw new FindingNotUnzipped(
      `Cannot read finding: the gzip data is ${isCutOff ? 'cut off' : 'damaged'}`,
      { where: source, remedy: 'Fetch the file from the bucket again.', cause },
    );
  } finally {
    gunzip.destroy();
    await pumped;
  }
}
