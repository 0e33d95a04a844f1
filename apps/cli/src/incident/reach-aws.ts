import { type Api, AwsProblem, callerIdentity, connect, sdkApi } from '@firebreak/aws';

/** How AWS is reached, and why that way. */
export interface Reach {
  readonly api: Api | 'by-hand';
  readonly mode: 'aws' | 'by-hand';
  readonly because: string;
}

export interface ReachFlags {
  readonly byHand?: boolean;
  readonly profile?: string;
  readonly region?: string;
}

/**
 * AWS through the SDK when there are credentials for the account that the finding is about; else by hand: firebreak
 * prints each call as an AWS CLI line.
 */
export async function reachAws(flags: ReachFlags, account: string | undefined): Promise<Reach> {
  const byHand = (because: string): Reach => ({ api: 'by-hand', mode: 'by-hand', because });
  if (flags.byHand) return byHand('By hand, as asked: each AWS call is printed for you to run.');
  try {
    const clients = await connect(flags);
    const caller = await callerIdentity(clients, AbortSignal.timeout(10_000));
    if (account !== undefined && caller.account !== account) {
      return byHand(
        `Signed in to account ${caller.account}, and the finding is about ${account}: each AWS call is printed for you to run there.`,
      );
    }
    return {
      api: sdkApi(clients, caller),
      mode: 'aws',
      because: `Signed in to account ${caller.account} as ${caller.arn}.`,
    };
  } catch (error) {
    if (!(error instanceof AwsProblem)) throw error;
    return byHand(
      'No AWS credentials in this terminal: each AWS call is printed for you to run where you are signed in.',
    );
  }
}
