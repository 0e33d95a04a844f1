-- title: Console passwords made and changed
-- question: Whose console password was made, changed or deleted, and by whom?
-- window: 30d
-- scope: account
-- bindings: since.day, until.next-day, since, until, account, account
-- techniques: T1098, T1098.001
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Persistence:IAM/AccountManipulation,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B
-- empty: The trail holds no change of a console password in the window. IAM is logged in one region, us-east-1
--   in most partitions: a trail of another region holds none of it. The password of root is changed on the
--   sign-in page: ask for sign-ins of root.

-- Without a user name the call is about the caller; in a root session, about root.
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
    AND eventsource = 'iam.amazonaws.com'
    AND eventname IN ('ChangePassword', 'CreateLoginProfile', 'DeleteLoginProfile', 'UpdateLoginProfile')
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.userName'),
    json_extract_scalar(responseelements, '$.loginProfile.userName'),
    regexp_extract(refused, '^user (.+)$', 1),
    self
  ) AS user_name,
  json_extract_scalar(requestparameters, '$.passwordResetRequired') AS reset_required,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account
FROM changes
ORDER BY eventtime, eventname, call_id, account
