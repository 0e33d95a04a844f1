import { assumedRoleOfArn, parseArn, uniqueIdPrefix } from '@firebreak/iam';
import type { AdviceKey, AdviceLineage } from './advice-input.ts';
import { facts } from './fact.ts';
import { type Subject, subject } from './subject.ts';

/**
 * The credentials of a lineage: the root, each hop of the chain, what else came from the root, and callers of whom only
 * the role is known; each behind the one that issued it. Keys for users that are not on the way to the key come last.
 */
export function subjectsOfLineage(lineage: AdviceLineage): Subject[] {
  const { chain, forward } = lineage;
  const seen = new Set<string>();
  const keys = [...chain, ...forward].filter(({ accessKeyId }) => {
    if (seen.has(accessKeyId)) return false;
    seen.add(accessKeyId);
    return true;
  });
  const isMade = ({ eventName }: AdviceKey) => eventName === 'CreateAccessKey';
  const hops = keys.flatMap((key) => {
    if (isMade(key)) return chain.includes(key) ? [madeKey(key, false)] : [];
    return isHop(key) ? [hop(key, lineage)] : [];
  });
  const made = keys.filter((key) => isMade(key) && !chain.includes(key)).map((key) => madeKey(key, true));
  return oncePerKey([rootSubject(lineage), ...hops, ...namedOnly(lineage, hops), ...made]);
}

/** A session that a chain begins with is its root and its first hop. */
function oncePerKey(all: readonly Subject[]): Subject[] {
  const kept = new Map<unknown, Subject>();
  for (const one of all) {
    const name = one.facts.key ?? one;
    const before = kept.get(name);
    kept.set(
      name,
      before === undefined ? one : { ...before, facts: facts({ ...one.facts, ...before.facts }) },
    );
  }
  return [...kept.values()];
}

/** Whether a key is a session of its own, and not the root's key. */
function isHop({ eventName, roleName }: AdviceKey): boolean {
  return eventName !== null || roleName !== null;
}

function rootSubject({ root, chain, key }: AdviceLineage): Subject {
  const [first] = chain;
  const { kind, name, userName, provider, userId, sourceIdentity } = root;
  const isSession = kind !== 'long-term-key' && kind !== 'root-user-key';
  // What a service, an instance or a provider vouches for has its permissions from the role of the first key.
  const issuerArn = userName === null ? first?.sessionIssuerArn : undefined;
  const usesRole = ['ec2-instance', 'aws-service', 'saml-user', 'web-identity-user', 'identity-center-user'];
  const role = usesRole.includes(kind) ? first?.roleName : undefined;
  const isRole = role != null;
  return subject(
    {
      key: root.accessKeyId ?? (isRole ? first?.accessKeyId : undefined) ?? (kind === 'unknown' ? key : null),
      issuerArn: isRole ? issuerArn : null,
      account: (isRole ? first?.account : undefined) ?? root.account,
      session: isRole ? (kind === 'ec2-instance' ? name : first?.sessionName) : null,
    },
    {
      'root-kind': kind,
      'issued-by': isRole ? first?.eventName : null,
      user: userName,
      role,
      provider,
      service: kind === 'aws-service' ? name : null,
      'identity-user': userId,
      'source-identity': sourceIdentity,
      ...(isSession && kind === 'identity-center-user' && !isRole ? { session: name } : {}),
    },
  );
}

function hop(key: AdviceKey, { root }: AdviceLineage): Subject {
  const federated = key.eventName === 'GetFederationToken' ? key.sessionName : null;
  const isFirst = key.issuedBy === null || key.issuedBy === root.accessKeyId;
  return subject(
    {
      key: key.accessKeyId,
      issuerArn: key.sessionIssuerArn,
      account: key.account,
      session: key.sessionName,
    },
    {
      'issued-by': key.eventName,
      'caller-prefix': key.issuedBy === null ? null : uniqueIdPrefix(key.issuedBy),
      role: key.roleName,
      user: key.userName,
      'source-identity': key.sourceIdentity,
      'federated-user': federated,
      'identity-user': isFirst ? root.userId : null,
      'assumed-root': key.eventName === 'AssumeRoot' ? 'yes' : null,
      service: key.issuedBy?.includes('.amazonaws.com') === true ? key.issuedBy : null,
      provider: isFirst ? root.provider : null,
    },
  );
}

function madeKey(key: AdviceKey, made: boolean): Subject {
  return subject(
    { key: key.accessKeyId, account: key.account },
    { 'issued-by': 'CreateAccessKey', user: key.userName },
    made,
  );
}

/** Roles and users that have no key in the lineage: callers whose key the record does not name. */
function namedOnly(
  { roles, users, root, chain, forward }: AdviceLineage,
  hops: readonly Subject[],
): Subject[] {
  const isKnown = (role: string, account: string | null) =>
    hops.some(({ facts: { role: name, account: owner } }) => name === role && owner === (account ?? owner)) ||
    chain[0]?.roleName === role;
  const callers = [...chain, ...forward].flatMap(({ principalArn }) => principalArn ?? []);
  const others = roles
    .filter(({ role, account }) => !isKnown(role, account))
    .map(({ role, account }) => {
      const arn = callers.find((caller) => {
        const session = assumedRoleOfArn(caller);
        return session?.roleName === role && (parseArn(caller)?.accountId ?? null) === account;
      });
      const session = arn === undefined ? undefined : assumedRoleOfArn(arn)?.sessionName;
      return subject({ account, session }, { role, 'user-type': 'AssumedRole' });
    });
  const keys = new Set([...chain, ...forward].map(({ accessKeyId }) => accessKeyId));
  const lone = users
    .filter(({ user, accessKeyId }) => user !== root.userName && !keys.has(accessKeyId ?? ''))
    .filter(({ user }) => ![...chain, ...forward].some(({ userName }) => userName === user))
    .map(({ user, account, accessKeyId }) =>
      subject({ key: accessKeyId, account }, { user, 'user-type': 'IAMUser' }),
    );
  return [...others, ...lone];
}
