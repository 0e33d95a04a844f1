import { type JsonObject, objectAt, objectOf, textOf } from './json-object.ts';
import { momentOf, present } from './ocsf-fields.ts';
import { utcTime } from './trail-time.ts';

/**
 * `userIdentity` from OCSF's `actor`. OCSF 1.0.0-rc.2 has the principal id in `uid` and the ARN in `uuid`; 1.1.0 has the
 * ARN in `uid` and the principal id in `uid_alt`.
 *
 * @param rest What OCSF left of `userIdentity` in `unmapped`.
 */
export function identityFromOcsf(ocsf: JsonObject, rest: JsonObject): JsonObject {
  const actor = objectOf(ocsf['actor']);
  const user = objectOf(actor['user']);
  const ids = [textOf(user['uid']), textOf(user['uuid']), textOf(user['uid_alt'])];
  return {
    ...rest,
    ...present({
      type: textOf(user['type']),
      principalId: ids.find((id) => id !== undefined && !id.startsWith('arn:')),
      arn: ids.find((id) => id?.startsWith('arn:')),
      accountId: textOf(objectAt(user, 'account')['uid']) ?? textOf(user['account_uid']),
      accessKeyId: textOf(user['credential_uid']),
      userName: textOf(user['name']),
      invokedBy: textOf(actor['invoked_by']),
      identityProvider: textOf(objectAt(actor, 'idp')['name']),
      sessionContext: sessionFrom(objectOf(actor['session']), objectOf(rest['sessionContext'])),
    }),
  };
}

function sessionFrom(session: JsonObject, rest: JsonObject): JsonObject | undefined {
  const issuer = present({ arn: textOf(session['issuer']) });
  const mfa = session['is_mfa'] ?? session['mfa'];
  const created = textOf(session['created_time_dt']);
  const attributes = present({
    creationDate: momentOf(session['created_time']) ?? (created === undefined ? undefined : utcTime(created)),
    mfaAuthenticated: mfa === undefined ? undefined : String(mfa),
  });
  const context = {
    ...rest,
    ...filled({ sessionIssuer: { ...objectOf(rest['sessionIssuer']), ...issuer } }),
    ...filled({ attributes: { ...objectOf(rest['attributes']), ...attributes } }),
  };
  return Object.keys(context).length === 0 ? undefined : context;
}

/** Leaves out objects that hold nothing. */
function filled(fields: Readonly<Record<string, object>>): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => Object.keys(value).length > 0));
}
