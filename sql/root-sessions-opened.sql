-- title: Short root sessions in member accounts
-- question: Who opened a root session in a member account with AssumeRoot, for which task, and which key did it
--   get?
-- window: 30d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1078.004, T1548.005
-- finding types: Policy:IAMUser/ShortTermRootCredentialUsage
-- empty: The trail holds no call of AssumeRoot in the window. It is logged in the account that calls, the
--   management account or the one that it delegated this to: an answer about a member account alone proves
--   nothing.

WITH calls AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventname, account, region, sourceipaddress, errorcode, requestparameters, responseelements,
    useridentity.accesskeyid AS access_key,
    coalesce(
      nullif(useridentity.arn, ''), useridentity.username, useridentity.invokedby, useridentity.principalid
    ) AS principal
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND eventsource = 'sts.amazonaws.com'
    AND eventname = 'AssumeRoot'
)
SELECT
  eventtime,
  json_extract_scalar(requestparameters, '$.targetPrincipal') AS target,
  json_extract_scalar(requestparameters, '$.taskPolicyArn.arn') AS task,
  json_extract_scalar(responseelements, '$.credentials.accessKeyId') AS session_key,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM calls
ORDER BY eventtime, call_id, account
