import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { STSClient } from '@aws-sdk/client-sts';
import type { AnswerForm } from './answer-form.ts';
import { type ApiCall, operationName } from './api-call.ts';
import { UnknownOperation } from './errors.ts';
import { sendOnce } from './send-once.ts';

/** The SDK clients that calls go through. What stands behind them is AWS, or whatever was put in its place. */
export interface Clients {
  readonly iam: IAMClient;
  readonly sts: STSClient;
  /** CloudTrail is regional: the client of a region, loaded when it is first asked for; of the settings' region if absent. */
  cloudtrail(region?: string): Promise<CloudTrailClient>;
}

interface SendOptions {
  readonly abortSignal?: AbortSignal;
  /** Where a regional service is called. */
  readonly region?: string;
}

type Send = (clients: Clients, input: never, options: SendOptions) => Promise<object>;

/** What firebreak knows of one operation. */
export interface Operation {
  /** `read` changes nothing; `write` changes the account. */
  readonly access: 'read' | 'write';
  /** The IAM action that the caller needs. Some differ from the operation's name. */
  readonly permission: string;
  /** What its answer holds; a `write` answers with nothing that is used. */
  readonly answer?: AnswerForm;
  /** Sends it. A `write` is never sent again unless AWS said that it was not taken. */
  readonly send: Send;
}

const POLICY_NAMES: AnswerForm = { holds: { PolicyNames: 'list of texts' } };

/**
 * Every operation that firebreak sends, by `service:Operation`. A call that is not in here is not made.
 * Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Identity and Access
 * Management", "… AWS Security Token Service" and "… AWS CloudTrail".
 */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'cloudtrail:LookupEvents': lookupEvents(),
  'iam:DeleteRolePolicy': iam('write', 'DeleteRolePolicy'),
  'iam:DeleteUserPolicy': iam('write', 'DeleteUserPolicy'),
  'iam:GetRole': iam('read', 'GetRole', {
    holds: { 'Role.Path': 'text' },
    repeats: { 'Role.RoleName': 'RoleName' },
  }),
  'iam:GetRolePolicy': iam('read', 'GetRolePolicy', {
    holds: { PolicyDocument: 'policy document' },
    repeats: { RoleName: 'RoleName', PolicyName: 'PolicyName' },
  }),
  'iam:GetUserPolicy': iam('read', 'GetUserPolicy', {
    holds: { PolicyDocument: 'policy document' },
    repeats: { UserName: 'UserName', PolicyName: 'PolicyName' },
  }),
  'iam:ListAccessKeys': iam('read', 'ListAccessKeys', {
    holds: {
      AccessKeyMetadata: 'list',
      'AccessKeyMetadata[].AccessKeyId': 'text',
      'AccessKeyMetadata[].Status': 'text',
    },
    repeats: { 'AccessKeyMetadata[].UserName': 'UserName' },
  }),
  'iam:ListRolePolicies': iam('read', 'ListRolePolicies', POLICY_NAMES),
  'iam:ListUserPolicies': iam('read', 'ListUserPolicies', POLICY_NAMES),
  'iam:PutRolePolicy': iam('write', 'PutRolePolicy'),
  'iam:PutUserPolicy': iam('write', 'PutUserPolicy'),
  'iam:UpdateAccessKey': iam('write', 'UpdateAccessKey'),
  'sts:GetCallerIdentity': sts('read', 'GetCallerIdentity', { holds: { Account: 'account' } }),
};

/** @throws {UnknownOperation} when firebreak does not know the operation of a call. */
export function operationOf(call: Pick<ApiCall, 'service' | 'operation'>): Operation {
  const name = operationName(call);
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (operation !== undefined) return operation;
  throw new UnknownOperation(`Cannot call ${name}: firebreak does not know this operation`, {
    remedy: 'Correct the name, or run the call with the AWS CLI.',
  });
}

type IamOperation = {
  [K in keyof typeof import('@aws-sdk/client-iam')]: K extends `${infer Name}Command` ? Name : never;
}[keyof typeof import('@aws-sdk/client-iam')];

function iam(access: Operation['access'], name: IamOperation, answer?: AnswerForm): Operation {
  const send = async (clients: Clients, input: never, { abortSignal }: SendOptions) => {
    const options = abortSignal === undefined ? {} : { abortSignal };
    const commands = await import('@aws-sdk/client-iam');
    const Command = commands[`${name}Command`] as unknown as typeof commands.GetRoleCommand;
    const command = new Command(input);
    if (access === 'write') sendOnce(command, abortSignal);
    return clients.iam.send(command, options);
  };
  return { access, permission: `iam:${name}`, send, ...(answer === undefined ? {} : { answer }) };
}

function sts(access: 'read', name: 'GetCallerIdentity', answer: AnswerForm): Operation {
  const send = async (clients: Clients, input: never, { abortSignal }: SendOptions) => {
    const options = abortSignal === undefined ? {} : { abortSignal };
    const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
    return clients.sts.send(new GetCallerIdentityCommand(input), options);
  };
  return { access, permission: `sts:${name}`, send, answer };
}

/** The command takes its times as dates, a call holds them as text. */
function lookupEvents(): Operation {
  const send = async (clients: Clients, input: object, { abortSignal, region }: SendOptions) => {
    const { LookupEventsCommand } = await import('@aws-sdk/client-cloudtrail');
    const times = Object.entries(input).map(([name, value]) =>
      name === 'StartTime' || name === 'EndTime' ? [name, new Date(value)] : [name, value],
    );
    const client = await clients.cloudtrail(region);
    const options = abortSignal === undefined ? {} : { abortSignal };
    return client.send(new LookupEventsCommand(Object.fromEntries(times)), options);
  };
  const answer: AnswerForm = { holds: { Events: 'list', 'Events[].CloudTrailEvent': 'text' } };
  return { access: 'read', permission: 'cloudtrail:LookupEvents', send, answer };
}
