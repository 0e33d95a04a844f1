-- title: Users, roles and groups created
-- question: Which users, roles, groups and instance profiles were created, by whom, and did it succeed?
-- window: 30d
-- scope: account
-- bindings: since.day, until.next-day, since, until, account, account
-- techniques: T1136.003
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior
-- empty: The trail holds no new user, role or group in the window. IAM is logged in one region, us-east-1 in
--   most partitions: a trail of another region holds none of it.

-- IAM refuses a call without logging its parameters; what it was about is only in the message.
WITH changes AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventname, account, sourceipaddress, errorcode, requestparameters, responseelements,
    nullif(regexp_extract(errormessage, 'on resource: (.+?)(?: because| with an explicit deny|$)', 1), '*') AS refused,
    useridentity.accesskeyid AS access_key,
    coalesce(
      nullif(useridentity.arn, ''), useridentity.username, useridentity.invokedby, useridentity.principalid
    ) AS principal
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND eventsource = 'iam.amazonaws.com'
    AND eventname IN (
      'CreateGroup', 'CreateInstanceProfile', 'CreateRole', 'CreateServiceLinkedRole', 'CreateUser'
    )
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.userName'),
    json_extract_scalar(requestparameters, '$.roleName'),
    json_extract_scalar(requestparameters, '$.groupName'),
    json_extract_scalar(requestparameters, '$.instanceProfileName'),
    json_extract_scalar(responseelements, '$.role.roleName'),
    json_extract_scalar(requestparameters, '$.aWSServiceName'),
    refused
  ) AS created,
  coalesce(
    json_extract_scalar(responseelements, '$.user.arn'),
    json_extract_scalar(responseelements, '$.role.arn'),
    json_extract_scalar(responseelements, '$.group.arn'),
    json_extract_scalar(responseelements, '$.instanceProfile.arn')
  ) AS created_arn,
  json_extract_scalar(requestparameters, '$.permissionsBoundary') AS boundary,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account
FROM changes
ORDER BY eventtime, eventname, call_id, account
