/**
 * A number for a key id, an event id or a name, by which records are found again. Two texts can have the same one, so
 * that what is found by it is only a candidate.
 */
export function markOf(text: string): number {
  const bytes = Buffer.from(text);
  return markOfBytes(bytes, 0, bytes.length);
}

export function markOfBytes(bytes: Buffer, start: number, end: number): number {
  let mark = 0x811c_9dc5;
  for (let at = start; at < end; at += 1) mark = Math.imul(mark ^ (bytes[at] as number), 0x0100_0193);
  return mark >>> 0;
}
