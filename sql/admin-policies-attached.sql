-- title: Powerful managed policies attached
-- question: Who attached one of these policies to a user, role, group or permission set, or was refused to
--   attach any?
-- parameter policies: list, default AdministratorAccess,PowerUserAccess,IAMFullAccess,AWSOrganizationsFullAccess
--   Names of policies, without the path.
--   example: AdministratorAccess,IAMFullAccess
-- window: 30d
-- scope: account
-- bindings: since.day, until.next-day, since, until, account, account, policies
-- techniques: T1098.003
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAM/AccountManipulation,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior
-- empty: None of these policies was attached in the window. A policy of the account itself can allow as much:
--   ask for policy versions and inline policies, too. IAM is logged in one region, us-east-1 in most
--   partitions: a trail of another region holds none of it.

-- IAM refuses a call without logging its parameters, so that a refused call is listed whatever its policy was.
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
      json_extract_scalar(requestparameters, '$.policyArn'),
      json_extract_scalar(requestparameters, '$.managedPolicyArn')
    ) AS policy_arn
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (
      (
        eventsource = 'iam.amazonaws.com'
        AND eventname IN ('AttachGroupPolicy', 'AttachRolePolicy', 'AttachUserPolicy')
      )
      OR (eventsource = 'sso.amazonaws.com' AND eventname = 'AttachManagedPolicyToPermissionSet')
    )
    AND (
      requestparameters IS NULL
      OR contains(
        split(?, ','),
        regexp_extract(
          coalesce(
            json_extract_scalar(requestparameters, '$.policyArn'),
            json_extract_scalar(requestparameters, '$.managedPolicyArn')
          ),
          '[^/]+$'
        )
      )
    )
)
SELECT
  eventtime,
  eventname,
  policy_arn,
  coalesce(
    json_extract_scalar(requestparameters, '$.userName'),
    json_extract_scalar(requestparameters, '$.roleName'),
    json_extract_scalar(requestparameters, '$.groupName'),
    json_extract_scalar(requestparameters, '$.permissionSetArn'),
    refused
  ) AS target,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account
FROM changes
ORDER BY eventtime, eventname, call_id, account
