import {
  type CallerIdentity,
  type Clients,
  CredentialsMissing,
  callerIdentity,
  connect,
  sdkApi,
} from '@firebreak/aws';
import type { LookupAnswer, LookupInput, LookupPlace } from '@firebreak/cloudtrail';
import { UsageProblem } from '../errors.ts';

export interface LookupPlacesOptions {
  readonly profile?: string | undefined;
  /** The regions to ask, the most likely first; without any, the one of the settings and us-east-1. */
  readonly regions: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

/** A region's name becomes a part of the address that is called. */
const REGION = /^[a-z]{2}(-[a-z]+)+-\d{1,2}$/;
/** IAM and calls to the global endpoint of STS are logged here. Source: CloudTrail User Guide, "CloudTrail concepts". */
const GLOBAL_REGION = 'us-east-1';

/**
 * The event histories that the credentials of this terminal reach: of their own account, in each region.
 *
 * @throws {UsageProblem} when a region's name is none.
 * @throws {AwsProblem} when AWS does not say whose credentials they are.
 */
export async function lookupPlaces({
  profile,
  regions,
  signal,
}: LookupPlacesOptions): Promise<LookupPlace[]> {
  const wrong = regions.find((region) => !REGION.test(region));
  if (wrong !== undefined)
    throw new UsageProblem(`Cannot trace: "${wrong}" is no region`, {
      remedy: 'Name regions such as eu-central-1.',
    });
  const clients = await connect({ profile, region: regions[0] });
  const caller = await callerOf(clients, signal);
  const api = sdkApi(clients, caller);
  const { account } = caller;
  const asked = regions.length > 0 ? regions : [await clients.sts.config.region(), GLOBAL_REGION];
  return [...new Set(asked)].map((region) => ({
    account,
    region,
    async lookupEvents(input: LookupInput, options): Promise<LookupAnswer> {
      const call = {
        service: 'cloudtrail',
        operation: 'LookupEvents',
        input: { ...input },
        account,
        region,
      } as const;
      return api.call(call, options);
    },
  }));
}

async function callerOf(clients: Clients, signal: AbortSignal | undefined): Promise<CallerIdentity> {
  const timeout = AbortSignal.timeout(10_000);
  try {
    return await callerIdentity(clients, signal === undefined ? timeout : AbortSignal.any([signal, timeout]));
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof CredentialsMissing)) throw error;
    throw new CredentialsMissing(error.message, {
      remedy: 'Sign in (for example "aws sso login --profile NAME"), or trace over log files with --logs.',
      cause: error,
    });
  }
}
