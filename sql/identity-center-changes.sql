-- title: Changes of IAM Identity Center
-- question: Who changed permission sets, assignments, users or groups of IAM Identity Center or its settings,
--   or tried to?
-- window: 30d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1098.003, T1136.003, T1098
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior
-- empty: The trail holds no such change in the window. They are logged only in the account and the region that
--   IAM Identity Center lives in, or in its delegated account. Users that an outside directory sends arrive as
--   calls of its provisioning.

-- Many services log a refused call without its parameters; what it was about is only in the message.
-- The portal's own events are signs of use, not changes.
WITH changes AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventsource, eventname, account, region, sourceipaddress, errorcode, requestparameters, responseelements,
    nullif(regexp_extract(errormessage, 'on resource: (.+?)(?: because| with an explicit deny|$)', 1), '*') AS refused,
    useridentity.accesskeyid AS access_key,
    coalesce(
      nullif(useridentity.arn, ''), useridentity.username, useridentity.invokedby, useridentity.principalid,
      useridentity.onbehalfof.userid
    ) AS principal
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND eventsource IN ('identitystore.amazonaws.com', 'sso.amazonaws.com', 'sso-directory.amazonaws.com')
    AND coalesce(readonly, 'false') <> 'true'
    AND NOT regexp_like(
      eventname,
      '^(Authenticate|BatchGet|Check|Describe|Federate|Get|Is|List|Logout|Search|Verify)'
    )
)
SELECT
  eventtime,
  eventsource,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.permissionSetArn'),
    json_extract_scalar(responseelements, '$.permissionSet.permissionSetArn'),
    json_extract_scalar(requestparameters, '$.groupId'),
    json_extract_scalar(requestparameters, '$.userId'),
    json_extract_scalar(responseelements, '$.userId'),
    json_extract_scalar(responseelements, '$.user.userId'),
    json_extract_scalar(responseelements, '$.groupId'),
    json_extract_scalar(responseelements, '$.group.groupId'),
    json_extract_scalar(requestparameters, '$.membershipId'),
    json_extract_scalar(requestparameters, '$.applicationArn'),
    json_extract_scalar(requestparameters, '$.instanceArn'),
    refused
  ) AS target,
  coalesce(
    json_extract_scalar(requestparameters, '$.principalId'),
    json_extract_scalar(requestparameters, '$.memberId.userId'),
    json_extract_scalar(requestparameters, '$.memberId'),
    json_extract_scalar(requestparameters, '$.member.memberId'),
    json_extract_scalar(requestparameters, '$.managedPolicyArn'),
    json_extract_scalar(requestparameters, '$.customerManagedPolicyReference.name')
  ) AS member_or_policy,
  CASE
    WHEN json_extract_scalar(requestparameters, '$.targetType') = 'AWS_ACCOUNT'
    THEN json_extract_scalar(requestparameters, '$.targetId')
  END AS target_account,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM changes
ORDER BY eventtime, eventsource, eventname, call_id, account
