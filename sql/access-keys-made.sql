-- title: Access keys made or switched on
-- question: Which access keys were made or switched on again, for whom and by whom?
-- window: 30d
-- scope: account
-- bindings: since.day, until.next-day, since, until, account, account
-- techniques: T1098.001
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Persistence:IAM/AccountManipulation,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior
-- empty: The trail holds no new access key in the window. IAM is logged in one region, us-east-1 in most
--   partitions: a trail of another region holds none of it. Temporary keys come from STS and are not in this
--   answer.

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
    AND (
      eventname = 'CreateAccessKey'
      OR (
        eventname = 'UpdateAccessKey'
        AND coalesce(json_extract_scalar(requestparameters, '$.status'), 'Active') = 'Active'
      )
    )
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.userName'),
    json_extract_scalar(responseelements, '$.accessKey.userName'),
    regexp_extract(refused, '^user (.+)$', 1),
    self
  ) AS key_owner,
  coalesce(
    json_extract_scalar(responseelements, '$.accessKey.accessKeyId'),
    json_extract_scalar(requestparameters, '$.accessKeyId')
  ) AS key_made,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account
FROM changes
ORDER BY eventtime, eventname, call_id, account
