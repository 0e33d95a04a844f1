-- title: Rules, schedules and subscriptions that act by themselves
-- question: Who created or changed rules, schedules, pipes, state machines, notifications and subscriptions that
--   run something or send data later?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1546, T1053
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   Impact:IAMUser/AnomalousBehavior,
--   Persistence:IAMUser/AnomalousBehavior
-- empty: Nobody set up such a thing in the window. Triggers of functions are in lambda-triggers-and-permissions;
--   what was set up before the window still runs.

WITH calls AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventsource, eventname, errorcode, sourceipaddress, account, region,
    coalesce(
      useridentity.arn, useridentity.invokedby, nullif(useridentity.principalid, ''), useridentity.accountid
    ) AS principal,
    useridentity.accesskeyid AS access_key,
    requestparameters, responseelements
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    -- The VPC endpoint's record of a call doubles the service's own, unless the endpoint refused the call.
    AND (coalesce(eventcategory, '') <> 'NetworkActivity' OR errorcode = 'VpceAccessDenied')
    AND (? = 'any' OR useridentity.accesskeyid = ?)
    AND (
      eventsource = 'events.amazonaws.com'
        AND eventname IN (
          'CreateApiDestination', 'CreateArchive', 'CreateConnection', 'CreateEndpoint', 'CreateEventBus', 'DeleteRule',
          'DisableRule', 'EnableRule', 'PutPermission', 'PutRule', 'PutTargets', 'RemoveTargets', 'StartReplay',
          'UpdateApiDestination', 'UpdateConnection'
        )
      OR eventsource IN ('scheduler.amazonaws.com', 'pipes.amazonaws.com', 'states.amazonaws.com')
        AND eventname IN (
          'CreatePipe', 'CreateSchedule', 'CreateStateMachine', 'StartPipe', 'UpdatePipe', 'UpdateSchedule',
          'UpdateStateMachine'
        )
      OR eventsource = 's3.amazonaws.com' AND eventname LIKE 'PutBucketNotification%'
      OR eventsource = 'sns.amazonaws.com'
        AND eventname IN ('AddPermission', 'SetTopicAttributes', 'Subscribe')
      OR eventsource = 'sqs.amazonaws.com' AND eventname IN ('AddPermission', 'SetQueueAttributes')
      OR eventsource = 'logs.amazonaws.com'
        AND eventname IN ('PutAccountPolicy', 'PutDestinationPolicy', 'PutSubscriptionFilter')
      OR eventsource = 'iot.amazonaws.com' AND eventname IN ('CreateTopicRule', 'ReplaceTopicRule')
    )
)
SELECT
  eventtime,
  eventsource,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.name'),
    json_extract_scalar(requestparameters, '$.rule'),
    json_extract_scalar(requestparameters, '$.topicArn'),
    json_extract_scalar(requestparameters, '$.queueUrl'),
    json_extract_scalar(requestparameters, '$.bucketName'),
    json_extract_scalar(requestparameters, '$.logGroupName'),
    json_extract_scalar(requestparameters, '$.eventBusName'),
    json_extract_scalar(requestparameters, '$.stateMachineArn'),
    json_extract_scalar(requestparameters, '$.ruleName')
  ) AS target,
  coalesce(
    json_extract_scalar(requestparameters, '$.scheduleExpression'),
    json_extract_scalar(requestparameters, '$.eventPattern')
  ) AS runs_on,
  coalesce(
    nullif(array_join(transform(
      TRY_CAST(json_extract(requestparameters, '$.targets') AS ARRAY(JSON)), t -> json_extract_scalar(t, '$.arn')
    ), ', '), ''),
    json_extract_scalar(requestparameters, '$.target.arn'),
    json_extract_scalar(requestparameters, '$.target'),
    json_extract_scalar(requestparameters, '$.destinationArn'),
    json_extract_scalar(requestparameters, '$.endpoint'),
    json_extract_scalar(requestparameters, '$.invocationEndpoint')
  ) AS acts_on,
  coalesce(
    json_extract_scalar(requestparameters, '$.roleArn'),
    json_extract_scalar(requestparameters, '$.target.roleArn'),
    json_extract_scalar(requestparameters, '$.targets[0].roleArn')
  ) AS role,
  nullif(array_join(array_sort(array_distinct(filter(
    regexp_extract_all(requestparameters, '(^|[^0-9A-Za-z-])([0-9]{12})\b', 2), a -> a <> account
  ))), ', '), '') AS other_accounts,
  requestparameters AS request,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM calls
ORDER BY eventtime, eventname, call_id, account, errorcode, requestparameters, responseelements, principal
