import { parseArn } from '@firebreak/iam';
import { IAM_NAME } from '../action.ts';
import { TargetInvalid } from '../errors.ts';
import { denyWhen, inlineDeny } from '../inline-deny.ts';
import { policyNameOf } from '../policy-name.ts';

const INSTANCE_ARN = /^arn:aws[\w-]*:ec2:[a-z\d-]+:\d{12}:instance\/i-[\da-f]{8,17}$/;

/**
 * Denies everything to the credentials that one EC2 instance got for its role, wherever they are used, and spares the
 * other instances of that role.
 * Source: IAM User Guide, "AWS global condition context keys", ec2:SourceInstanceARN.
 */
export const denyInstanceCredentials = inlineDeny({
  name: 'deny-instance-credentials',
  summary: "Deny everything to one EC2 instance's credentials, and spare other instances of the role",
  target: {
    role: { description: "name of the instance's role, without its path", pattern: IAM_NAME },
    instance: { description: 'ARN of the instance (arn:aws:ec2:…:instance/i-…)', pattern: INSTANCE_ARN },
  },
  owner: 'Role',
  attempt: 'deny an instance on',
  whenFull: 'Use revoke-role-sessions, whose policy is shorter, or deny it by a service control policy.',
  policyName: ({ instance }, incident) => policyNameOf(incident, 'deny-instance', instance),
  statement: ({ instance }) =>
    denyWhen('FirebreakDenyInstance', { ArnEquals: { 'ec2:SourceInstanceARN': instance } }),
  words: ({ role = '', instance = '' }) => ({
    title: `Deny everything to instance ${instance.slice(instance.lastIndexOf('/') + 1)} on role ${role}`,
    stops: [
      `All credentials that this instance got for ${role}, on it and elsewhere, those that it gets from now on too.`,
    ],
    doesNotStop: [
      'Whoever runs code on the instance: isolate it. Its own work stops, too.',
      `Other instances with the role ${role}, and whoever else may assume it.`,
      'Sessions of other roles that were assumed with these credentials: revoke each role of the chain.',
    ],
  }),
  refuse({ instance = '' }, { account }) {
    if (parseArn(instance)?.accountId === account) return;
    throw new TargetInvalid(`Cannot deny instance ${instance}: it is not of account ${account}`, {
      remedy: "Plan it in the instance's own account, where its role is too.",
    });
  },
});
