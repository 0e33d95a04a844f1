import { ARN, KEY_ID } from './made-findings.ts';

const SERVICE = 'aws/guardduty/service';
const CALL = `${SERVICE}/action/awsApiCallAction`;

/** The finding of `made-findings.ts` as Security Hub holds it. */
export const asffFinding = {
  SchemaVersion: '2018-10-08',
  Id: ARN,
  ProductArn: 'arn:aws:securityhub:eu-west-1::product/aws/guardduty',
  GeneratorId: 'arn:aws:guardduty:eu-west-1:111111111111:detector/d0',
  AwsAccountId: '111111111111',
  Region: 'eu-west-1',
  Types: ['TTPs/UnauthorizedAccess:IAMUser-MaliciousIPCaller.Custom'],
  FirstObservedAt: '2026-09-14T08:00:00Z',
  LastObservedAt: '2026-09-14T09:00:00Z',
  CreatedAt: '2026-09-14T08:05:00.000Z',
  UpdatedAt: '2026-09-14T09:05:00.000Z',
  Severity: { Product: 5, Label: 'MEDIUM', Normalized: 50 },
  Title: 'API GetObject was called from an IP address on a custom threat list.',
  Description:
    'API GetObject, commonly used in Exfiltration tactics, was called from IP address 203.0.113.66 on the custom threat ' +
    'list example. Unauthorized actors perform such activity to gain access to data of the account.',
  SourceUrl: 'https://example.com/guardduty/home?region=eu-west-1#/findings?macros=current&fId=0',
  CompanyName: 'Amazon',
  ProductName: 'GuardDuty',
  FindingProviderFields: {
    Severity: { Label: 'MEDIUM', Product: 5 },
    Types: ['TTPs/UnauthorizedAccess:IAMUser-MaliciousIPCaller.Custom'],
  },
  Workflow: { Status: 'NEW' },
  WorkflowState: 'NEW',
  ProductFields: {
    [`${SERVICE}/serviceName`]: 'guardduty',
    [`${SERVICE}/detectorId`]: 'd0',
    [`${SERVICE}/resourceRole`]: 'TARGET',
    [`${SERVICE}/evidence`]: '',
    [`${SERVICE}/evidence/threatIntelligenceDetails.0_/threatListName`]: 'example',
    [`${CALL}/affectedResources/AWS::S3::Bucket`]: 'example-bucket',
    [`${CALL}/userAgent`]: 'example/1.0',
    [`${CALL}/remoteIpDetails/city/cityName`]: 'Poseidonis',
    [`${CALL}/remoteIpDetails/geoLocation/lat`]: '12.5',
    [`${CALL}/remoteIpDetails/geoLocation/lon`]: '-30.25',
    [`${CALL}/remoteIpDetails/organization/isp`]: 'Example Net',
    [`${CALL}/remoteIpDetails/organization/org`]: 'Example Org',
    'aws/securityhub/CompanyName': 'Amazon',
    'aws/securityhub/FindingId': `arn:aws:securityhub:eu-west-1::product/aws/guardduty/${ARN}`,
    [`${SERVICE}/action/actionType`]: 'AWS_API_CALL',
    [`${CALL}/api`]: 'GetObject',
    [`${CALL}/serviceName`]: 's3.amazonaws.com',
    [`${CALL}/callerType`]: 'Remote IP',
    [`${CALL}/errorCode`]: 'AccessDenied',
    [`${CALL}/remoteIpDetails/ipAddressV4`]: '203.0.113.66',
    [`${CALL}/remoteIpDetails/country/countryName`]: 'Atlantis',
    [`${CALL}/remoteIpDetails/organization/asn`]: '64496',
    [`${CALL}/remoteIpDetails/organization/asnOrg`]: 'Example Net',
    [`${CALL}/remoteAccountDetails/accountId`]: '222222222222',
    [`${CALL}/remoteAccountDetails/affiliated`]: 'false',
    [`${SERVICE}/additionalInfo/type`]: 'default',
    [`${SERVICE}/additionalInfo/value`]: '',
    [`${SERVICE}/archived`]: 'false',
    [`${SERVICE}/count`]: '3',
    [`${SERVICE}/eventFirstSeen`]: '2026-09-14T08:00:00.000Z',
    [`${SERVICE}/eventLastSeen`]: '2026-09-14T09:00:00.000Z',
    'aws/securityhub/ProductName': 'GuardDuty',
  },
  Resources: [
    {
      Type: 'AwsIamAccessKey',
      Id: `AWS::IAM::AccessKey:${KEY_ID}`,
      Partition: 'aws',
      Region: 'eu-west-1',
      Details: {
        AwsIamAccessKey: {
          PrincipalId: 'AIDARTXV5AHDQEXAMPLE',
          PrincipalName: 'build-bot',
          PrincipalType: 'IAMUser',
        },
      },
    },
  ],
  RecordState: 'ACTIVE',
};

