import { anyCall, type GeneratedCall } from './trail-calls.ts';
import { type Caller, elsewhere } from './trail-identities.ts';
import type { TrailRandom } from './trail-random.ts';

/** Where and when a call is made. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly region: string;
}

export interface Credentials {
  readonly key: string;
  readonly begun: string;
}

const AGENTS: [string, ...string[]] = [
  'aws-cli/2.31.4 md/awscrt#0.27.6 ua/2.1 os/linux#6.1.0 md/arch#x86_64 lang/python#3.13.7 md/pyimpl#CPython cfg/retry-mode#standard',
  'Boto3/1.40.21 md/Botocore#1.40.21 ua/2.1 os/linux#5.10.240 md/arch#x86_64 lang/python#3.12.11 md/pyimpl#CPython Botocore/1.40.21',
  'aws-sdk-js/3.888.0 ua/2.1 os/linux#6.1.147 lang/js md/nodejs#22.18.0 api/s3#3.888.0 m/E,N,n',
  'APN/1.0 HashiCorp/1.0 Terraform/1.13.1 (+https://www.terraform.io) terraform-provider-aws/6.12.0 [web] aws-sdk-go-v2/1.38.1',
];

export function isoTime(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** One record, in the order of fields that CloudTrail writes. */
export function recordOf(
  random: TrailRandom,
  caller: Caller,
  call: GeneratedCall,
  moment: Moment,
): Record<string, unknown> {
  const service = call.source.split('.')[0];
  const isService = caller.identity['type'] === 'AWSService';
  const failed = call.response === null && !call.name.startsWith('Assume') && random.chance(0.04);
  return {
    eventVersion: random.chance(0.9) ? '1.11' : '1.08',
    userIdentity: caller.identity,
    eventTime: isoTime(moment.at),
    eventSource: call.source,
    eventName: call.name,
    awsRegion: moment.region,
    sourceIPAddress: isService ? caller.identity['invokedBy'] : `192.0.2.${random.below(256)}`,
    userAgent: isService ? caller.identity['invokedBy'] : random.pick(AGENTS),
    ...(failed
      ? {
          errorCode: 'AccessDenied',
          errorMessage: `User: ${caller.identity['arn']} is not authorized to perform: ${service}:${call.name} because no identity-based policy allows the action`,
        }
      : {}),
    requestParameters: call.request,
    responseElements: call.response,
    ...(service === 's3' || random.chance(0.2)
      ? {
          additionalEventData: {
            SignatureVersion: 'SigV4',
            CipherSuite: 'TLS_AES_128_GCM_SHA256',
            bytesTransferredIn: 0,
            AuthenticationMethod: 'AuthHeader',
            'x-amz-id-2': random.token(76),
            bytesTransferredOut: random.below(9_000),
          },
        }
      : {}),
    requestID: random.uuid(),
    eventID: random.uuid(),
    readOnly: call.readOnly,
    ...(call.resources === undefined ? {} : { resources: call.resources }),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: caller.account,
    eventCategory: 'Management',
    ...(isService
      ? {}
      : {
          tlsDetails: {
            tlsVersion: 'TLSv1.3',
            cipherSuite: 'TLS_AES_128_GCM_SHA256',
            clientProvidedHostHeader: `${service}.${moment.region}.amazonaws.com`,
          },
        }),
  };
}

export function anyRecord(random: TrailRandom, caller: Caller, moment: Moment): Record<string, unknown> {
  return recordOf(random, caller, anyCall(random, caller.account, moment.region), moment);
}

/** What STS answers. Both orders of the fields occur in delivered logs. */
export function credentialsAnswer(random: TrailRandom, { key, begun }: Credentials): Record<string, unknown> {
  const expiration = new Date(Date.parse(begun) + 3_600_000).toUTCString();
  const sessionToken = random.token(300 + random.below(120));
  return random.chance(0.7)
    ? { accessKeyId: key, sessionToken, expiration }
    : { sessionToken, expiration, accessKeyId: key };
}

/** The copy of a call that the trail of the other account holds: it names neither the caller's key nor its ARN. */
export function sharedCopy(
  random: TrailRandom,
  own: Record<string, unknown>,
  caller: Caller,
  account: string,
): [Record<string, unknown>, Record<string, unknown>] {
  const shared = { sharedEventID: random.uuid() };
  const copy = {
    ...own,
    userIdentity: elsewhere(caller),
    eventID: random.uuid(),
    recipientAccountId: account,
    ...shared,
  };
  return [{ ...own, ...shared }, copy];
}
