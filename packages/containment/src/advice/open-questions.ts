import type { OpenQuestion } from './advice.ts';
import type { AdviceFinding, AdviceGapKind, AdviceLineage } from './advice-input.ts';
import { type Facts, wellFormed } from './fact.ts';
import type { Subject } from './subject.ts';

/** What each gap of a lineage means for containment. */
const MEANING: Readonly<Record<AdviceGapKind, string>> = {
  'key-never-seen': 'Nobody knows yet whose permissions this key has, so nobody can be contained for it.',
  'issuance-not-in-logs':
    'Who began this session is not known, and can begin another: find the caller, or cut the trust of its role.',
  'beyond-retention':
    'Who began this session is older than the records, and can begin another: find the caller, or cut the trust of its role.',
  'other-account':
    'The caller is in another account: what is done here does not bind it. Contain it there, or cut the trust of the role.',
  'console-role-switch':
    'A person switched to this role in the console: contain the way they sign in, too, or they switch again.',
  'console-sign-in': 'A password began this, not a key: deactivating keys stops nothing of it.',
  'caller-without-key': 'The caller has a credential that nobody named yet, and it is still alive.',
  'service-issued':
    'An AWS service got this credential: find what drives the service, or it gets a fresh one after every revocation.',
  'made-by-hand':
    "Whether the key's maker is the intruder or a colleague is not known: ask before you contain the maker.",
  'other-credential':
    'A credential without a key id was made: a deny of its user binds it, deactivating access keys does not.',
  'unexplained-session':
    'This session only says that it is an instance: its name was chosen by its caller, so look before you isolate that instance.',
  loop: 'The records contradict each other, so the chain may not be whole.',
  'source-unavailable':
    'Part of the records could not be read, so more sessions may be alive than are listed here.',
  'account-differs':
    'The key belongs to another account than the finding: contain it in the account that owns it.',
};

/** What the lineage leaves open, most pressing first as the lineage has it. */
export function gapQuestions({ gaps }: AdviceLineage): OpenQuestion[] {
  return gaps.map(({ kind, what, lookup, command }) => ({
    what: `${what}. ${MEANING[kind]}`,
    how: command === null ? lookup : lookup.replace(`: ${command}`, ''),
    command,
  }));
}

/** What to find out of a credential that no record recognises. */
export function unknownCredential({ facts: known }: Subject): OpenQuestion {
  const { key, 'key-prefix': prefix } = known;
  if (known['root-kind'] === 'unknown')
    return {
      what: 'What the chain begins with is not known, so its root is not contained by any of these steps.',
      how: 'Close the gaps of the trace, and ask again.',
      command: null,
    };
  if (prefix === 'ASIA')
    return {
      what: `${key ?? 'The key'} is temporary, and does not say by itself which role or user its permissions come from.`,
      how: 'Trace it: give --logs DIR, --lookup or --athena.',
      command: null,
    };
  return {
    what: `What kind of credential ${key ?? 'it'} is cannot be told from what is known.`,
    how: 'Find a CloudTrail record that it signed, and read userIdentity.',
    command: null,
  };
}

/** How to find the credential of a resource, by GuardDuty's word for it. */
const OF_RESOURCE: Readonly<Record<string, string>> = {
  Instance: 'Find the role behind its instance profile, and the credentials that EC2 gave it',
  Lambda: 'Find its execution role, and the sessions of that role',
  ECSCluster: 'Find the task role of the task, and the sessions of that role',
  EKSCluster: 'Find the service account of the pod, and the role that it assumes',
  Container: 'Find the role of the task, the pod or the instance that it runs on',
};

/** What to find out where a finding names no credential. */
export function noCredential({ type, resources }: AdviceFinding): OpenQuestion {
  const [first] = resources;
  const about =
    first === undefined ? '' : ` It is about ${first.kind}${first.id === undefined ? '' : ` ${first.id}`}.`;
  const how = OF_RESOURCE[first?.kind ?? ''] ?? 'Find out in CloudTrail which credential was used';
  const isInstance = first?.kind === 'Instance' && /^i-[\da-f]{8,17}$/.test(first.id ?? '');
  return {
    what: `${type.name} names no credential, so it does not say whom to contain.${about}`,
    how: `${how}; then ask again with --key`,
    command: isInstance
      ? `aws ec2 describe-instances --instance-ids ${first?.id} --query Reservations[].Instances[].IamInstanceProfile`
      : null,
  };
}

/** What to find out before the steps for a credential can be planned, for the target fields that are not known. */
export function missingQuestions({ facts: known }: Subject, missing: ReadonlySet<string>): OpenQuestion[] {
  const key = wellFormed(known, 'key');
  const id = wellFormed(known, 'instance-id');
  const questions: OpenQuestion[] = [];
  if (missing.has('account'))
    questions.push({
      what: `Which account owns ${key ?? 'the credential'} is not known.`,
      how: key === undefined ? 'Read it in a CloudTrail record that it signed.' : 'Ask STS',
      command: key === undefined ? null : `aws sts get-access-key-info --access-key-id ${key}`,
    });
  if (missing.has('user')) questions.push(userQuestion(known, key));
  if (missing.has('role'))
    questions.push({
      what: `Which role the permissions of ${key ?? 'the credential'} come from is not known.`,
      how: 'Trace the key: give --logs DIR, --lookup or --athena.',
      command: null,
    });
  if (missing.has('instance') && id !== undefined)
    questions.push({
      what: `In which Region ${id} runs is not known; a deny of its ARN with another Region stops nothing.`,
      how: 'Ask EC2 in the Regions that you use; its ARN is arn:aws:ec2:REGION:ACCOUNT:instance/ID',
      command: `aws ec2 describe-instances --instance-ids ${id} --region REGION`,
    });
  return questions;
}

/** A long-term key alone may be the root user's. */
function userQuestion(known: Facts, key: string | undefined): OpenQuestion {
  if (known['key-prefix'] === 'AKIA' && key !== undefined)
    return {
      what: `Which user ${key} belongs to is not known; it may be a key of the root user, which no action binds.`,
      how: 'Ask IAM in the account that owns it; where it answers without a user name, suspect the root user',
      command: `aws iam get-access-key-last-used --access-key-id ${key}`,
    };
  return {
    what: `Which IAM user issued ${key ?? 'the session'} is not known; its permissions come from that user.`,
    how: 'Trace the key: give --logs DIR, --lookup or --athena.',
    command: null,
  };
}
