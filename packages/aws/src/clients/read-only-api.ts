import { type Api, operationName } from '../api-call.ts';
import { CallRefused } from '../errors.ts';
import { operationOf } from '../operations.ts';

/** Lets reads through and refuses every write before it is sent. */
export function readOnlyApi(api: Api): Api {
  return {
    async call(call, options) {
      if (operationOf(call).access === 'read') return api.call(call, options);
      throw new CallRefused(
        `Cannot call ${operationName(call)} in account ${call.account}: it changes the account, and only reading is allowed here`,
        { remedy: 'Leave the read-only mode when the change is to be made.' },
      );
    },
  };
}
