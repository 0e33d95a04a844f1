-- title: Changes of AWS Config that blind it
-- question: Who stopped or deleted recorders, rules or delivery of AWS Config, or tried to?
-- window: 30d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1562.001, T1562.008
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior
-- empty: The trail holds no such change in the window. AWS Config records in each region apart. A trail of one
--   region, or an account outside the trail, is silent here.

-- Many services log a refused call without its parameters; what it was about is only in the message.
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
    AND eventsource = 'config.amazonaws.com'
    AND (
      regexp_like(eventname, '^(Delete|Disassociate|Stop)')
      OR eventname IN (
        'PutConfigurationRecorder', 'PutDeliveryChannel', 'PutRetentionConfiguration', 'StartConfigurationRecorder'
      )
    )
    AND eventname <> 'DeleteEvaluationResults'
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.configurationRecorderName'),
    json_extract_scalar(requestparameters, '$.configurationRecorder.name'),
    json_extract_scalar(requestparameters, '$.deliveryChannelName'),
    json_extract_scalar(requestparameters, '$.deliveryChannel.name'),
    json_extract_scalar(requestparameters, '$.configRuleName'),
    json_extract_scalar(requestparameters, '$.organizationConfigRuleName'),
    json_extract_scalar(requestparameters, '$.conformancePackName'),
    json_extract_scalar(requestparameters, '$.organizationConformancePackName'),
    json_extract_scalar(requestparameters, '$.configurationAggregatorName'),
    json_extract_scalar(requestparameters, '$.authorizedAccountId'),
    json_extract_scalar(requestparameters, '$.servicePrincipal'),
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
