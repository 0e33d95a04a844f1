-- title: Changes to KMS keys
-- question: Which keys were made, disabled, set to be deleted, given new key material, or opened to others by
--   policy or grant? Grants that services make on the way are left out.
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1486, T1485, T1490, T1098
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior,
--   Impact:IAMUser/AnomalousBehavior,
--   Persistence:IAMUser/AnomalousBehavior
-- empty: Nobody changed a key in the window. Grants that were made before it stand until they are retired or
--   revoked.

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
    AND eventsource = 'kms.amazonaws.com'
    AND coalesce(readonly, 'false') <> 'true'
    AND NOT regexp_like(
      eventname,
      '^(Decrypt|Derive|Describe|Encrypt|Generate|GetKey|GetPublicKey|List|ReEncrypt|Sign|Tag|Untag|Verify)'
    )
    AND NOT (eventname IN ('CreateGrant', 'RetireGrant', 'RevokeGrant') AND useridentity.invokedby IS NOT NULL)
),
-- The policy is JSON inside a text; one statement may stand alone, without an array around it.
changes AS (
  SELECT
    *,
    coalesce(
      TRY_CAST(json_extract(json_extract_scalar(requestparameters, '$.policy'), '$.Statement') AS ARRAY(JSON)),
      ARRAY[json_extract(json_extract_scalar(requestparameters, '$.policy'), '$.Statement')]
    ) AS statements
  FROM calls
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(responseelements, '$.keyMetadata.arn'),
    json_extract_scalar(requestparameters, '$.keyId'),
    json_extract_scalar(requestparameters, '$.targetKeyId'),
    json_extract_scalar(responseelements, '$.keyId')
  ) AS key,
  json_extract_scalar(requestparameters, '$.granteePrincipal') AS grantee,
  nullif(array_join(
    TRY_CAST(json_extract(requestparameters, '$.operations') AS ARRAY(VARCHAR)), ', '
  ), '') AS operations,
  coalesce(
    json_extract_scalar(responseelements, '$.deletionDate'),
    concat(json_extract_scalar(requestparameters, '$.pendingWindowInDays'), ' days')
  ) AS deletion,
  nullif(array_join(array_sort(array_distinct(filter(
    regexp_extract_all(requestparameters, '(^|[^0-9A-Za-z-])([0-9]{12})\b', 2), a -> a <> account
  ))), ', '), '') AS other_accounts,
  CASE
    WHEN any_match(statements, s ->
      json_extract_scalar(s, '$.Effect') = 'Allow'
      AND (
        json_extract_scalar(s, '$.Principal') = '*'
        OR json_extract_scalar(s, '$.Principal.AWS') = '*'
        OR contains(TRY_CAST(json_extract(s, '$.Principal.AWS') AS ARRAY(VARCHAR)), '*')
      )
    ) THEN 'everyone, if no condition narrows it'
  END AS opened_to,
  requestparameters AS request,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM changes
ORDER BY eventtime, eventname, call_id, account, errorcode, requestparameters, responseelements, principal
