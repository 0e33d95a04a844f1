-- title: MFA devices added and removed
-- question: Whose MFA devices were added, removed or reset, by whom, and did it succeed?
-- window: 30d
-- scope: account
-- bindings: since.day, until.next-day, since, until, account, account
-- techniques: T1098.005, T1556.006
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B
-- empty: The trail holds no change of an MFA device in the window. IAM is logged in one region, us-east-1 in
--   most partitions: a trail of another region holds none of it. MFA at an outside identity provider is not in
--   the trail.

-- IAM refuses a call without logging its parameters; what it was about is only in the message.
WITH changes AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventname, account, sourceipaddress, errorcode, requestparameters, responseelements,
    nullif(regexp_extract(errormessage, 'on resource: (.+?)(?: because| with an explicit deny|$)', 1), '*') AS refused,
    CASE
      WHEN errorcode = 'AccessDenied' THEN NULL
      WHEN useridentity.type = 'Root' THEN 'root'
      WHEN useridentity.type = 'IAMUser' THEN useridentity.username
    END AS self,
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
          'CreateVirtualMFADevice', 'DeactivateMFADevice', 'DeleteVirtualMFADevice', 'EnableMFADevice',
          'ResyncMFADevice'
        )
      )
      OR (
        eventsource IN ('identitystore.amazonaws.com', 'sso.amazonaws.com', 'sso-directory.amazonaws.com')
        AND regexp_like(eventname, '(?i)mfa|webauthn')
        AND NOT regexp_like(eventname, '^(Describe|Get|List|Search)')
      )
    )
)
SELECT
  eventtime,
  eventname,
  CASE
    WHEN eventname IN ('CreateVirtualMFADevice', 'DeleteVirtualMFADevice') THEN NULL
    ELSE coalesce(
      json_extract_scalar(requestparameters, '$.userName'),
      json_extract_scalar(requestparameters, '$.userId'),
      regexp_extract(refused, '^user (.+)$', 1),
      self
    )
  END AS user_name,
  coalesce(
    json_extract_scalar(requestparameters, '$.serialNumber'),
    json_extract_scalar(responseelements, '$.virtualMFADevice.serialNumber'),
    json_extract_scalar(requestparameters, '$.virtualMFADeviceName'),
    json_extract_scalar(requestparameters, '$.deviceId'),
    CASE WHEN eventname IN ('CreateVirtualMFADevice', 'DeleteVirtualMFADevice') THEN refused END
  ) AS device,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account
FROM changes
ORDER BY eventtime, eventname, call_id, account
