-- title: Who and what may run Lambda functions
-- question: Which permissions, URLs, triggers and shares of layers were added to or taken from functions, and for
--   whom?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1648, T1546, T1098
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   Backdoor:Lambda/C&CActivity.B,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior
-- empty: No permission, URL or trigger of a function was changed in the window. Rules that call functions are in
--   event-rules-and-schedules.

WITH calls AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventsource, eventname, errorcode, sourceipaddress, account, region,
    coalesce(
      useridentity.arn, useridentity.invokedby, nullif(useridentity.principalid, ''), useridentity.accountid
    ) AS principal,
    useridentity.accesskeyid AS access_key,
    requestparameters, responseelements
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (? = 'any' OR useridentity.accesskeyid = ?)
    AND eventsource = 'lambda.amazonaws.com'
    -- Names carry the version of the API: AddPermission20150331v2.
    AND regexp_extract(eventname, '^[A-Za-z]+') IN (
      'AddLayerVersionPermission', 'AddPermission', 'CreateEventSourceMapping', 'CreateFunctionUrlConfig',
      'DeleteEventSourceMapping', 'DeleteFunctionEventInvokeConfig', 'DeleteFunctionUrlConfig',
      'PutFunctionEventInvokeConfig', 'RemoveLayerVersionPermission', 'RemovePermission', 'UpdateEventSourceMapping',
      'UpdateFunctionEventInvokeConfig', 'UpdateFunctionUrlConfig'
    )
)
SELECT
  eventtime,
  regexp_extract(eventname, '^[A-Za-z]+') AS change,
  coalesce(
    json_extract_scalar(requestparameters, '$.functionName'),
    json_extract_scalar(requestparameters, '$.layerName'),
    json_extract_scalar(responseelements, '$.functionArn')
  ) AS function,
  json_extract_scalar(requestparameters, '$.action') AS allowed_action,
  json_extract_scalar(requestparameters, '$.principal') AS allowed_principal,
  coalesce(
    json_extract_scalar(requestparameters, '$.sourceArn'),
    json_extract_scalar(requestparameters, '$.eventSourceArn'),
    json_extract_scalar(requestparameters, '$.sourceAccount')
  ) AS source,
  coalesce(
    json_extract_scalar(requestparameters, '$.authType'),
    json_extract_scalar(requestparameters, '$.functionUrlAuthType')
  ) AS url_auth_type,
  json_extract_scalar(responseelements, '$.functionUrl') AS url,
  requestparameters AS request,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM calls
ORDER BY eventtime, eventname, call_id, account, errorcode, requestparameters, responseelements, principal
