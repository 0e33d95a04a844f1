-- title: Changes of GuardDuty
-- question: Who changed GuardDuty or tried to: detectors, suppression rules, lists, members, export?
-- window: 30d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1562.001
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior
-- empty: The trail holds no change of GuardDuty in the window. GuardDuty is switched on in each region apart. A
--   trail of one region, or an account outside the trail, is silent here.

-- Many services log a refused call without its parameters; what it was about is only in the message.
-- Everything that writes is taken, not a list of names, so that a new API call is not missed.
WITH changes AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventname, account, region, sourceipaddress, errorcode, requestparameters, responseelements,
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
    AND eventsource = 'guardduty.amazonaws.com'
    AND coalesce(readonly, 'false') <> 'true'
    AND NOT regexp_like(eventname, '^(Describe|Get|List|Search)')
    AND eventname NOT IN ('CreateSampleFindings', 'SendSecurityTelemetry', 'TagResource', 'UntagResource')
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.name'),
    json_extract_scalar(requestparameters, '$.filterName'),
    json_extract_scalar(requestparameters, '$.ipSetId'),
    json_extract_scalar(requestparameters, '$.threatIntelSetId'),
    json_extract_scalar(requestparameters, '$.trustedEntitySetId'),
    json_extract_scalar(requestparameters, '$.threatEntitySetId'),
    json_extract_scalar(requestparameters, '$.destinationId'),
    json_extract_scalar(requestparameters, '$.adminAccountId'),
    json_extract_scalar(requestparameters, '$.detectorId'),
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
