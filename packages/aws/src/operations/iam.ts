import type { AnswerForm } from '../answer-form.ts';
import { sendOnce } from '../send-once.ts';
import type { Clients, Operation, SendOptions } from './operation.ts';

const POLICY_NAMES: AnswerForm = { holds: { PolicyNames: 'list of texts' } };

/**
 * Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Identity and Access
 * Management".
 */
export const IAM_OPERATIONS: Readonly<Record<string, Operation>> = {
  'iam:AttachUserPolicy': iam('write', 'AttachUserPolicy'),
  'iam:DeleteLoginProfile': iam('write', 'DeleteLoginProfile'),
  'iam:DeleteRolePolicy': iam('write', 'DeleteRolePolicy'),
  'iam:DeleteUserPermissionsBoundary': iam('write', 'DeleteUserPermissionsBoundary'),
  'iam:DeleteUserPolicy': iam('write', 'DeleteUserPolicy'),
  'iam:DetachUserPolicy': iam('write', 'DetachUserPolicy'),
  'iam:GetInstanceProfile': iam('read', 'GetInstanceProfile', {
    holds: {
      'InstanceProfile.Arn': 'text',
      'InstanceProfile.Roles': 'list',
      'InstanceProfile.Roles[].RoleName': 'text',
    },
    repeats: { 'InstanceProfile.InstanceProfileName': 'InstanceProfileName' },
  }),
  'iam:GetLoginProfile': iam('read', 'GetLoginProfile', {
    holds: { 'LoginProfile.CreateDate': 'text' },
    repeats: { 'LoginProfile.UserName': 'UserName' },
  }),
  'iam:GetRole': iam('read', 'GetRole', {
    holds: {
      'Role.Path': 'text',
      'Role.RoleId': 'text',
      'Role.Arn': 'text',
      'Role.AssumeRolePolicyDocument': 'policy document',
    },
    repeats: { 'Role.RoleName': 'RoleName' },
  }),
  'iam:GetRolePolicy': iam('read', 'GetRolePolicy', {
    holds: { PolicyDocument: 'policy document' },
    repeats: { RoleName: 'RoleName', PolicyName: 'PolicyName' },
  }),
  'iam:GetUser': iam('read', 'GetUser', {
    holds: { 'User.Arn': 'text' },
    repeats: { 'User.UserName': 'UserName' },
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
  'iam:ListAttachedUserPolicies': iam('read', 'ListAttachedUserPolicies', {
    holds: { AttachedPolicies: 'list', 'AttachedPolicies[].PolicyArn': 'text' },
  }),
  'iam:ListMFADevices': iam('read', 'ListMFADevices', {
    holds: { MFADevices: 'list', 'MFADevices[].SerialNumber': 'text' },
    repeats: { 'MFADevices[].UserName': 'UserName' },
  }),
  'iam:ListRolePolicies': iam('read', 'ListRolePolicies', POLICY_NAMES),
  'iam:ListServiceSpecificCredentials': iam('read', 'ListServiceSpecificCredentials', {
    holds: {
      ServiceSpecificCredentials: 'list',
      'ServiceSpecificCredentials[].ServiceSpecificCredentialId': 'text',
      'ServiceSpecificCredentials[].ServiceName': 'text',
      'ServiceSpecificCredentials[].Status': 'text',
    },
    repeats: { 'ServiceSpecificCredentials[].UserName': 'UserName' },
  }),
  'iam:ListUserPolicies': iam('read', 'ListUserPolicies', POLICY_NAMES),
  'iam:PutRolePolicy': iam('write', 'PutRolePolicy'),
  'iam:PutUserPermissionsBoundary': iam('write', 'PutUserPermissionsBoundary'),
  'iam:PutUserPolicy': iam('write', 'PutUserPolicy'),
  'iam:UpdateAccessKey': iam('write', 'UpdateAccessKey'),
  'iam:UpdateAssumeRolePolicy': iam('write', 'UpdateAssumeRolePolicy'),
  'iam:UpdateServiceSpecificCredential': iam('write', 'UpdateServiceSpecificCredential'),
};

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
