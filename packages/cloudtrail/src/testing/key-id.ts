const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A made-up key id that holds its account, ends in EXAMPLE and differs for each serial from 0 to 15. */
export function keyId(prefix: 'AKIA' | 'ASIA', account: string, serial: number): string {
  let bits = (1n << 44n) | (BigInt(account) << 4n) | BigInt(serial % 16);
  let text = '';
  for (let place = 0; place < 9; place += 1) {
    text = BASE32.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return `${prefix}${text}EXAMPLE`;
}
