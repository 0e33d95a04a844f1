-- title: Changes of trails and event data stores
-- question: Who stopped, deleted, narrowed or redirected logging by CloudTrail or tried to, and when was it
--   switched on again?
-- parameter trail-bucket: text, default any
--   The bucket that the trail writes to; changes of it are listed, too.
--   example: amzn-s3-demo-bucket
-- window: 30d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, trail-bucket
-- techniques: T1562.008
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior,
--   Stealth:IAMUser/CloudTrailLoggingDisabled,
--   Stealth:IAMUser/LoggingConfigurationModified
-- empty: The trail holds no change of a trail in the window. Logs that stop prove more than logs that are
--   silent: look for hours without any event, too. Changes are logged in the home region of the trail, and
--   deleted objects of the bucket only with data events.

-- Many services log a refused call without its parameters; what it was about is only in the message.
-- Everything that writes is taken, StartLogging too: it ends the gap. Changes of the bucket are found by its name.
WITH changes AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventsource, eventname, account, region, sourceipaddress, errorcode, requestparameters, responseelements,
    nullif(regexp_extract(errormessage, 'on resource: (.+?)(?: because| with an explicit deny|$)', 1), '*') AS refused,
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
        eventsource = 'cloudtrail.amazonaws.com'
        AND NOT regexp_like(eventname, '^(AddTags|CancelQuery|Describe|Get|List|Lookup|RemoveTags|Search|StartQuery)')
      )
      OR (
        eventsource = 's3.amazonaws.com'
        AND json_extract_scalar(requestparameters, '$.bucketName') = ?
        AND eventname <> 'PutObject'
      )
    )
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.name'),
    json_extract_scalar(requestparameters, '$.trailName'),
    json_extract_scalar(requestparameters, '$.eventDataStore'),
    json_extract_scalar(requestparameters, '$.channel'),
    json_extract_scalar(requestparameters, '$.resourceArn'),
    json_extract_scalar(requestparameters, '$.bucketName'),
    json_extract_scalar(requestparameters, '$.delegatedAdminAccountId'),
    json_extract_scalar(requestparameters, '$.memberAccountId'),
    refused
  ) AS target,
  requestparameters AS request,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM changes
ORDER BY eventtime, eventname, call_id, account
