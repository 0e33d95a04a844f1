import { BlockList, isIP } from 'node:net';

/** An address or a CIDR block. */
export interface AddressBlock {
  readonly address: string;
  readonly family: 'ipv4' | 'ipv6';
  /** The length of the prefix; of a single address all of its bits. */
  readonly prefix: number;
}

/** Reads `203.0.113.66`, `203.0.113.0/24`, `2001:db8::1` or `2001:db8::/32`; nothing for any other text. */
export function addressBlock(text: string): AddressBlock | undefined {
  const [, address = '', length] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const version = isIP(address);
  if (version === 0) return undefined;
  const bits = version === 4 ? 32 : 128;
  const prefix = length === undefined ? bits : Number(length);
  return prefix > bits ? undefined : { address, family: version === 4 ? 'ipv4' : 'ipv6', prefix };
}

/** Whether an address is in one of the blocks. What is no address, such as `AWS Internal`, is in none. */
export function addressFilter(blocks: readonly AddressBlock[]): (address: string) => boolean {
  const list = new BlockList();
  for (const { address, prefix, family } of blocks) list.addSubnet(address, prefix, family);
  return (address) => {
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
  };
}

/**
 * The text that each IPv4 address of a block begins with, which is written in one way only; nothing for a block that is
 * too wide for that to be worth anything, and for IPv6, which is written in several ways.
 */
export function addressNeedle({ address, family, prefix }: AddressBlock): string | undefined {
  if (family === 'ipv6' || prefix < 16) return undefined;
  if (prefix === 32) return address;
  return `${address
    .split('.')
    .slice(0, Math.floor(prefix / 8))
    .join('.')}.`;
}
