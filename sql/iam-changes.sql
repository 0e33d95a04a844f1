-- title: Changes of identities, by anyone
-- question: Who changed or tried to change users, roles, keys, policies and identity providers, what, and how
--   often did it succeed?
-- window: 7d
-- scope: account
-- bindings: since.day, until.next-day, since, until, account, account
-- techniques: T1098, T1098.001, T1098.003, T1136.003
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/AnomalousBehavior,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Persistence:IAM/AccountManipulation,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAM/AccountManipulation,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior
-- empty: The trail holds no such change in the window. IAM is logged in one region, us-east-1 in most
--   partitions: a trail of another region holds none of it. Changes of IAM Identity Center are logged only in
--   the account that it lives in.

-- Everything that writes is taken, not a list of names, so that a new API call is not missed. Records from before
-- readOnly existed are told apart by name. IAM refuses a call without logging its parameters; what it was about is then
-- only in the message.
WITH changes AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventsource, eventname, account, errorcode,
    coalesce(
      json_extract_scalar(requestparameters, '$.userName'),
      json_extract_scalar(requestparameters, '$.roleName'),
      json_extract_scalar(requestparameters, '$.groupName'),
      json_extract_scalar(requestparameters, '$.instanceProfileName'),
      json_extract_scalar(responseelements, '$.accessKey.userName'),
      json_extract_scalar(requestparameters, '$.policyArn'),
      json_extract_scalar(requestparameters, '$.policyName'),
      json_extract_scalar(requestparameters, '$.sAMLProviderArn'),
      json_extract_scalar(requestparameters, '$.openIDConnectProviderArn'),
      json_extract_scalar(requestparameters, '$.principalId'),
      json_extract_scalar(requestparameters, '$.permissionSetArn'),
      json_extract_scalar(requestparameters, '$.groupId'),
      json_extract_scalar(requestparameters, '$.userId'),
      json_extract_scalar(requestparameters, '$.name'),
      nullif(regexp_extract(errormessage, 'on resource: (.+?)(?: because| with an explicit deny|$)', 1), '*')
    ) AS target,
    coalesce(
      nullif(useridentity.arn, ''), useridentity.username, useridentity.invokedby, useridentity.principalid
    ) AS principal
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND eventsource IN (
      'iam.amazonaws.com', 'identitystore.amazonaws.com', 'rolesanywhere.amazonaws.com',
      'sso.amazonaws.com', 'sso-directory.amazonaws.com'
    )
    AND coalesce(readonly, 'false') <> 'true'
    AND NOT regexp_like(eventname, '^(Authenticate|Describe|Federate|Generate|Get|List|Logout|Search|Simulate)')
)
SELECT
  principal,
  eventsource,
  eventname,
  count(*) FILTER (WHERE errorcode IS NULL) AS succeeded,
  count(errorcode) AS failed,
  array_join(array_sort(array_agg(DISTINCT errorcode) FILTER (WHERE errorcode IS NOT NULL)), ', ') AS errors,
  count(DISTINCT target) AS targets,
  array_join(slice(array_sort(array_agg(DISTINCT target) FILTER (WHERE target IS NOT NULL)), 1, 20), ', ')
    AS first_20_targets,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  account
FROM changes
GROUP BY principal, eventsource, eventname, account
ORDER BY first_seen, principal, eventsource, eventname, account
