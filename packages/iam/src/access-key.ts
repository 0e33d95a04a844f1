import { type UniqueIdPrefix, uniqueIdPrefix } from './unique-id.ts';

/** `long-term`: an IAM user's or the root user's own key. `temporary`: issued by STS, works only with its token. */
export type AccessKeyKind = 'long-term' | 'temporary' | 'other' | 'unknown';

/** What an access key id says by itself, without asking AWS. */
export interface AccessKey {
  readonly id: string;
  readonly kind: AccessKeyKind;
  readonly prefix: UniqueIdPrefix | undefined;
  /** The owning account, 12 digits. It says who owns the key, not that the key is live. */
  readonly accountId: string | undefined;
  /** Why the account is not known; absent when it is. */
  readonly unknownBecause: string | undefined;
}

const KINDS: Partial<Record<UniqueIdPrefix, AccessKeyKind>> = { AKIA: 'long-term', ASIA: 'temporary' };
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Reads an access key id: long-term or temporary by its prefix, and the account that owns it.
 *
 * The 16 characters after the prefix are RFC 4648 base32. Bit 0 is a generation flag, bits 1 to 40 are the account.
 * Ids of the old generation (flag 0: the fifth character is A to P) do not hold the account.
 * Never throws: whatever is not a key id comes back as `unknown` with the reason.
 *
 * Source: IAM User Guide, "IAM identifiers"; T. Steele, "AWS Access Key ID formats" (2020); the run-time authority is
 * `sts:GetAccessKeyInfo`.
 */
export function readAccessKey(id: string): AccessKey {
  const prefix = uniqueIdPrefix(id);
  const kind = prefix === undefined ? 'unknown' : (KINDS[prefix] ?? 'other');
  const owner = owningAccount(id, prefix);
  return { id, kind, prefix, accountId: undefined, unknownBecause: undefined, ...owner };
}

function owningAccount(
  id: string,
  prefix: UniqueIdPrefix | undefined,
): { accountId: string } | { unknownBecause: string } {
  if (prefix === undefined) return { unknownBecause: 'the id has no prefix that AWS documents' };
  if (prefix !== 'AKIA' && prefix !== 'ASIA')
    return { unknownBecause: `${prefix} ids do not hold an account` };
  if (id.length !== 20) return { unknownBecause: `the id has ${id.length} characters, not 20` };
  let bits = 0n;
  for (const character of id.slice(4, 13)) {
    const value = BASE32.indexOf(character);
    if (value < 0) return { unknownBecause: `"${character}" is not a base32 character` };
    bits = (bits << 5n) | BigInt(value);
  }
  const stray = [...id.slice(13)].find((character) => !BASE32.includes(character));
  if (stray !== undefined) return { unknownBecause: `"${stray}" is not a base32 character` };
  if (bits >> 44n === 0n)
    return { unknownBecause: 'the id is of the old generation, which does not hold the account' };
  const account = (bits >> 4n) & ((1n << 40n) - 1n);
  if (account > 999_999_999_999n) return { unknownBecause: 'the encoded number is no account id' };
  return { accountId: account.toString().padStart(12, '0') };
}
