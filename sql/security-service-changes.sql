-- title: Security services weakened
-- question: Who disabled, narrowed or muted Security Hub, Macie, Detective, Access Analyzer, Inspector, WAF,
--   Shield or Firewall Manager, or tried to?
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1562.001, T1562.007
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior
-- empty: The trail holds no such change in the window. It does not say that these services were on before. A
--   trail of one region, or an account outside the trail, is silent here.

-- Many services log a refused call without its parameters; what it was about is only in the message.
WITH changes AS (
  SELECT DISTINCT
    coalesce(sharedeventid, eventid) AS call_id,
    eventtime, eventsource, eventname, account, region, errorcode,
    coalesce(
      json_extract_scalar(requestparameters, '$.name'),
      json_extract_scalar(requestparameters, '$.Name'),
      json_extract_scalar(requestparameters, '$.analyzerName'),
      json_extract_scalar(requestparameters, '$.resourceArn'),
      json_extract_scalar(requestparameters, '$.webACLArn'),
      json_extract_scalar(requestparameters, '$.firewallName'),
      json_extract_scalar(requestparameters, '$.firewallArn'),
      json_extract_scalar(requestparameters, '$.GraphArn'),
      json_extract_scalar(requestparameters, '$.ProductSubscriptionArn'),
      json_extract_scalar(requestparameters, '$.StandardsControlArn'),
      array_join(TRY_CAST(json_extract(requestparameters, '$.StandardsSubscriptionArns') AS ARRAY(VARCHAR)), ', '),
      array_join(TRY_CAST(json_extract(requestparameters, '$.AccountIds') AS ARRAY(VARCHAR)), ', '),
      json_extract_scalar(requestparameters, '$.status'),
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
    AND eventsource IN (
      'access-analyzer.amazonaws.com', 'auditmanager.amazonaws.com', 'detective.amazonaws.com', 'fms.amazonaws.com',
      'inspector2.amazonaws.com', 'macie.amazonaws.com', 'macie2.amazonaws.com', 'network-firewall.amazonaws.com',
      'securityhub.amazonaws.com', 'securitylake.amazonaws.com', 'shield.amazonaws.com', 'waf.amazonaws.com',
      'waf-regional.amazonaws.com', 'wafv2.amazonaws.com'
    )
    AND (
      regexp_like(eventname, '^(Apply|Archive|Decline|Delete|Deregister|Disable|Disassociate|Put|Stop|Update)')
      OR regexp_like(eventname, '^Batch(Delete|Disable|Disassociate|Update)')
      OR regexp_like(eventname, '^Create(AllowList|ArchiveRule|AutomationRule|Filter|FindingsFilter)')
    )
)
SELECT
  principal,
  eventsource,
  eventname,
  count(*) FILTER (WHERE errorcode IS NULL) AS succeeded,
  count(errorcode) AS failed,
  array_join(array_sort(array_agg(DISTINCT errorcode) FILTER (WHERE errorcode IS NOT NULL)), ', ') AS errors,
  array_join(slice(array_sort(array_agg(DISTINCT target) FILTER (WHERE target IS NOT NULL)), 1, 20), ', ')
    AS first_20_targets,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  account,
  region
FROM changes
GROUP BY principal, eventsource, eventname, account, region
ORDER BY first_seen, principal, eventsource, eventname, account, region
