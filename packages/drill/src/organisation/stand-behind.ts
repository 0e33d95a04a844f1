import type { IAMClient } from '@aws-sdk/client-iam';
import type { S3Client } from '@aws-sdk/client-s3';
import type { STSClient } from '@aws-sdk/client-sts';
import type { Decision } from '@firebreak/iam';
import { CommandNotSimulated } from '../errors.ts';
import { type Answer, answerCall, type Request } from '../operations/answer-call.ts';
import { Denied } from '../operations/authorise-call.ts';
import { findOperation } from '../operations/catalogue.ts';
import { metadata } from '../operations/service-fault.ts';
import type { Organisation } from './organisation.ts';

/** The clients that can stand on a simulated organisation. */
export type SdkClient = IAMClient | STSClient | S3Client;

export interface StandBehindOptions {
  /** The address that the client's calls come from: `aws:SourceIp`. */
  readonly sourceIp?: string;
  /** Learns why each call was allowed or denied, which the client itself is not told. */
  readonly onDecision?: (decision: Decision) => void;
}

/** The part of the middleware stack that is the same for every client. */
interface InitializeStack {
  add(
    middleware: (
      next: unknown,
      context: { readonly clientName?: string; readonly commandName?: string },
    ) => (args: { readonly input: object }) => Promise<{ response: unknown; output: object }>,
    options: { readonly step: 'initialize'; readonly name: string; readonly override: true },
  ): void;
}

/**
 * Lets an SDK client speak to a simulated organisation instead of AWS: no network, no signature, no retries.
 * The caller is whoever owns the client's credentials.
 *
 * The client's commands then throw what AWS would answer, and {@link CommandNotSimulated} for what nobody wrote yet.
 */
export function standBehind(
  client: SdkClient,
  organisation: Organisation,
  { sourceIp = '192.0.2.1', onDecision }: StandBehindOptions = {},
): void {
  const stack = client.middlewareStack as unknown as InitializeStack;
  stack.add(
    (_next, { clientName = '', commandName = '' }) =>
      async ({ input }) => {
        const key = `${clientName.replace(/Client$/, '').toLowerCase()}:${commandName.replace(/Command$/, '')}`;
        const operation = findOperation(key);
        if (operation === undefined) throw notSimulated(key);
        const [credentials, region] = await Promise.all([
          client.config.credentials(),
          client.config.region(),
        ]);
        const request = { operation, input, credentials, region, sourceIp };
        const { output, decision } = await answered(organisation, request, onDecision);
        onDecision?.(decision);
        return { response: undefined, output: { ...output, $metadata: metadata(200) } };
      },
    { step: 'initialize', name: 'simulatedOrganisation', override: true },
  );
}

async function answered(
  organisation: Organisation,
  request: Omit<Request, 'now'>,
  onDecision: StandBehindOptions['onDecision'],
): Promise<Answer> {
  try {
    return await organisation.transact((draft) =>
      answerCall(draft, { ...request, now: organisation.clock() }),
    );
  } catch (error) {
    if (!(error instanceof Denied)) throw error;
    onDecision?.(error.decision);
    throw error.fault;
  }
}

/** What a call to the organisation ends with that nobody wrote yet. */
export function notSimulated(key: string): CommandNotSimulated {
  return new CommandNotSimulated(
    `Cannot answer ${key}: the simulated organisation does not know this command`,
    {
      remedy: 'Leave this call out of the drill, or add the operation to packages/drill/src/operations.',
    },
  );
}
