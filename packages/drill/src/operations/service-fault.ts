import { randomUUID } from 'node:crypto';
import { IAMServiceException } from '@aws-sdk/client-iam';
import { S3ServiceException } from '@aws-sdk/client-s3';
import { STSServiceException } from '@aws-sdk/client-sts';

export type Service = 'iam' | 'sts' | 's3';

const EXCEPTIONS = { iam: IAMServiceException, sts: STSServiceException, s3: S3ServiceException };

/** What the SDK attaches to every answer. */
export function metadata(httpStatusCode: number) {
  return { httpStatusCode, requestId: randomUUID(), attempts: 1, totalRetryDelay: 0 };
}

/** An exception that AWS names but the SDK has no class for, such as AccessDenied of IAM. */
export function serviceFault(service: Service, name: string, message: string, status: number): Error {
  return new EXCEPTIONS[service]({ name, message, $fault: 'client', $metadata: metadata(status) });
}

/**
 * What a service says to a key that it does not accept.
 * Sources: IAM API Reference, "Common errors"; S3 API Reference, "Error responses".
 */
export function unknownKeyFault(service: Service): Error {
  return service === 's3'
    ? serviceFault(
        service,
        'InvalidAccessKeyId',
        'The AWS Access Key Id you provided does not exist in our records.',
        403,
      )
    : serviceFault(
        service,
        'InvalidClientTokenId',
        'The security token included in the request is invalid.',
        403,
      );
}

/** What a service says to temporary credentials that are past their time. */
export function expiredFault(service: Service): Error {
  return service === 's3'
    ? serviceFault(service, 'ExpiredToken', 'The provided token has expired.', 400)
    : serviceFault(service, 'ExpiredToken', 'The security token included in the request is expired', 403);
}
