const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Makes the id of a fake access key that decodes to its account. The first sixteen of an account end in EXAMPLE,
 * which is all that four free bits give; later ones count on in the last three characters.
 *
 * @param taken - whether an id is in use already
 * @see readAccessKey of `@firebreak/iam` for how ids are built
 */
export function newAccessKeyId(
  prefix: 'AKIA' | 'ASIA',
  accountId: string,
  taken: (id: string) => boolean,
): string {
  for (let serial = 0; ; serial += 1) {
    const bits = (1n << 44n) | (BigInt(accountId) << 4n) | BigInt(serial % 16);
    const round = Math.floor(serial / 16);
    const tail = round === 0 ? 'EXAMPLE' : `EXAM${base32(BigInt(round), 3)}`;
    const id = `${prefix}${base32(bits, 9)}${tail}`;
    if (!taken(id)) return id;
  }
}

function base32(bits: bigint, length: number): string {
  let text = '';
  for (let at = length - 1; at >= 0; at -= 1) text += BASE32[Number((bits >> BigInt(at * 5)) & 31n)];
  return text;
}