const unmapped = Object.fromEntries(
  Object.entries(asffFinding.ProductFields)
    .filter(([key]) => !/\/(?:api|serviceName|ipAddressV4|countryName)$/.test(key))
    .map(([key, value]) => [`ProductFields.${key}`, value]),
);

/** The same as OCSF Detection Finding. */
export const ocsfFinding = {
  class_uid: 2004,
  class_name: 'Detection Finding',
  category_uid: 2,
  activity_id: 1,
  time: 1789376700000,
  severity: 'Medium',
  severity_id: 3,
  cloud: { provider: 'AWS', region: 'eu-west-1', account: { uid: '111111111111' } },
  metadata: {
    product: {
      name: 'GuardDuty',
      uid: 'arn:aws:securityhub:eu-west-1::product/aws/guardduty',
      vendor_name: 'Amazon',
    },
    version: '1.1.0',
  },
  finding_info: {
    uid: ARN,
    title: asffFinding.Title,
    desc: asffFinding.Description,
    types: asffFinding.Types,
    created_time_dt: '2026-09-14T08:05:00.000Z',
    modified_time_dt: '2026-09-14T09:05:00.000Z',
    first_seen_time_dt: '2026-09-14T10:00:00.000+02:00',
    last_seen_time_dt: '2026-09-14T11:00:00.000+02:00',
  },
  status: 'New',
  type_uid: 200401,
  type_name: 'Detection Finding: Create',
  observables: [
    { name: 'evidences[].src_endpoint.ip', type: 'IP Address', type_id: 2, value: '203.0.113.66' },
    { name: 'resources[].uid', type: 'Resource UID', type_id: 10, value: `AWS::IAM::AccessKey:${KEY_ID}` },
  ],
  evidences: [
    {
      api: {
        operation: 'GetObject',
        service: { name: 's3.amazonaws.com' },
        response: { error: 'AccessDenied' },
      },
      data: '',
      src_endpoint: { ip: '203.0.113.66', location: { country: 'Atlantis' } },
    },
  ],
  resources: [
    {
      type: 'AwsIamAccessKey',
      uid: `AWS::IAM::AccessKey:${KEY_ID}`,
      region: 'eu-west-1',
      cloud_partition: 'aws',
      data: JSON.stringify(asffFinding.Resources[0]?.Details),
    },
  ],
  unmapped: {
    ...unmapped,
    'FindingProviderFields.Severity.Label': 'MEDIUM',
    'Severity.Normalized': '40',
    'Severity.Product': '5',
    Sample: 'false',
  },
};

const { finding_info, cloud: _, ...others } = ocsfFinding;

/** The same as the older OCSF Security Finding. */
export const ocsfSecurityFinding = {
  ...others,
  class_uid: 2001,
  class_name: 'Security Finding',
  cloud: { provider: 'AWS', region: 'eu-west-1', account_uid: '111111111111' },
  finding: { ...finding_info },
};
