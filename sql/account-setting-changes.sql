-- title: Settings of accounts
-- question: Who changed settings that hold for a whole account, such as the password policy, contacts, regions
--   or central root access, or tried to?
-- window: 30d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1098, T1535, T1562
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior,
--   Policy:IAMUser/ShortTermRootCredentialUsage,
--   Policy:S3/AccountBlockPublicAccessDisabled,
--   Stealth:IAMUser/PasswordPolicyChange
-- empty: The trail holds no such change in the window. Settings of an account that its management account
--   changes are logged in the account that made the call. A trail of one region, or an account outside the
--   trail, is silent here.

WITH changes AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventsource, eventname, account, region, sourceipaddress, errorcode, requestparameters, responseelements,
    useridentity.accesskeyid AS access_key,
    coalesce(
      nullif(useridentity.arn, ''), useridentity.username, useridentity.invokedby, useridentity.principalid
    ) AS principal
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND coalesce(readonly, 'false') <> 'true'
    AND (
      (
        eventsource = 'iam.amazonaws.com'
        AND (
          eventname IN (
            'CreateAccountAlias', 'DeleteAccountAlias', 'DeleteAccountPasswordPolicy',
            'SetSecurityTokenServicePreferences', 'UpdateAccountPasswordPolicy'
          )
          OR regexp_like(eventname, '^(Disable|Enable)Organizations')
        )
      )
      OR (eventsource = 'account.amazonaws.com' AND NOT regexp_like(eventname, '^(Describe|Get|List)'))
      OR (
        eventsource = 'ec2.amazonaws.com'
        AND eventname IN (
          'DisableEbsEncryptionByDefault', 'DisableImageBlockPublicAccess', 'DisableSnapshotBlockPublicAccess',
          'EnableSerialConsoleAccess', 'ModifyInstanceMetadataDefaults'
        )
      )
      OR (
        eventsource = 's3.amazonaws.com'
        AND eventname IN ('DeleteAccountPublicAccessBlock', 'PutAccountPublicAccessBlock')
      )
    )
)
SELECT
  eventtime,
  eventsource,
  eventname,
  requestparameters AS request,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM changes
ORDER BY eventtime, eventsource, eventname, call_id, account
