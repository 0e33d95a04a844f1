-- title: Decryptions, by principal and key
-- question: Who decrypted with which key, directly or through which service, how often, and for how many things
--   (encryption contexts)?
-- parameter key: text, default any
--   Only decryptions with this key: its id or ARN.
--   example: 11111111-1111-4111-8111-111111111111
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key, key,
--   key
-- techniques: T1530, T1555.006
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/AnomalousBehavior,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS
-- empty: Nobody decrypted with KMS in the window, or the trail leaves KMS events out, as trails may. With S3 bucket
--   keys one decryption covers many objects.

-- A call across accounts is logged in both, and a log file may be delivered twice: count each call once.
WITH calls AS (
  SELECT
    coalesce(sharedeventid, eventid) AS call_id,
    coalesce(
      max(useridentity.sessioncontext.sessionissuer.arn), max(useridentity.arn), max(useridentity.invokedby),
      max(nullif(useridentity.principalid, '')), max(useridentity.accountid)
    ) AS principal,
    concat_ws(', ', min(account), nullif(max(account), min(account))) AS accounts,
    max(region) AS region,
    max(sourceipaddress) AS sourceipaddress,
    min(eventtime) AS eventtime,
    max(eventname) AS eventname,
    max(errorcode) AS errorcode,
    max(requestparameters) AS requestparameters,
    max(useridentity.invokedby) AS through,
    max(element_at(resources, 1).arn) AS key_arn
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (? = 'any' OR useridentity.accesskeyid = ?)
    AND eventsource = 'kms.amazonaws.com'
    AND eventname IN ('Decrypt', 'DeriveSharedSecret', 'ReEncrypt')
  GROUP BY coalesce(sharedeventid, eventid)
)
SELECT
  principal,
  coalesce(
    key_arn,
    json_extract_scalar(requestparameters, '$.keyId'),
    json_extract_scalar(requestparameters, '$.sourceKeyId')
  ) AS key,
  eventname,
  through,
  count(*) AS calls,
  count(errorcode) AS errors,
  count(DISTINCT json_format(json_extract(requestparameters, '$.encryptionContext'))) AS contexts,
  min(json_format(json_extract(requestparameters, '$.encryptionContext'))) AS one_context,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  sourceipaddress,
  accounts
FROM calls
WHERE (? = 'any' OR strpos(
  coalesce(key_arn, json_extract_scalar(requestparameters, '$.keyId'), ''), ?
) > 0)
GROUP BY 1, 2, 3, 4, sourceipaddress, accounts
ORDER BY contexts DESC, calls DESC, principal, key, eventname, through, sourceipaddress, accounts
