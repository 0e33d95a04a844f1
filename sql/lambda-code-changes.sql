-- title: Changes to the code and settings of Lambda functions
-- question: Which functions and layers were created, given new code, layers or roles, or removed?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1648, T1525, T1098
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   Backdoor:Lambda/C&CActivity.B,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   CryptoCurrency:Lambda/BitcoinTool.B,
--   Impact:IAMUser/AnomalousBehavior,
--   Persistence:IAMUser/AnomalousBehavior,
--   Trojan:Lambda/BlackholeTraffic,
--   Trojan:Lambda/DropPoint,
--   UnauthorizedAccess:Lambda/MaliciousIPCaller.Custom,
--   UnauthorizedAccess:Lambda/TorClient,
--   UnauthorizedAccess:Lambda/TorRelay
-- empty: No function was changed through Lambda's API in the window. A function that runs from a container image
--   changes when it is deployed anew, not when the image does.

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
    -- Names carry the version of the API: UpdateFunctionCode20150331v2.
    AND regexp_extract(eventname, '^[A-Za-z]+') IN (
      'CreateAlias', 'CreateFunction', 'DeleteAlias', 'DeleteFunction', 'DeleteLayerVersion', 'PublishLayerVersion',
      'PublishVersion', 'UpdateAlias', 'UpdateFunctionCode', 'UpdateFunctionConfiguration'
    )
)
SELECT
  eventtime,
  regexp_extract(eventname, '^[A-Za-z]+') AS change,
  coalesce(
    json_extract_scalar(requestparameters, '$.functionName'), json_extract_scalar(requestparameters, '$.layerName')
  ) AS function,
  json_extract_scalar(responseelements, '$.codeSha256') AS code_sha256,
  coalesce(
    json_extract_scalar(requestparameters, '$.role'), json_extract_scalar(responseelements, '$.role')
  ) AS role,
  nullif(array_join(
    TRY_CAST(json_extract(requestparameters, '$.layers') AS ARRAY(VARCHAR)), ', '
  ), '') AS layers_set,
  coalesce(
    json_extract_scalar(requestparameters, '$.imageUri'),
    json_extract_scalar(requestparameters, '$.code.imageUri'),
    concat(
      's3://',
      coalesce(
        json_extract_scalar(requestparameters, '$.s3Bucket'), json_extract_scalar(requestparameters, '$.code.s3Bucket')
      ),
      '/',
      coalesce(
        json_extract_scalar(requestparameters, '$.s3Key'), json_extract_scalar(requestparameters, '$.code.s3Key')
      )
    )
  ) AS code_from,
  json_extract_scalar(requestparameters, '$.dryRun') AS dry_run,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM calls
ORDER BY eventtime, eventname, call_id, account, errorcode, requestparameters, responseelements, principal
