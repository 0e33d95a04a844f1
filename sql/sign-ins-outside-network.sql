-- title: Sign-ins from outside the known networks
-- question: Who signed in to the console or to IAM Identity Center, or tried to, from an address outside these
--   networks?
-- parameter networks: list, required
--   The addresses and networks that sign-ins should come from.
--   example: 192.0.2.0/25,192.0.2.200
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, networks
-- techniques: T1078.004
-- finding types: InitialAccess:IAMUser/AnomalousBehavior,
--   UnauthorizedAccess:IAMUser/ConsoleLogin,
--   UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller,
--   UnauthorizedAccess:IAMUser/TorIPCaller
-- empty: Every sign-in of the window came from these networks. It does not prove that the person was there: an
--   intruder can sign in through a VPN or a machine inside.

-- What is no address, such as AWS Internal, counts as outside.
WITH sign_ins AS (
  SELECT DISTINCT
    eventid, eventtime, eventname, account, sourceipaddress,
    useridentity.type AS user_type,
    coalesce(
      json_extract_scalar(responseelements, '$.ConsoleLogin'),
      json_extract_scalar(serviceeventdetails, '$.UserAuthentication')
    ) AS outcome,
    CASE useridentity.type
      WHEN 'Root' THEN 'root'
      WHEN 'IAMUser' THEN coalesce(useridentity.username, useridentity.arn)
      ELSE coalesce(
        nullif(useridentity.arn, ''), useridentity.username, useridentity.onbehalfof.userid, useridentity.principalid
      )
    END AS principal
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND eventsource = 'signin.amazonaws.com'
    AND eventname IN ('ConsoleLogin', 'UserAuthentication')
    AND NOT coalesce(
      any_match(
        transform(
          split(?, ','),
          item -> CASE
            WHEN strpos(item, '/') > 0 THEN item
            WHEN strpos(item, ':') > 0 THEN concat(item, '/128')
            ELSE concat(item, '/32')
          END
        ),
        network -> contains(network, TRY_CAST(sourceipaddress AS IPADDRESS))
      ),
      false
    )
)
SELECT
  principal,
  user_type,
  eventname,
  sourceipaddress,
  count(*) FILTER (WHERE outcome = 'Success') AS succeeded,
  count(*) FILTER (WHERE outcome = 'Failure') AS failed,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  account
FROM sign_ins
GROUP BY principal, user_type, eventname, sourceipaddress, account
ORDER BY first_seen, principal, user_type, eventname, sourceipaddress, account
