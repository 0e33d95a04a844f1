-- title: Inline policies put
-- question: Which inline policies were put on users, roles, groups and permission sets, and do they allow every
--   action?
-- window: 30d
-- scope: account
-- bindings: since.day, until.next-day, since, until, account, account
-- techniques: T1098.003
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAM/AccountManipulation,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior
-- empty: The trail holds no inline policy that was put in the window. IAM is logged in one region, us-east-1 in
--   most partitions: a trail of another region holds none of it. CloudTrail leaves very long documents out of a
--   record.

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
    coalesce(
      json_extract_scalar(requestparameters, '$.policyDocument'),
      json_extract_scalar(requestparameters, '$.inlinePolicy')
    ) AS document
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (
      (
        eventsource = 'iam.amazonaws.com'
        AND eventname IN ('PutGroupPolicy', 'PutRolePolicy', 'PutUserPolicy')
      )
      OR (eventsource = 'sso.amazonaws.com' AND eventname = 'PutInlinePolicyToPermissionSet')
    )
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.userName'),
    json_extract_scalar(requestparameters, '$.roleName'),
    json_extract_scalar(requestparameters, '$.groupName'),
    json_extract_scalar(requestparameters, '$.permissionSetArn'),
    refused
  ) AS target,
  json_extract_scalar(requestparameters, '$.policyName') AS policy_name,
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
