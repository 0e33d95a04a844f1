-- title: Log groups, alarms and event rules deleted or silenced
-- question: Who deleted or silenced log groups, filters, alarms, event rules or topics, or tried to?
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1562.008, T1562.001
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior,
--   DefenseEvasion:IAMUser/BedrockLoggingDisabled,
--   Stealth:IAMUser/LoggingConfigurationModified
-- empty: The trail holds no such deletion in the window. Log streams that ran out of their retention are
--   deleted without an event. A trail of one region, or an account outside the trail, is silent here.

-- Many services log a refused call without its parameters; what it was about is only in the message.
WITH changes AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventsource, eventname, account, region, errorcode,
    coalesce(
      json_extract_scalar(requestparameters, '$.logGroupName'),
      json_extract_scalar(requestparameters, '$.logGroupIdentifier'),
      json_extract_scalar(requestparameters, '$.destinationName'),
      json_extract_scalar(requestparameters, '$.policyName'),
      array_join(TRY_CAST(json_extract(requestparameters, '$.alarmNames') AS ARRAY(VARCHAR)), ', '),
      json_extract_scalar(requestparameters, '$.alarmName'),
      json_extract_scalar(requestparameters, '$.name'),
      json_extract_scalar(requestparameters, '$.rule'),
      json_extract_scalar(requestparameters, '$.archiveName'),
      json_extract_scalar(requestparameters, '$.topicArn'),
      json_extract_scalar(requestparameters, '$.subscriptionArn'),
      nullif(regexp_extract(errormessage, 'on resource: (.+?)(?: because| with an explicit deny|$)', 1), '*')
    ) AS target,
    coalesce(
      nullif(useridentity.arn, ''), useridentity.username, useridentity.invokedby, useridentity.principalid
    ) AS principal
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND (
      (
        eventsource = 'logs.amazonaws.com'
        AND (
          (eventname LIKE 'Delete%' AND eventname <> 'DeleteQueryDefinition')
          OR eventname IN ('DisassociateKmsKey', 'PutLogGroupDeletionProtection', 'PutRetentionPolicy')
        )
      )
      OR (
        eventsource = 'monitoring.amazonaws.com'
        AND eventname IN (
          'DeleteAlarms', 'DeleteAnomalyDetector', 'DeleteInsightRules', 'DeleteMetricStream', 'DisableAlarmActions',
          'DisableInsightRules', 'PutAlarmMuteRule', 'SetAlarmState', 'StopMetricStreams'
        )
      )
      OR (
        eventsource = 'events.amazonaws.com'
        AND eventname IN ('DeleteArchive', 'DeleteEventBus', 'DeleteRule', 'DisableRule', 'RemoveTargets')
      )
      OR (eventsource = 'sns.amazonaws.com' AND eventname IN ('DeleteTopic', 'Unsubscribe'))
      OR (
        eventsource = 'bedrock.amazonaws.com'
        AND eventname IN ('DeleteModelInvocationLoggingConfiguration', 'PutModelInvocationLoggingConfiguration')
      )
    )
)
SELECT
  principal,
  eventsource,
  eventname,
  count(*) FILTER (WHERE errorcode IS NULL) AS succeeded,
  count(errorcode) AS failed,
  count(DISTINCT target) AS targets,
  array_join(slice(array_sort(array_agg(DISTINCT target) FILTER (WHERE target IS NOT NULL)), 1, 20), ', ')
    AS first_20_targets,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  account,
  region
FROM changes
GROUP BY principal, eventsource, eventname, account, region
ORDER BY first_seen, principal, eventsource, eventname, account, region
