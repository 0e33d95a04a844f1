-- title: Flow logs and DNS query logs
-- question: Who made, deleted or changed flow logs, DNS query logs or firewall logs, or tried to?
-- window: 30d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1562.008
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior,
--   Stealth:IAMUser/LoggingConfigurationModified
-- empty: The trail holds no such change in the window. It does not say that flow logs were on before. A trail
--   of one region, or an account outside the trail, is silent here.

-- Many services log a refused call without its parameters; what it was about is only in the message.
-- DeleteFlowLogs answers without an error code when it could not delete; what it could not is in the response.
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
    AND (
      (eventsource = 'ec2.amazonaws.com' AND eventname IN ('CreateFlowLogs', 'DeleteFlowLogs'))
      OR (
        eventsource IN ('route53.amazonaws.com', 'route53resolver.amazonaws.com')
        AND regexp_like(eventname, '^(Associate|Create|Delete|Disassociate|Put).*Query(Log|Logging)Config')
      )
      OR (eventsource = 'network-firewall.amazonaws.com' AND eventname = 'UpdateLoggingConfiguration')
    )
)
SELECT
  eventtime,
  eventname,
  coalesce(
    nullif(
      array_join(
        array_sort(
          array_distinct(
            regexp_extract_all(
              CASE WHEN eventname = 'DeleteFlowLogs' THEN requestparameters ELSE responseelements END,
              'fl-[0-9a-f]+'
            )
          )
        ),
        ', '
      ),
      ''
    ),
    json_extract_scalar(requestparameters, '$.resolverQueryLogConfigId'),
    json_extract_scalar(responseelements, '$.resolverQueryLogConfig.id'),
    json_extract_scalar(requestparameters, '$.id'),
    json_extract_scalar(requestparameters, '$.hostedZoneId'),
    json_extract_scalar(requestparameters, '$.firewallArn'),
    json_extract_scalar(requestparameters, '$.firewallName'),
    json_extract_scalar(requestparameters, '$.arn'),
    refused
  ) AS target,
  principal,
  access_key,
  sourceipaddress,
  coalesce(
    errorcode,
    CASE
      WHEN json_size(responseelements, '$.DeleteFlowLogsResponse.unsuccessful') > 0
        OR json_size(responseelements, '$.CreateFlowLogsResponse.unsuccessful') > 0
        OR json_size(responseelements, '$.unsuccessful') > 0
      THEN 'unsuccessful'
    END
  ) AS errorcode,
  account,
  region
FROM changes
ORDER BY eventtime, eventname, call_id, account
