import type { Api } from '../api-call.ts';
import { operationOf } from '../operations.ts';
import { sdkApi } from '../sdk-api.ts';
import type { OrgClients } from './org-clients.ts';
import { pacedApi } from './paced-api.ts';
import type { PacingClock } from './token-bucket.ts';

/**
 * An {@link Api} over all accounts of a configuration: each call goes to the account that it is meant for, no faster
 * than AWS takes it. Nothing is sent for an operation that firebreak does not know or an account that is not configured.
 */
export function orgApi(org: OrgClients, clock?: PacingClock): Api {
  return pacedApi(
    {
      async call(call, options) {
        operationOf(call);
        const { clients, identity } = await unlessAborted(org.open(call.account), options?.signal);
        return sdkApi(clients, identity).call(call, options);
      },
    },
    clock,
  );
}

/** An account is opened for all who wait for it, so one of them leaves without stopping it. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  signal.throwIfAborted();
  const stop = Promise.withResolvers<never>();
  const abort = () => stop.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, stop.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
