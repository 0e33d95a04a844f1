import type { Finding } from '@firebreak/guardduty';

/** A finding as one plain object for `--json`: what is not known is null, and nothing is left out. */
export function findingObject(finding: Finding, runbook: string): Record<string, unknown> {
  const { credential, principal, api, remote } = finding;
  return {
    id: finding.id,
    arn: orNull(finding.arn),
    type: finding.type.name,
    title: finding.title,
    severity: finding.severity.label === 'Unknown' ? null : finding.severity,
    accountId: orNull(finding.accountId),
    region: orNull(finding.region),
    partition: orNull(finding.partition),
    shape: finding.shape,
    sample: finding.sample,
    archived: orNull(finding.archived),
    count: orNull(finding.count),
    firstSeen: orNull(finding.firstSeen),
    lastSeen: orNull(finding.lastSeen),
    createdAt: orNull(finding.createdAt),
    updatedAt: orNull(finding.updatedAt),
    resourceType: orNull(finding.resourceType),
    resources: finding.resources,
    credential:
      credential?.accessKeyId === undefined
        ? null
        : {
            accessKeyId: credential.accessKeyId,
            kind: credential.kind,
            accountId: orNull(credential.ownerAccountId),
          },
    principal:
      principal === undefined
        ? null
        : {
            type: principal.type,
            name: orNull(principal.name),
            principalId: orNull(principal.principalId),
            sessionName: orNull(principal.sessionName),
            why: principal.why,
          },
    api: api === undefined ? null : { name: api.name, service: orNull(api.service) },
    remote:
      remote === undefined
        ? null
        : {
            ip: orNull(remote.ip),
            country: orNull(remote.country),
            asn: orNull(remote.asn),
            org: orNull(remote.organization),
            accountId: orNull(remote.accountId),
            affiliated: orNull(remote.affiliated),
          },
    sequence: orNull(finding.sequence),
    runbook,
    gaps: finding.gaps,
  };
}

function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}
