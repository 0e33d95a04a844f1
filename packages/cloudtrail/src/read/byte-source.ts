import { open } from 'node:fs/promises';

/** Bytes that can be read again from any place. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `offset` on, at most `length`; none at the end. */
  read(offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

export function bytesInMemory(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
    close: async () => {},
  };
}

export async function bytesOnDisk(path: string): Promise<ByteSource> {
  const file = await open(path);
  const { size } = await file.stat();
  return {
    size,
    read: async (offset, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    },
    close: () => file.close(),
  };
}
