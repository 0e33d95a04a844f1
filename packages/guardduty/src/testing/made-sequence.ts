import { camelFinding } from './made-findings.ts';

const session = { uid: 's-1', mfaStatus: 'DISABLED', createdTime: 1789372800 };

export const alice = {
  id: 'actor-1',
  user: {
    name: 'alice',
    uid: 'AIDARTXV5AHDQEXAMPLE',
    type: 'IAMUser',
    credentialUid: 'ASIARTXV5AHDQEXAMPLE',
    account: { uid: '111111111111' },
  },
  session,
};

export const deployer = {
  id: 'actor-2',
  user: {
    name: 'Deployer',
    uid: 'AROARTXV5AHDQEXAMPLE:nightly',
    type: 'AssumedRole',
    credentialUid: 'ASIARTXV5AHDREXAMPLE',
  },
  session: { ...session, issuer: 'arn:aws:iam::111111111111:role/Deployer' },
};

/** What every resource of a sequence says. */
const place = { accountId: '111111111111', region: 'eu-west-1', cloudPartition: 'aws', tags: [] };

/** An attack sequence: its `resource` says nothing, and its actors, signals and indicators are below `detection`. */
export function sequenceFinding(actors: readonly object[]) {
  const { resource: _, ...finding } = camelFinding;
  return {
    ...finding,
    type: 'AttackSequence:IAM/CompromisedCredentials',
    title: 'Potential credential compromise of alice indicated by a sequence of actions.',
    severity: 9,
    resource: { resourceType: 'AttackSequence' },
    service: {
      serviceName: 'guardduty',
      featureName: 'Correlation',
      count: 1,
      eventFirstSeen: '2026-09-14T08:00:00.000Z',
      detection: {
        sequence: {
          uid: 'sequence-1',
          description:
            'A sequence of actions involving 2 signals indicating a possible credential compromise was observed for ' +
            'IAMUser/alice with principalId AIDARTXV5AHDQEXAMPLE in account 111111111111 between eventFirstSeen and ' +
            'eventLastSeen with the following behaviors: 2 MITRE ATT&CK tactics observed: Persistence, Discovery; ' +
            '2 sensitive APIs called: cloudtrail:DeleteTrail, iam:CreateRole',
          actors,
          endpoints: [
            {
              id: 'endpoint-1',
              ip: '192.0.2.9',
              port: 443,
              location: { country: 'Atlantis', city: 'Poseidonis', lat: 1, lon: 2 },
              autonomousSystem: { name: 'Example Net', number: 64496 },
            },
          ],
          resources: [
            {
              uid: 'ASIARTXV5AHDQEXAMPLE',
              resourceType: 'ACCESS_KEY',
              ...place,
              service: 'iam',
              data: {
                accessKey: { principalId: 'AIDARTXV5AHDQEXAMPLE', userName: 'alice', userType: 'IAMUser' },
              },
            },
            {
              uid: 'arn:aws:s3:::example-bucket',
              resourceType: 'S3_BUCKET',
              name: 'example-bucket',
              ...place,
              service: 's3',
              tags: [{ key: 'team', value: 'example' }],
              data: {
                s3Bucket: {
                  ownerId: '0123456789abcdef',
                  createdAt: 1789372800,
                  encryptionType: 'AES256',
                  effectivePermission: 'NOT_PUBLIC',
                  publicReadAccess: 'BLOCKED',
                  publicWriteAccess: 'BLOCKED',
                  accountPublicAccess: { publicAclAccess: 'BLOCKED', publicPolicyAccess: 'BLOCKED' },
                  bucketPublicAccess: { publicAclAccess: 'BLOCKED', publicPolicyAccess: 'BLOCKED' },
                },
              },
            },
          ],
          signals: [
            {
              uid: 'signal-1',
              description: 'The API DeleteTrail was called, which is seldom called in this account.',
              type: 'CLOUD_TRAIL',
              name: 'cloudtrail:DeleteTrail',
              severity: 5,
              count: 2,
              createdAt: 1789372860,
              updatedAt: 1789376460,
              activities: [
                { type: 'API_CALL', api: { operation: 'DeleteTrail', service: 'cloudtrail.amazonaws.com' } },
              ],
              signalIndicators: [
                { key: 'HIGH_RISK_API', title: 'High-risk API called', values: ['cloudtrail:DeleteTrail'] },
                { key: 'ATTACK_TACTIC', title: 'Attack tactic observed', values: ['Persistence'] },
              ],
              firstSeenAt: 1789372800,
              lastSeenAt: 1789376400,
              actorIds: ['actor-1'],
              resourceUids: ['ASIARTXV5AHDQEXAMPLE'],
              endpointIds: ['endpoint-1'],
            },
          ],
          sequenceIndicators: [
            { key: 'ATTACK_TACTIC', values: ['Persistence', 'Discovery'] },
            { key: 'A_KEY_OF_TOMORROW', values: [] },
          ],
        },
      },
    },
  };
}
