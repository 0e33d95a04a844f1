import type { IAMClient } from '@aws-sdk/client-iam';
import type { STSClient } from '@aws-sdk/client-sts';

/** The SDK clients that calls go through. What stands behind them is AWS, or whatever was put in its place. */
export interface Clients {
  readonly iam: IAMClient;
  readonly sts: STSClient;
}

type Send = (clients: Clients, input: never, options: { abortSignal?: AbortSignal }) => Promise<object>;

/** What firebreak knows of one operation. */
export interface Operation {
  /** `read` changes nothing; `write` changes the account. */
  readonly access: 'read' | 'write';
  /** The IAM action that the caller needs. Some differ from the operation's name. */
  readonly permission: string;
  readonly send: Send;
}

/**
 * Every operation that firebreak sends, by `service:Operation`. A call that is not in here is not made.
 * Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Identity and Access
 * Management" and "… AWS Security Token Service".
 */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'iam:DeleteRolePolicy': iam('write', 'DeleteRolePolicy'),
  'iam:DeleteUserPolicy': iam('write', 'DeleteUserPolicy'),
  'iam:GetRole': iam('read', 'GetRole'),
  'iam:GetRolePolicy': iam('read', 'GetRolePolicy'),
  'iam:GetUserPolicy': iam('read', 'GetUserPolicy'),
  'iam:ListAccessKeys': iam('read', 'ListAccessKeys'),
  'iam:ListRolePolicies': iam('read', 'ListRolePolicies'),
  'iam:ListUserPolicies': iam('read', 'ListUserPolicies'),
  'iam:PutRolePolicy': iam('write', 'PutRolePolicy'),
  'iam:PutUserPolicy': iam('write', 'PutUserPolicy'),
  'iam:UpdateAccessKey': iam('write', 'UpdateAccessKey'),
  'sts:GetCallerIdentity': sts('read', 'GetCallerIdentity'),
};

type IamOperation = {
  [K in keyof typeof import('@aws-sdk/client-iam')]: K extends `${infer Name}Command` ? Name : never;
}[keyof typeof import('@aws-sdk/client-iam')];

function iam(access: Operation['access'], name: IamOperation): Operation {
  const send = async (clients: Clients, input: never, options: { abortSignal?: AbortSignal }) => {
    const commands = await import('@aws-sdk/client-iam');
    const Command = commands[`${name}Command`] as unknown as typeof commands.GetRoleCommand;
    return clients.iam.send(new Command(input), options);
  };
  return { access, permission: `iam:${name}`, send };
}

function sts(access: Operation['access'], name: 'GetCallerIdentity'): Operation {
  const send = async (clients: Clients, input: never, options: { abortSignal?: AbortSignal }) => {
    const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
    return clients.sts.send(new GetCallerIdentityCommand(input), options);
  };
  return { access, permission: `sts:${name}`, send };
}
