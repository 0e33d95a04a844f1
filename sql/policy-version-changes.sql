-- title: Managed policies created or changed
-- question: Which managed policies were created, changed or switched to another version, and do they allow
--   every action?
-- window: 30d
-- scope: account
-- bindings: since.day, until.next-day, since, until, account, account
-- techniques: T1098.003, T1484
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAM/AccountManipulation,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior
-- empty: The trail holds no change of a managed policy in the window. IAM is logged in one region, us-east-1 in
--   most partitions: a trail of another region holds none of it. Inline policies and attachments are other
--   events.

-- IAM refuses a call without logging its parameters; what it was about is only in the message.
WITH changes AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventname, account, sourceipaddress, errorcode, requestparameters, responseelements,
    nullif(regexp_extract(errormessage, 'on resource: (.+?)(?: because| with an explicit deny|$)', 1), '*') AS refused,
    useridentity.accesskeyid AS access_key,
    coalesce(
      nullif(useridentity.arn, ''), useridentity.username, useridentity.invokedby, useridentity.principalid
    ) AS principal,
    json_extract_scalar(requestparameters, '$.policyDocument') AS document
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND eventsource = 'iam.amazonaws.com'
    AND eventname IN ('CreatePolicy', 'CreatePolicyVersion', 'DeletePolicyVersion', 'SetDefaultPolicyVersion')
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.policyArn'),
    json_extract_scalar(responseelements, '$.policy.arn'),
    json_extract_scalar(requestparameters, '$.policyName'),
    refused
  ) AS policy,
  coalesce(
    json_extract_scalar(requestparameters, '$.versionId'),
    json_extract_scalar(responseelements, '$.policyVersion.versionId'),
    json_extract_scalar(responseelements, '$.policy.defaultVersionId')
  ) AS version,
  json_extract_scalar(requestparameters, '$.setAsDefault') AS set_as_default,
  coalesce(
    any_match(
      coalesce(
        TRY_CAST(json_extract(document, '$.Statement') AS ARRAY(JSON)),
        ARRAY[json_extract(document, '$.Statement')]
      ),
      statement ->
        json_extract_scalar(statement, '$.Effect') = 'Allow'
        AND (
          json_extract(statement, '$.NotAction') IS NOT NULL
          OR regexp_like(json_format(json_extract(statement, '$.Action')), '"\*(:\*)?"')
        )
    ),
    false
  ) AS allows_all_actions,
  coalesce(json_format(json_extract(document, '$')), document) AS document,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account
FROM changes
ORDER BY eventtime, eventname, call_id, account
