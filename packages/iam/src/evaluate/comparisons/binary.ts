import { comparisonOf } from './comparison.ts';

/** The `BinaryEquals` operator: byte for byte, base64 on both sides. */
export const binaryEquals = comparisonOf('base64', readBytes, (requested, written) =>
  requested.equals(written),
);

function readBytes(text: string): Buffer | undefined {
  return /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0
    ? Buffer.from(text, 'base64')
    : undefined;
}
