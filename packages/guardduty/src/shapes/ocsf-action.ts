import { Fields } from '../fields.ts';
import type { FindingParts } from '../parts/finding-parts.ts';
import { flatActionDetails, readAction, readApi } from '../parts/read-action.ts';
import { orNothing, readRemote } from '../parts/read-remote.ts';

/**
 * Puts an action together again: OCSF moves the call and the caller into `evidences`, and leaves the rest of GuardDuty's
 * action in `unmapped`, as flat text.
 * Source: OCSF examples, mapping "AWS/v1.1.0/Security Hub/Detection Finding".
 */
export function ocsfAction(
  service: Fields,
  evidence: Fields = NOTHING,
): Pick<FindingParts, 'action' | 'api' | 'remote' | 'addresses'> {
  const flat = service.fields('action');
  const details = flatActionDetails(flat);
  const action = readAction(flat, details, evidence.object);
  const call = evidence.fields('api');
  const operation = action?.kind === 'KUBERNETES_API_CALL' ? undefined : call.text('operation');
  const from = evidence.fields('src_endpoint');
  const rest = readRemote(details);
  return {
    action: action && {
      ...action,
      errorCode: action.errorCode ?? call.fields('response').text('error'),
      domain: action.domain ?? evidence.fields('query').text('hostname'),
    },
    api:
      operation === undefined
        ? readApi(details)
        : { name: operation, service: call.fields('service').text('name') },
    remote: orNothing({
      ip: from.text('ip') ?? rest?.ip,
      country: from.fields('location').text('country') ?? rest?.country,
      asn: rest?.asn ?? from.fields('autonomous_system').label('number'),
      organization: rest?.organization ?? from.fields('autonomous_system').text('name'),
      accountId: rest?.accountId,
      affiliated: rest?.affiliated,
    }),
    addresses: 1,
  };
}

const NOTHING = new Fields(undefined);
