-- title: Days on which a principal called more than usual
-- question: Which principals made far more calls on a day of the window than their daily mean in the weeks
--   before? Days are counted whole, in UTC.
-- parameter baseline: time, default 35d
--   Start of the time to compare with. It ends where the window starts.
--   example: 2026-02-01T00:00:00Z
-- parameter at-least: number, default 100
--   Calls a day from which on a day is listed.
--   example: 100
-- parameter factor: number, default 3
--   How many times the mean a day must reach.
--   example: 3
-- window: 7d
-- scope: account, region
-- bindings: baseline.day, since.next-day, since.day, until.next-day, baseline, since, since, until, account,
--   account, region, region, since, since, since, at-least, factor
-- techniques: T1078.004, T1496, T1530
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
-- empty: No principal made so many more calls than before. A patient intruder stays below the mean, and reading
--   S3 objects counts only where the trail records data events.

WITH calls AS (
  SELECT
    coalesce(sharedeventid, eventid) AS call_id,
    coalesce(
      useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby,
      useridentity.onbehalfof.userid, useridentity.principalid, useridentity.username
    ) AS principal,
    substr(eventtime, 1, 10) AS date_utc,
    coalesce(errorcode, errormessage) IS NOT NULL AS failed
  FROM cloudtrail_logs
  WHERE (day BETWEEN ? AND ? OR day BETWEEN ? AND ?)
    AND (eventtime BETWEEN ? AND ? OR eventtime BETWEEN ? AND ?)
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND coalesce(useridentity.type, '') <> 'AWSService'
),
daily AS (
  SELECT
    principal,
    date_utc,
    count(DISTINCT call_id) AS calls,
    count(DISTINCT call_id) FILTER (WHERE failed) AS errors
  FROM calls
  GROUP BY 1, 2
),
before AS (
  SELECT principal, sum(calls) AS calls, count(*) AS active_days
  FROM daily
  WHERE date_utc < substr(?, 1, 10)
  GROUP BY 1
),
-- Days on which nobody called are days without logs: they would lower the mean.
logged AS (
  SELECT count(DISTINCT date_utc) AS days
  FROM daily
  WHERE date_utc < substr(?, 1, 10)
),
rates AS (
  SELECT
    daily.principal,
    daily.date_utc,
    daily.calls,
    daily.errors,
    CASE WHEN logged.days = 0 THEN NULL
      ELSE CAST(coalesce(before.calls, 0) AS double) / logged.days END AS mean_before,
    logged.days AS days_before,
    coalesce(before.active_days, 0) AS active_days_before
  FROM daily
  CROSS JOIN logged
  LEFT JOIN before ON before.principal = daily.principal
  WHERE daily.date_utc >= substr(?, 1, 10)
)
SELECT
  principal, date_utc, calls, errors,
  round(mean_before, 2) AS mean_before,
  round(CAST(calls AS double) / nullif(mean_before, 0), 2) AS times_the_mean,
  days_before, active_days_before
FROM rates
WHERE calls >= ?
  AND calls >= CAST(? AS bigint) * coalesce(mean_before, 0)
ORDER BY calls DESC, date_utc, principal
