import type { AttackSequence } from '../attack-sequence.ts';
import type { Fields } from '../fields.ts';
import type { RemoteParty } from '../finding.ts';

/**
 * The other end of an action. A port probe lists one detail for each port; its remote party is the first one.
 * Source: GuardDuty API Reference, "RemoteIpDetails", "RemoteAccountDetails", "PortProbeDetail".
 */
export function readRemote(details: Fields): RemoteParty | undefined {
  if (details.object === undefined) return undefined;
  const holder =
    details.value('portProbeDetails') === undefined ? details : details.list('portProbeDetails')[0];
  if (holder === undefined) return undefined;
  const from = holder.fields('remoteIpDetails');
  const account = details.fields('remoteAccountDetails');
  if (from.object === undefined && account.object === undefined) return undefined;
  const organization = from.fields('organization');
  const country = from.fields('country');
  return {
    ip: from.text('ipAddressV4') ?? from.text('ipAddressV6'),
    country: country.text('countryName') ?? country.text('countryCode'),
    asn: organization.label('asn'),
    organization: organization.text('asnOrg') ?? organization.text('org'),
    accountId: account.text('accountId'),
    affiliated: account.flag('affiliated'),
  };
}

/** Nothing, when none of the remote party is known. */
export function orNothing(remote: RemoteParty | undefined): RemoteParty | undefined {
  if (remote === undefined) return undefined;
  const { ip, country, asn, organization, accountId } = remote;
  return (ip ?? country ?? asn ?? organization ?? accountId) === undefined ? undefined : remote;
}

/** How many addresses a port probe came from: above one, `remote` is not the whole story. */
export function probingAddresses(details: Fields): number {
  if (details.value('portProbeDetails') === undefined) return 1;
  const probes = details.list('portProbeDetails').map((probe) => readRemote(probe)?.ip);
  return new Set(probes.filter((ip) => ip !== undefined)).size;
}

/** The only endpoint of a sequence that has an address. Among several there is no telling. */
export function remoteOfSequence(sequence: AttackSequence | undefined): RemoteParty | undefined {
  if (sequence === undefined) return undefined;
  const [only, another] = sequence.endpoints.filter(({ ip }) => ip !== undefined);
  if (only === undefined || another !== undefined) return undefined;
  const { ip, country, asn, organization } = only;
  return { ip, country, asn, organization, accountId: undefined, affiliated: undefined };
}
