-- title: Roles that other accounts assumed
-- question: Which principals of one account opened sessions of roles, or of the root user, in another, and who
--   was refused?
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1199, T1078.004, T1550.001
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/AnomalousBehavior,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior,
--   Discovery:IAMUser/AnomalousBehavior,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   Impact:IAMUser/AnomalousBehavior,
--   InitialAccess:IAMUser/AnomalousBehavior,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.OutsideAWS
-- empty: No call in the window crossed accounts. Logs of one account alone show only what its own principals
--   assumed and what was assumed in it.

-- Both accounts log the call. Where the caller's own record is missing, the caller's account is not in these logs.
WITH calls AS (
  SELECT
    coalesce(sharedeventid, eventid) AS call_id,
    coalesce(errorcode, errormessage) IS NOT NULL AS failed,
    eventtime,
    useridentity.accountid AS caller_account,
    CASE WHEN recipientaccountid = useridentity.accountid THEN coalesce(sharedeventid, eventid) END AS callers_record,
    coalesce(
      json_extract_scalar(requestparameters, '$.roleArn'),
      json_extract_scalar(requestparameters, '$.targetPrincipal'),
      regexp_extract(errormessage, 'on resource: ([^ ]+)', 1)
    ) AS target,
    first_value(coalesce(
      useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby,
      useridentity.onbehalfof.userid, useridentity.principalid, useridentity.username
    )) OVER (
      PARTITION BY coalesce(sharedeventid, eventid)
      ORDER BY
        CASE WHEN useridentity.arn IS NULL THEN 1 ELSE 0 END,
        CASE WHEN recipientaccountid = useridentity.accountid THEN 0 ELSE 1 END,
        recipientaccountid, eventid
    ) AS principal,
    sourceipaddress
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND eventsource = 'sts.amazonaws.com'
    AND eventname IN ('AssumeRole', 'AssumeRoot')
)
SELECT
  caller_account,
  principal,
  target,
  count(DISTINCT call_id) AS calls,
  count(DISTINCT call_id) FILTER (WHERE failed) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  count(DISTINCT callers_record) > 0 AS caller_in_logs,
  array_join(
    array_sort(array_agg(DISTINCT sourceipaddress) FILTER (WHERE sourceipaddress IS NOT NULL)), ', '
  ) AS addresses
FROM calls
WHERE caller_account <> CASE WHEN target LIKE 'arn:%' THEN split_part(target, ':', 5) ELSE target END
GROUP BY 1, 2, 3
ORDER BY caller_in_logs, caller_account, principal, target
