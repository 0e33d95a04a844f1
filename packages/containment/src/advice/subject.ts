import { parseArn, roleNameOfArn, uniqueIdPrefix } from '@firebreak/iam';
import { type Fact, type Facts, facts } from './fact.ts';

/** One credential that is to be contained, and what is known of it. */
export interface Subject {
  readonly facts: Facts;
  /** Whether the lineage made it for a user: it comes after the chain. */
  readonly made: boolean;
}

type Known = Readonly<Partial<Record<Fact, string | null | undefined>>>;

/** What names a credential, before its parts are told apart. */
export interface Named {
  readonly key?: string | null | undefined;
  /** ARN of the role or user that the permissions come from. */
  readonly issuerArn?: string | null | undefined;
  readonly account?: string | null | undefined;
  readonly session?: string | null | undefined;
}

/** A subject; what its ARN and its session's name say is added to what is known. */
export function subject(named: Named, known: Known, made = false): Subject {
  const { key, issuerArn, session } = named;
  const arn = parseArn(issuerArn ?? '');
  const account = named.account ?? (arn?.accountId || undefined);
  const partition = arn?.partition ?? 'aws';
  const instanceId = /^i-[\da-f]{8,17}$/.test(session ?? '') ? session : undefined;
  return {
    made,
    facts: facts({
      key,
      'key-prefix': key == null ? undefined : (uniqueIdPrefix(key) ?? 'unknown'),
      account,
      partition,
      session,
      role: issuerArn == null ? undefined : roleNameOfArn(issuerArn),
      'role-path': issuerArn == null ? undefined : rolePath(issuerArn),
      'instance-id': instanceId,
      ...omitUnknown(known),
    }),
  };
}

/** Such as `/aws-service-role/guardduty.amazonaws.com/`. */
function rolePath(arn: string): string | undefined {
  const resource = parseArn(arn)?.resource;
  if (resource?.startsWith('role/') !== true) return undefined;
  return resource.slice('role'.length, resource.lastIndexOf('/') + 1);
}

/** So that an unknown value does not hide one that the ARN gave. */
function omitUnknown(known: Known): Known {
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value != null));
}
