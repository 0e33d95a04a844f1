-- title: Permissions boundaries removed or replaced
-- question: From which users, roles and permission sets was a permissions boundary removed, where was it
--   replaced, and by whom?
-- window: 30d
-- scope: account
-- bindings: since.day, until.next-day, since, until, account, account
-- techniques: T1098.003
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior
-- empty: The trail holds no change of a permissions boundary in the window. IAM is logged in one region, us-
--   east-1 in most partitions: a trail of another region holds none of it. A new version of the boundary's
--   policy lifts it as well: ask for policy versions.

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
    AND (
      (
        eventsource = 'iam.amazonaws.com'
        AND eventname IN (
          'DeleteRolePermissionsBoundary', 'DeleteUserPermissionsBoundary',
          'PutRolePermissionsBoundary', 'PutUserPermissionsBoundary'
        )
      )
      OR (
        eventsource = 'sso.amazonaws.com'
        AND eventname IN (
          'DeletePermissionsBoundaryFromPermissionSet', 'PutPermissionsBoundaryToPermissionSet'
        )
      )
    )
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.userName'),
    json_extract_scalar(requestparameters, '$.roleName'),
    json_extract_scalar(requestparameters, '$.permissionSetArn'),
    refused
  ) AS target,
  coalesce(
    json_extract_scalar(requestparameters, '$.permissionsBoundary'),
    json_extract_scalar(requestparameters, '$.permissionsBoundary.managedPolicyArn'),
    json_extract_scalar(requestparameters, '$.permissionsBoundary.customerManagedPolicyReference.name')
  ) AS new_boundary,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account
FROM changes
ORDER BY eventtime, eventname, call_id, account
