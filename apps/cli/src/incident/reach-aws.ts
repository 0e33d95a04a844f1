import {
  type Api,
  AwsProblem,
  CredentialsMissing,
  callerIdentity,
  clockSkew,
  connect,
  sdkApi,
} from '@firebreak/aws';

/** How AWS is reached, and why that way. */
export interface Reach {
  readonly api: Api | 'by-hand';
  readonly mode: 'aws' | 'by-hand';
  readonly because: string;
  /** How far AWS's clock is ahead of this machine's, in milliseconds, as of the last answer; 0 when by hand. */
  readonly clockSkew: () => number;
}

export interface ReachFlags {
  readonly byHand?: boolean;
  readonly profile?: string;
  readonly region?: string;
}

/** A region's name becomes a part of the address that is called, and a finding's is written by others. */
const REGION = /^[a-z]{2}(-[a-z]+)+-\d{1,2}$/;

/**
 * AWS through the SDK when there are credentials for the account that the finding is about; else by hand: firebreak
 * prints each call as an AWS CLI line.
 *
 * @param region of the finding; taken when neither a flag nor the environment names one.
 */
export async function reachAws(
  flags: ReachFlags,
  account: string | undefined,
  region?: string,
): Promise<Reach> {
  const byHand = (because: string): Reach => ({
    api: 'by-hand',
    mode: 'by-hand',
    because,
    clockSkew: () => 0,
  });
  if (flags.byHand) return byHand('By hand, as asked: each AWS call is printed for you to run.');
  try {
    const clients = await connect({
      ...flags,
      fallbackRegion: region !== undefined && REGION.test(region) ? region : undefined,
    });
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
      clockSkew: () => clockSkew(clients),
    };
  } catch (error) {
    if (!(error instanceof AwsProblem)) throw error;
    const why =
      error instanceof CredentialsMissing
        ? `No AWS credentials in this terminal (${error.message})`
        : `AWS is not reached from this terminal (${error.message})`;
    return byHand(`${why}: each AWS call is printed for you to run where you are signed in.`);
  }
}
