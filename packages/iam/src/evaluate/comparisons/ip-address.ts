import { BlockList, isIP } from 'node:net';
import { comparisonOf } from './comparison.ts';

interface AddressRange {
  readonly family: 'ipv4' | 'ipv6';
  readonly address: string;
  /** In bits. */
  readonly prefix: number;
}

/**
 * The `IpAddress` operator: an address inside a CIDR range; without a prefix the range is that one address.
 * A range of one family never holds an address of the other.
 * Source: IAM User Guide, "Condition operators", section "IP address condition operators".
 */
export const ipAddress = comparisonOf(
  'an IPv4 or IPv6 address or CIDR range',
  readRange,
  (requested, written) => {
    if (requested.family !== written.family || requested.prefix < written.prefix) return false;
    const range = new BlockList();
    range.addSubnet(written.address, written.prefix, written.family);
    return range.check(requested.address, requested.family);
  },
);

function readRange(text: string): AddressRange | undefined {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || rest.length > 0) return undefined;
  const widest = version === 4 ? 32 : 128;
  if (bits !== undefined && !/^\d{1,3}$/.test(bits)) return undefined;
  const prefix = bits === undefined ? widest : Number(bits);
  if (prefix > widest) return undefined;
  return { family: version === 4 ? 'ipv4' : 'ipv6', address, prefix };
}
