/** What may be known of one credential. The first group is for recognising it, the second fills targets and commands. */
export const FACTS = [
  'sample',
  'finding-type',
  'principal',
  'user-type',
  'key-prefix',
  'issued-by',
  'caller-prefix',
  'root-kind',
  'service',
  'provider',
  'assumed-root',
  'role-path',
  'key',
  'user',
  'role',
  'session',
  'source-identity',
  'federated-user',
  'instance',
  'instance-id',
  'identity-user',
  'account',
  'partition',
  'region',
] as const;

export type Fact = (typeof FACTS)[number];

/** Facts by name; what is not known is absent. */
export type Facts = Readonly<Partial<Record<Fact, string>>>;

const NAME = /^[\w+=,.@-]{1,128}$/;

/**
 * The form that a value needs before it goes into a target or a command. Logs are written by intruders too: what does
 * not have the form is taken for not known.
 * Sources: IAM API Reference, `existingUserNameType`, `roleNameType`, `accessKeyIdType`; STS API Reference, "AssumeRole"
 * and "GetFederationToken"; Identity Store API Reference, "User", "UserId".
 */
const FORMS: Readonly<Partial<Record<Fact, RegExp>>> = {
  key: /^\w{16,128}$/,
  user: NAME,
  role: NAME,
  session: /^[\w+=,.@-]{2,64}$/,
  'source-identity': /^[\w+=,.@-]{2,64}$/,
  'federated-user': /^[\w+=,.@-]{2,32}$/,
  instance: /^arn:aws[\w-]*:ec2:[a-z\d-]+:\d{12}:instance\/i-[\da-f]{8,17}$/,
  'role-path': /^\/(?:[\w+=,.@/-]{1,510}\/)?$/,
  'instance-id': /^i-[\da-f]{8,17}$/,
  'identity-user': /^[\da-f-]{36,47}$/,
  account: /^\d{12}$/,
  partition: /^aws[a-z-]*$/,
  region: /^[a-z]{2,4}(?:-[a-z]+)+-\d$/,
};

/** A fact that is safe in a target or a command; nothing when it is not known, or does not look like what it is. */
export function wellFormed(facts: Facts, fact: Fact): string | undefined {
  const value = facts[fact];
  return value !== undefined && FORMS[fact]?.test(value) === true ? value : undefined;
}

/** Leaves out what is not known, so that facts can be written as one literal. */
export function facts(known: Readonly<Partial<Record<Fact, string | null | undefined>>>): Facts {
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value != null && value !== ''));
}
