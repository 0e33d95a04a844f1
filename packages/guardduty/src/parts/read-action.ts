import { Fields, isObject, type JsonObject } from '../fields.ts';
import type { Finding, FindingAction } from '../finding.ts';

/** The object beside `actionType` that says what was done. There is one, named after the type of action. */
export function actionDetails(action: Fields): Fields {
  for (const key in action.object) {
    const value = action.object[key];
    if (isObject(value)) return action.alike(value);
  }
  return NOTHING;
}

/** The same in flat fields, where only the type of action tells the name. */
export function flatActionDetails(action: Fields): Fields {
  const name = DETAILS.get(action.text('actionType') ?? '');
  return name === undefined ? NOTHING : action.fields(name);
}

/** @param object What to pass on as the action's details; flat fields have no object of their own. */
export function readAction(
  action: Fields,
  details: Fields,
  object: JsonObject | undefined,
): FindingAction | undefined {
  const kind = action.text('actionType');
  if (kind === undefined) return undefined;
  return {
    kind,
    callerType: details.text('callerType'),
    errorCode: details.text('errorCode'),
    userAgent: details.text('userAgent'),
    domain: details.text('domain') ?? details.fields('domainDetails').text('domain'),
    blocked: details.flag('blocked'),
    details: object,
  };
}

export function readApi(details: Fields): Finding['api'] {
  const name = details.text('api');
  return name === undefined ? undefined : { name, service: details.text('serviceName') };
}

const NOTHING = new Fields(undefined);

/** Source: GuardDuty API Reference, "Action". */
const DETAILS = new Map([
  ['AWS_API_CALL', 'awsApiCallAction'],
  ['NETWORK_CONNECTION', 'networkConnectionAction'],
  ['DNS_REQUEST', 'dnsRequestAction'],
  ['KUBERNETES_API_CALL', 'kubernetesApiCallAction'],
  ['RDS_LOGIN_ATTEMPT', 'rdsLoginAttemptAction'],
  ['PORT_PROBE', 'portProbeAction'],
]);
