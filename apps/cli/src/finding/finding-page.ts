import type { Finding } from '@firebreak/guardduty';
import { safeText } from '@firebreak/untrusted';

/** A finding on one page: what, who, with which key, from where, since when, how sure, what next. */
export function findingPage(finding: Finding, runbook: string): string[] {
  const { type, severity, credential, principal, api, remote, sequence } = finding;
  const rows: [string, (string | undefined)[]][] = [
    ['what', [finding.title]],
    ['type', [type.name, severity.label === 'Unknown' ? undefined : `${severity.label} ${severity.value}`]],
    ['who', [principal?.name ?? principal?.principalId, principal && `${principal.type}: ${principal.why}`]],
    ['session', [principal?.sessionName]],
    ['key', [credential?.accessKeyId, credential?.accessKeyId && credential.kind, ownerOf(finding)]],
    ['call', [api?.name, api?.service]],
    ['from', [remote?.ip, remote?.country, remote?.organization, remote?.asn && `AS${remote.asn}`]],
    ['where', [finding.accountId && `account ${finding.accountId}`, finding.region, finding.resourceType]],
    ['when', [span(finding), finding.count === undefined ? undefined : `${finding.count} times`]],
    [
      'state',
      [
        finding.sample ? 'SAMPLE: nothing in it exists' : undefined,
        finding.archived ? 'archived' : undefined,
      ],
    ],
    ...(sequence?.actors ?? []).map((actor): [string, (string | undefined)[]] => [
      'actor',
      [actor.userName ?? actor.id, actor.accessKeyId, actor.sessionIssuer],
    ]),
    ['read as', [finding.shape, finding.id]],
  ];
  return [
    ...rows.flatMap(([name, values]) => row(name, values)),
    ...finding.gaps.flatMap(({ what, lookup }) => [
      `gap      ${safeText(what)}`,
      `         ${safeText(lookup)}`,
    ]),
    `next     ${runbook === 'general-triage' ? 'no runbook covers it: general triage' : `firebreak respond … --runbook ${runbook}`}`,
  ];
}

function row(name: string, values: readonly (string | undefined)[]): string[] {
  const known = values.filter((value) => value !== undefined && value !== '');
  return known.length === 0 ? [] : [`${name.padEnd(9)}${known.map((value) => safeText(value)).join(', ')}`];
}

function ownerOf({ credential }: Finding): string | undefined {
  return credential?.ownerAccountId === undefined ? undefined : `of account ${credential.ownerAccountId}`;
}

function span({ firstSeen, lastSeen }: Finding): string | undefined {
  if (firstSeen === undefined || firstSeen === lastSeen) return firstSeen ?? lastSeen;
  return `${firstSeen} to ${lastSeen ?? 'now'}`;
}
