import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { STSClient } from '@aws-sdk/client-sts';
import type { AnswerForm } from '../answer-form.ts';

/** The SDK clients that calls go through. What stands behind them is AWS, or whatever was put in its place. */
export interface Clients {
  readonly iam: IAMClient;
  readonly sts: STSClient;
  /** CloudTrail is regional: the client of a region, loaded when it is first asked for; of the settings' region if absent. */
  cloudtrail(region?: string): Promise<CloudTrailClient>;
}

export interface SendOptions {
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
