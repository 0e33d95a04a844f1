import { own } from './own.ts';

interface ManagedPolicy {
  readonly document: string;
}

/**
 * What a responder attaches without its being in use before.
 * Source: AWS Managed Policy Reference, "AWSDenyAll".
 */
const OF_AWS: Readonly<Record<string, ManagedPolicy>> = {
  'arn:aws:iam::aws:policy/AWSDenyAll': {
    document:
      '{"Version":"2012-10-17","Statement":[{"Sid":"DenyAll","Effect":"Deny","Action":["*"],"Resource":"*"}]}',
  },
};

/** A managed policy that an account can use, by its ARN: its own, or one of AWS. */
export function findManagedPolicy(
  policies: Readonly<Record<string, ManagedPolicy>>,
  arn: string,
): ManagedPolicy | undefined {
  return own(policies, arn) ?? own(OF_AWS, arn);
}
