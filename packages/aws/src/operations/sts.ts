import type { AnswerForm } from '../answer-form.ts';
import type { Clients, Operation, SendOptions } from './operation.ts';

/** Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Security Token Service". */
export const STS_OPERATIONS: Readonly<Record<string, Operation>> = {
  'sts:GetCallerIdentity': sts('read', 'GetCallerIdentity', { holds: { Account: 'account' } }),
};

function sts(access: 'read', name: 'GetCallerIdentity', answer: AnswerForm): Operation {
  const send = async (clients: Clients, input: never, { abortSignal }: SendOptions) => {
    const options = abortSignal === undefined ? {} : { abortSignal };
    const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
    return clients.sts.send(new GetCallerIdentityCommand(input), options);
  };
  return { access, permission: `sts:${name}`, send, answer };
}
