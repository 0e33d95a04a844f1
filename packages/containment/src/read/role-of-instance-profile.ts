import type { Api } from '@firebreak/aws';
import { parseArn } from '@firebreak/iam';
import { TargetInvalid } from '../errors.ts';

/**
 * The role behind an instance profile; nothing when it has none. The profile's name says nothing about it: it may
 * have another name than its role, and a path.
 * Source: IAM API Reference, "GetInstanceProfile".
 *
 * @param arn such as `arn:aws:iam::111111111111:instance-profile/web/WebServer`.
 * @throws {TargetInvalid} when the ARN is none of an instance profile, or of one that is gone.
 * @throws {AwsProblem} when it cannot be read.
 */
export async function roleOfInstanceProfile(arn: string, api: Api): Promise<string | undefined> {
  const parsed = parseArn(arn);
  const name = parsed?.resource.slice(parsed.resource.lastIndexOf('/') + 1) ?? '';
  if (parsed?.service !== 'iam' || !parsed.resource.startsWith('instance-profile/') || name === '')
    throw new TargetInvalid(
      `Cannot find the role of ${JSON.stringify(arn)}: it is no instance profile's ARN`,
      {
        remedy: 'Give the ARN from the instance, such as arn:aws:iam::111111111111:instance-profile/NAME.',
      },
    );
  const answer = await api.call({
    service: 'iam',
    operation: 'GetInstanceProfile',
    input: { InstanceProfileName: name },
    account: parsed.accountId,
  });
  const { Arn, Roles } = answer['InstanceProfile'] as { Arn: string; Roles: { RoleName: string }[] };
  if (Arn !== arn)
    throw new TargetInvalid(`Cannot find the role of ${arn}: the profile of that name is now ${Arn}`, {
      remedy: 'Look up in CloudTrail who made the profile again, and which role it had.',
    });
  return Roles[0]?.RoleName;
}
