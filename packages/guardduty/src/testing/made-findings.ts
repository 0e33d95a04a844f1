/** Findings that were written for tests: nothing in them exists. */

type Json = Readonly<Record<string, unknown>>;

export const FINDING_ID = '0123456789abcdef0123456789abcdef';
export const ARN = `arn:aws:guardduty:eu-west-1:111111111111:detector/d0/finding/${FINDING_ID}`;
/** Its account, decoded, is 111111111111. */
export const KEY_ID = 'AKIARTXV5AHDQEXAMPLE';

const remoteIpDetails = {
  ipAddressV4: '203.0.113.66',
  country: { countryName: 'Atlantis' },
  city: { cityName: 'Poseidonis' },
  geoLocation: { lat: 12.5, lon: -30.25 },
  organization: { asn: '64496', asnOrg: 'Example Net', isp: 'Example Net', org: 'Example Org' },
};

/** A finding about a user's key, as the raw HTTP answer and EventBridge write it. */
export const camelFinding = {
  schemaVersion: '2.0',
  accountId: '111111111111',
  region: 'eu-west-1',
  partition: 'aws',
  id: FINDING_ID,
  arn: ARN,
  type: 'UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom',
  title: 'API GetObject was called from an IP address on a custom threat list.',
  description:
    'API GetObject, commonly used in Exfiltration tactics, was called from IP address 203.0.113.66.',
  severity: 5,
  createdAt: '2026-09-14T08:05:00.000Z',
  updatedAt: '2026-09-14T09:05:00.000Z',
  resource: {
    resourceType: 'AccessKey',
    accessKeyDetails: {
      accessKeyId: KEY_ID,
      principalId: 'AIDARTXV5AHDQEXAMPLE',
      userName: 'build-bot',
      userType: 'IAMUser',
    },
  },
  service: {
    serviceName: 'guardduty',
    detectorId: 'd0',
    resourceRole: 'TARGET',
    eventFirstSeen: '2026-09-14T08:00:00.000Z',
    eventLastSeen: '2026-09-14T09:00:00.000Z',
    archived: false,
    count: 3,
    evidence: { threatIntelligenceDetails: [{ threatListName: 'example', threatNames: ['example'] }] },
    additionalInfo: {
      threatListName: 'example',
      recentApiCalls: [
        { api: 'GetObject', count: 2 },
        { api: 'ListObjectsV2', count: 1 },
      ],
      unusual: { hoursOfDay: [1738360800000], userNames: ['build-bot'] },
      value:
        '{"threatListName":"example","recentApiCalls":[{"api":"GetObject","count":2},{"api":"ListObjectsV2","count":1}]}',
      type: 'default',
    },
    detection: {
      anomaly: {
        profiles: {
          account: {
            apis: [
              { profileType: 'FREQUENCY', profileSubtype: 'FREQUENT', observations: { text: ['GetObject'] } },
            ],
          },
        },
        unusual: {
          behavior: { userIdentity: { asnOrg: { profileType: 'FREQUENCY', profileSubtype: 'UNSEEN' } } },
        },
      },
    },
    action: {
      actionType: 'AWS_API_CALL',
      awsApiCallAction: {
        api: 'GetObject',
        serviceName: 's3.amazonaws.com',
        callerType: 'Remote IP',
        userAgent: 'example/1.0',
        errorCode: 'AccessDenied',
        affectedResources: { 'AWS::S3::Bucket': 'example-bucket' },
        remoteAccountDetails: { accountId: '222222222222', affiliated: false },
        remoteIpDetails,
      },
    },
  },
};

/** The same with names as the SDK and the CLI write them. */
export function pascal(value: unknown): unknown {
  return renamed(value, (name) => name.charAt(0).toUpperCase() + name.slice(1));
}

/** The same with names as an Athena table has them. */
export function lower(value: unknown): unknown {
  return renamed(value, (name) => name.toLowerCase());
}

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [rename(key), renamed(inner, rename)]),
  );
}

export function eventBridge(detail: unknown, detailType = 'GuardDuty Finding', source = 'aws.guardduty') {
  return {
    version: '0',
    id: '00000000-0000-0000-0000-000000000000',
    'detail-type': detailType,
    source,
    account: '111111111111',
    time: '2026-09-14T09:06:00Z',
    region: 'eu-west-1',
    resources: [],
    detail,
  };
}

/** The finding with other `accessKeyDetails`, and any other fields. */
export function findingOf(accessKeyDetails: Json, others: Json = {}): Json {
  return { ...camelFinding, resource: { resourceType: 'AccessKey', accessKeyDetails }, ...others };
}
