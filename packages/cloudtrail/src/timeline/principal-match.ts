import { assumedRoleOfArn, parseArn, roleNameOfArn } from '@firebreak/iam';
import { objectAt, textAt } from '../read/json-object.ts';
import type { TrailEvent } from '../read/trail-event.ts';
import { literalNeedle } from './literal-needle.ts';

/** A principal that is looked for. */
export interface PrincipalMatch {
  readonly asked: string;
  /** A text that stands in each record that matches; nothing where none can be named. */
  readonly needle: string | undefined;
  /** The ARN, or whatever else the record has, that the call belongs to the principal by; nothing if it does not. */
  readonly matchedBy: (event: TrailEvent) => string | undefined;
}

/**
 * Understands a principal:
 *
 * - the ARN of an IAM user: the user's keys, console and temporary sessions, and what GetFederationToken gave out
 * - the ARN of a role, or of an assumed role without a session: all sessions of the role
 * - the ARN of a role's session, of a federated user, of the root user: exactly that
 * - a unique id, `AIDA…`, `AROA…` or `AROA…:session`
 * - any other text: the name of a user, a role or a session, compared to the letter. Several principals may bear it.
 *
 * Source: IAM User Guide, "IAM identifiers"; CloudTrail User Guide, "CloudTrail userIdentity element".
 */
export function principalMatch(asked: string): PrincipalMatch {
  const arn = parseArn(asked);
  if (arn === undefined) return UNIQUE_ID.test(asked) ? byUniqueId(asked) : byName(asked);
  const sessions = /^assumed-role\/([^/]+)\/?$/.exec(arn.resource)?.[1];
  const roleName = arn.service === 'sts' ? sessions : roleNameOfArn(asked);
  return roleName === undefined ? byArn(asked, arn.resource) : byRole(asked, roleName);
}

const UNIQUE_ID = /^A[A-Z]{3}[A-Z0-9]{12,124}(?::.*)?$/s;

function byArn(asked: string, resource: string): PrincipalMatch {
  return {
    asked,
    // The root user's ARN has no part that stands apart.
    needle: resource === 'root' ? literalNeedle(asked) : literalNeedle(...resource.split('/').slice(1)),
    matchedBy: ({ identity: { arn, sessionIssuerArn } }) =>
      arn === asked || sessionIssuerArn === asked ? asked : undefined,
  };
}

/** Role names are unique in an account, and the ARN of a session leaves out the path of the role. */
function byRole(asked: string, roleName: string): PrincipalMatch {
  const { partition, accountId } = parseArn(asked) ?? {};
  return {
    asked,
    needle: literalNeedle(roleName),
    matchedBy({ identity: { arn, sessionIssuerArn } }) {
      if (sessionIssuerArn === asked || arn === asked) return asked;
      if (arn === undefined || assumedRoleOfArn(arn)?.roleName !== roleName) return undefined;
      const session = parseArn(arn);
      if (session?.accountId !== accountId || session?.partition !== partition) return undefined;
      return sessionIssuerArn ?? asked;
    },
  };
}

function byUniqueId(asked: string): PrincipalMatch {
  const [id = ''] = asked.split(':');
  return {
    asked,
    needle: literalNeedle(id),
    matchedBy({ identity, record }) {
      const { principalId, arn } = identity;
      const issuer = textAt(
        objectAt(record, 'userIdentity', 'sessionContext', 'sessionIssuer'),
        'principalId',
      );
      if (principalId === asked || principalId?.startsWith(`${asked}:`)) return arn ?? principalId;
      return issuer === asked ? (arn ?? principalId ?? issuer) : undefined;
    },
  };
}

function byName(asked: string): PrincipalMatch {
  return {
    asked,
    needle: literalNeedle(asked),
    matchedBy({ identity }) {
      const { arn, userName, sessionIssuerName, sessionIssuerArn, principalId } = identity;
      if (userName === asked) return arn ?? principalId ?? asked;
      if (sessionIssuerName === asked) return sessionIssuerArn ?? arn ?? asked;
      if (arn === undefined) return undefined;
      const session = assumedRoleOfArn(arn);
      if (session?.roleName === asked) return sessionIssuerArn ?? arn;
      return (session?.sessionName ?? nameOf(arn)) === asked ? arn : undefined;
    },
  };
}

/** The name at the end of the ARN of a user or a federated user. */
function nameOf(arn: string): string | undefined {
  const { resource = '' } = parseArn(arn) ?? {};
  if (resource.startsWith('user/')) return resource.slice(resource.lastIndexOf('/') + 1);
  return resource.startsWith('federated-user/') ? resource.slice('federated-user/'.length) : undefined;
}
