import { type FirebreakConfig, OPERATIONS, type Operation, partitionOf, roleOf } from '@firebreak/aws';
import { ACTIONS } from '@firebreak/containment';
import type { PolicyDocument, Statement } from '@firebreak/iam';
import { UsageProblem } from '../errors.ts';

export interface PolicyRequest {
  readonly config: FirebreakConfig | undefined;
  /** Who may assume the role: an account's id or an ARN. */
  readonly trusted?: string | undefined;
}

/** One least policy. */
interface PolicyKind {
  /** Whom or what it is attached to. */
  readonly says: string;
  readonly document: (request: PolicyRequest) => PolicyDocument;
}

/** GetCallerIdentity needs no permission. Source: AWS STS API Reference, "GetCallerIdentity". */
const FREE = 'sts:GetCallerIdentity';

/** The least policies by name. What each allows follows from what the code calls. */
export const POLICIES: Readonly<Record<string, PolicyKind>> = {
  responder: {
    says: 'for the role in each account: evidence, and every action',
    document: () =>
      policy(
        allow('FirebreakReads', permissionsOf('read')),
        allow('FirebreakChanges', permissionsOf('write')),
      ),
  },
  trust: {
    says: 'the trust policy of that role; needs --trusted',
    document: trustPolicy,
  },
  caller: {
    says: 'for whoever signs in to the terminal and assumes the roles',
    document: callerPolicy,
  },
  inbox: {
    says: 'for the role in the delegated administrator account of GuardDuty: the inbox and feedback',
    document: () =>
      policy(
        allow(
          'FirebreakInbox',
          GUARDDUTY_ACTIONS.map((name) => `guardduty:${name}`),
        ),
      ),
  },
  analyst: {
    says: 'for whoever asks the central bucket through Athena',
    document: (request) => policy(...analystStatements(request)),
  },
  setup: {
    says: 'for whoever makes the tables; add it to the policy of an analyst',
    document: () =>
      policy(
        allow('FirebreakTables', [
          'glue:CreateDatabase',
          'glue:CreateTable',
          'glue:UpdateTable',
          'glue:DeleteTable',
        ]),
      ),
  },
};

/** What packages/guardduty calls. A test compares it with the code. */
export const GUARDDUTY_ACTIONS = [
  'ArchiveFindings',
  'GetFindings',
  'ListDetectors',
  'ListFindings',
  'UnarchiveFindings',
  'UpdateFindingsFeedback',
] as const;

/** What packages/athena calls. A test compares it with the code. */
export const ATHENA_ACTIONS = [
  'GetDatabase',
  'GetQueryExecution',
  'GetQueryResults',
  'GetTableMetadata',
  'GetWorkGroup',
  'StartQueryExecution',
  'StopQueryExecution',
] as const;

/** @throws {UsageProblem} when there is no such policy, or it needs what was not given. */
export function leastPolicy(name: string, request: PolicyRequest): PolicyDocument {
  const kind = Object.hasOwn(POLICIES, name) ? POLICIES[name] : undefined;
  if (kind !== undefined) return kind.document(request);
  throw new UsageProblem(`Cannot print a policy: there is none for "${name}"`, {
    remedy: `Use one of: ${Object.keys(POLICIES).join(', ')}.`,
  });
}

/** What the table of operations and the actions need, sorted. */
export function permissionsOf(access: Operation['access']): string[] {
  const sent = Object.values(OPERATIONS)
    .filter((operation) => operation.access === access)
    .map(({ permission }) => permission);
  const reads = access === 'read' ? ACTIONS.flatMap((action) => action.reads) : [];
  return [...new Set([...sent, ...reads])].filter((permission) => permission !== FREE).sort();
}

/**
 * The external id is asked for where the session is opened; setting a source identity is allowed by a statement of its
 * own. Source: IAM User Guide, "Monitor and control actions taken with assumed roles".
 */
