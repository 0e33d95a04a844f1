import { readAccessKey } from '@firebreak/iam';
import { z } from 'zod';
import { findManagedPolicy } from './managed-policies.ts';
import { POLICY_TEXT } from './policy-schema.ts';

const accountId = z.string().regex(/^\d{12}$/, { error: 'an account id has 12 digits, in quotes' });
const time = z.iso.datetime();
const path = z
  .string()
  .regex(/^\/(?:.*\/)?$/, { error: 'a path starts and ends with "/"' })
  .default('/');
const tags = z.record(z.string(), z.string()).default({});
const inlinePolicies = z.record(z.string(), POLICY_TEXT).default({});
const attachedPolicies = z.array(z.string()).default([]);

/** A unique id of 21 characters. Source: IAM User Guide, "IAM identifiers". */
const uniqueId = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}[A-Z0-9]{17}$`), {
    error: `the id starts with ${prefix} and has 21 characters`,
  });

/** When a key was used last, and where: what GetAccessKeyLastUsed reports. */
export const KEY_USE = z.strictObject({ at: time, service: z.string(), region: z.string() });

const accessKey = z.strictObject({
  status: z.enum(['Active', 'Inactive']),
  createDate: time,
  /** Before the drill. What happens in the drill is kept apart from the account. */
  lastUsed: KEY_USE.optional(),
});

const loginProfile = z.strictObject({ createDate: time, passwordResetRequired: z.boolean().default(false) });

const serviceSpecificCredential = z.strictObject({
  /** Such as `bedrock.amazonaws.com`. */
  service: z.string(),
  status: z.enum(['Active', 'Inactive']),
  createDate: time,
});

const user = z.strictObject({
  userId: uniqueId('AIDA'),
  path,
  createDate: time,
  passwordLastUsed: time.optional(),
  accessKeys: z.record(z.string(), accessKey).default({}),
  /** The console password; absent when there is none. */
  loginProfile: loginProfile.optional(),
  /** By serial number, which of a virtual device is an ARN. */
  mfaDevices: z.record(z.string(), z.strictObject({ enableDate: time })).default({}),
  serviceSpecificCredentials: z.record(uniqueId('ACCA'), serviceSpecificCredential).default({}),
  inlinePolicies,
  attachedPolicies,
  groups: z.array(z.string()).default([]),
  permissionsBoundary: z.string().optional(),
  tags,
});

const group = z.strictObject({ groupId: uniqueId('AGPA'), path, inlinePolicies, attachedPolicies });

const role = z.strictObject({
  roleId: uniqueId('AROA'),
  path,
  createDate: time,
  description: z.string().optional(),
  /** Seconds. */
  maxSessionDuration: z.int().min(3600).max(43_200).default(3600),
  trustPolicy: POLICY_TEXT,
  inlinePolicies,
  attachedPolicies,
  permissionsBoundary: z.string().optional(),
  tags,
});

const instanceProfile = z.strictObject({
  instanceProfileId: uniqueId('AIPA'),
  path,
  createDate: time,
  /** The role's name; a profile has one at most. */
  role: z.string().optional(),
});

const managedPolicy = z.strictObject({ document: POLICY_TEXT });

const bucket = z.strictObject({
  region: z.string(),
  createDate: time,
  policy: POLICY_TEXT.optional(),
  objects: z
    .record(
      z.string(),
      z.strictObject({
        lastModified: time,
        contentType: z.string().default('application/octet-stream'),
        body: z.string(),
      }),
    )
    .default({}),
});

const account = z.strictObject({
  name: z.string(),
  users: z.record(z.string(), user).default({}),
  groups: z.record(z.string(), group).default({}),
  roles: z.record(z.string(), role).default({}),
  instanceProfiles: z.record(z.string(), instanceProfile).default({}),
  /** By ARN; the managed policies of AWS that are in use are written out here too, but for AWSDenyAll. */
  policies: z.record(z.string(), managedPolicy).default({}),
  buckets: z.record(z.string(), bucket).default({}),
  /** One mapping of name to document for each level: root, organisational units, account. */
  serviceControlPolicies: z.array(z.record(z.string(), POLICY_TEXT)).default([]),
});

const issued = {
  account: accountId,
  issuedAt: time,
  expiresAt: time,
  /** The key that signed the issuing call; absent when a service or an identity provider asked. */
  issuedBy: z.string().optional(),
};

const session = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('assumed-role'),
    role: z.string(),
    sessionName: z.string(),
    sourceIdentity: z.string().optional(),
    /** The EC2 instance that the session was issued to. */
    sourceInstanceArn: z.string().optional(),
    policy: POLICY_TEXT.optional(),
    ...issued,
  }),
  z.strictObject({ kind: z.literal('session-token'), user: z.string(), ...issued }),
  z.strictObject({
    kind: z.literal('federation-token'),
    user: z.string(),
    name: z.string(),
    policy: POLICY_TEXT.optional(),
    ...issued,
  }),
]);

/** A simulated organisation: what `organisation.yaml` holds, and what the state goes on from. Times are UTC. */
export const ORGANISATION = z
  .strictObject({
    id: z
      .string()
      .regex(/^o-[a-z0-9]{10,32}$|^o-\d{8}$/, { error: 'an organisation id looks like o-11111111' }),
    accounts: z.record(accountId, account),
    /** Temporary credentials by access key id. Kept apart from the accounts, whose settings they are not. */
    sessions: z.record(z.string(), session).default({}),
  })
  .superRefine(({ accounts, sessions }, context) => {
    const fail = (message: string, ...at: string[]) =>
      context.addIssue({ code: 'custom', message, path: at });
    for (const [id, { users, groups, roles, policies }] of Object.entries(accounts)) {
      for (const [name, { accessKeys, groups: memberOf }] of Object.entries(users)) {
        for (const key of Object.keys(accessKeys))
          if (readAccessKey(key).accountId !== id || readAccessKey(key).kind !== 'long-term')
            fail(
              `the key is no long-term key of account ${id}`,
              'accounts',
              id,
              'users',
              name,
              'accessKeys',
              key,
            );
        const stray = memberOf.find((group) => groups[group] === undefined);
        if (stray !== undefined)
          fail(`there is no group "${stray}"`, 'accounts', id, 'users', name, 'groups');
      }
      for (const [kind, holders] of Object.entries({ users, groups, roles }))
        for (const [name, holder] of Object.entries<{ attachedPolicies: string[] }>(holders)) {
          const stray = holder.attachedPolicies.find((arn) => findManagedPolicy(policies, arn) === undefined);
          if (stray !== undefined)
            fail(`there is no managed policy "${stray}"`, 'accounts', id, kind, name, 'attachedPolicies');
        }
    }
    for (const [key, value] of Object.entries(sessions)) {
      const home = accounts[value.account];
      if (readAccessKey(key).accountId !== value.account || readAccessKey(key).kind !== 'temporary')
        fail(`the key is no temporary key of account ${value.account}`, 'sessions', key);
      const known =
        value.kind === 'assumed-role'
          ? home?.roles[value.role] !== undefined
          : home?.users[value.user] !== undefined;
      if (!known) fail(`account ${value.account} has no such principal`, 'sessions', key);
    }
  });

/** A whole organisation as plain JSON. */
export type OrganisationData = z.output<typeof ORGANISATION>;
/** One account's settings as plain JSON. */
export type AccountState = z.output<typeof account>;
export type UserState = z.output<typeof user>;
export type RoleState = z.output<typeof role>;
export type BucketState = z.output<typeof bucket>;
export type Session = z.output<typeof session>;
