import type { DeliveryText } from './delivery-text.ts';
import type { NeedleFinder } from './needle-finder.ts';

/** Told of each occurrence of a needle; answers whether the record that it is in is wanted. */
export type IsWanted = (at: number, needle: number) => boolean;

/** The bytes of the records that hold a wanted needle, each once, in the order of the text. */
export function foundRecords(
  delivery: DeliveryText,
  finder: NeedleFinder,
  isWanted: IsWanted = () => true,
): Buffer[] {
  const { text, start, end } = delivery;
  const records: Buffer[] = [];
  let taken = start;
  finder.find(
    text,
    (at, needle) => {
      if (!isWanted(at, needle) || at < taken) return;
      const record = recordAround(delivery, at);
      // A needle that reaches from one record into the next is in neither.
      if (at < record.start || at + finder.lengthOf(needle) > record.end) return;
      records.push(text.subarray(record.start, record.end));
      taken = record.end;
    },
    start,
    end,
  );
  return records;
}

/** Where the record begins and ends that holds the byte at `at`. */
export function recordAround(
  { text, delimiter, start, end }: DeliveryText,
  at: number,
): { start: number; end: number } {
  const before = text.lastIndexOf(delimiter, at);
  const first = before < start ? start : before + 2;
  const behind = text.indexOf(delimiter, Math.max(at, first));
  return { start: first, end: behind < 0 || behind >= end ? end : behind + 1 };
}