function trustPolicy({ config, trusted }: PolicyRequest): PolicyDocument {
  const partition = partitionOf(config?.regions.home ?? '');
  if (
    trusted === undefined ||
    !/^(\d{12}|arn:aws[a-z-]*:iam::\d{12}:(root|(user|role)\/[\w+=,.@/-]+))$/.test(trusted)
  )
    throw new UsageProblem('Cannot print the trust policy: --trusted does not say who may assume the role', {
      remedy: 'Give --trusted with the id of an account, or the ARN of a user or role.',
    });
  const AWS = /^\d{12}$/.test(trusted) ? `arn:${partition}:iam::${trusted}:root` : trusted;
  const externalId = config?.access?.externalId;
  const Condition =
    externalId === undefined ? {} : { Condition: { StringEquals: { 'sts:ExternalId': externalId } } };
  const Effect = 'Allow';
  return policy(
    { Sid: 'FirebreakEnters', Effect, Principal: { AWS }, Action: 'sts:AssumeRole', ...Condition },
    { Sid: 'FirebreakSaysWho', Effect, Principal: { AWS }, Action: 'sts:SetSourceIdentity' },
  );
}

function callerPolicy({ config }: PolicyRequest): PolicyDocument {
  const roles = (config?.accounts ?? []).flatMap((account) => {
    const role = config && roleOf(config, account);
    return role === undefined ? [] : [role.arn];
  });
  // One role of the same name in each account is one ARN with a wildcard, so that the policy does not grow.
  const byName = new Set(roles.map((arn) => arn.replace(/:\d{12}:/, ':*:')));
  if (config === undefined || byName.size === 0)
    throw new UsageProblem('Cannot print the policy of a caller: the configuration names no role to assume', {
      remedy: 'Write "access.role" into firebreak.yaml, then ask again.',
    });
  const Resource = [...new Set(roles.length > MANY ? byName : roles)].sort();
  return policy({
    Sid: 'FirebreakAssumes',
    Effect: 'Allow',
    Action: ['sts:AssumeRole', 'sts:SetSourceIdentity'],
    Resource,
  });
}

/** More ARNs than this would fill a managed policy. */
const MANY = 40;

/** Source: Athena User Guide, "Access to workgroups and tables", "Control access to Amazon S3 from Athena". */
function analystStatements({ config }: PolicyRequest): Statement[] {
  const partition = partitionOf(config?.regions.home ?? '');
  const { athena, logs } = config ?? {};
  const bucket = (name: string) => `arn:${partition}:s3:::${name}`;
  const workgroup =
    config === undefined ? '*' : `arn:${partition}:athena:*:*:workgroup/${athena?.workgroup ?? 'primary'}`;
  const [, results, folder = ''] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(athena?.results ?? '') ?? [];
  const database = athena?.database ?? 'firebreak';
  const glue = ['catalog', `database/${database}`, `table/${database}/*`];
  const prefix = logs?.prefix === undefined ? '' : `${logs.prefix.replace(/\/$/, '')}/`;
  const catalogs = ['GetDatabase', 'GetTableMetadata'].map((name) => `athena:${name}`);
  const queries = ATHENA_ACTIONS.map((name) => `athena:${name}`).filter((name) => !catalogs.includes(name));
  return [
    { ...allow('FirebreakQueries', queries), Resource: workgroup },
    allow('FirebreakCatalog', catalogs),
    {
      ...allow('FirebreakTables', [
        'glue:GetDatabase',
        'glue:GetPartitions',
        'glue:GetTable',
        'glue:GetTables',
      ]),
      Resource: glue.map((path) => `arn:${partition}:glue:*:*:${path}`),
    },
    {
      ...allow('FirebreakLogs', ['s3:GetObject', 's3:GetBucketLocation', 's3:ListBucket']),
      Resource: logs === undefined ? '*' : [bucket(logs.bucket), `${bucket(logs.bucket)}/${prefix}AWSLogs/*`],
    },
    ...(results === undefined
      ? []
      : [
          {
            ...allow('FirebreakResults', [
              's3:AbortMultipartUpload',
              's3:GetBucketLocation',
              's3:GetObject',
              's3:ListBucket',
              's3:ListBucketMultipartUploads',
              's3:ListMultipartUploadParts',
              's3:PutObject',
            ]),
            Resource: [
              bucket(results),
              `${bucket(results)}/${folder.replace(/\/?$/, folder === '' ? '' : '/')}*`,
            ],
          },
        ]),
  ];
}

function allow(Sid: string, Action: readonly string[]): Statement {
  return { Sid, Effect: 'Allow', Action, Resource: '*' };
}

function policy(...statements: readonly Statement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}
