-- title: Credentials of EC2 instances that were used elsewhere
-- question: Which instances' role sessions called from more than one address of a kind, or through a VPC
--   endpoint of another account? The address that a session used first is most likely the instance's own. For
--   one instance all addresses are shown.
-- parameter instance: text, default any
--   Only this instance, and all of its addresses.
--   example: i-0123456789abcdef0
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, instance, instance,
--   instance
-- techniques: T1552.005, T1078.004, T1550.001
-- finding types: AttackSequence:EC2/CompromisedInstanceGroup,
--   AttackSequence:IAM/CompromisedCredentials,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS
-- empty: No instance called from two addresses of a kind in the window. That does not clear an instance whose
--   credentials were used only outside, or through the same NAT gateway: give its id to see each address.

-- A service's name for an address means that the service called on the session's behalf: that is no use elsewhere.
WITH calls AS (
  SELECT
    coalesce(sharedeventid, eventid) AS call_id,
    coalesce(errorcode, errormessage) IS NOT NULL AS failed,
    regexp_extract(useridentity.principalid, ':(i-[0-9a-f]+)$', 1) AS instance,
    useridentity.sessioncontext.sessionissuer.arn AS role,
    useridentity.accountid AS account,
    useridentity.accesskeyid AS access_key,
    useridentity.sessioncontext.ec2roledelivery AS ec2_role_delivery,
    CASE
      WHEN vpcendpointid IS NOT NULL THEN 'VPC endpoint'
      WHEN regexp_like(sourceipaddress, '^(10[.]|172[.](1[6-9]|2[0-9]|3[01])[.]|192[.]168[.])') THEN 'private'
      WHEN strpos(sourceipaddress, ':') > 0 THEN 'public IPv6'
      ELSE 'public IPv4'
    END AS address_kind,
    coalesce(vpcendpointaccountid <> useridentity.accountid, false) AS foreign_endpoint,
    sourceipaddress, vpcendpointid, vpcendpointaccountid, useragent, eventtime, eventsource, eventname
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND regexp_like(useridentity.principalid, ':i-[0-9a-f]+$')
    AND regexp_like(sourceipaddress, '^[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+$|:')
    AND (? = 'any' OR split_part(useridentity.principalid, ':', 2) = ?)
),
compared AS (
  SELECT
    *,
    min(sourceipaddress) OVER (PARTITION BY account, role, instance, address_kind)
      <> max(sourceipaddress) OVER (PARTITION BY account, role, instance, address_kind) AS several_addresses,
    min(sourceipaddress) OVER (PARTITION BY access_key, address_kind)
      <> max(sourceipaddress) OVER (PARTITION BY access_key, address_kind) AS key_elsewhere
  FROM calls
),
origins AS (
  SELECT
    instance, role, account, sourceipaddress, address_kind, vpcendpointid, vpcendpointaccountid,
    count(DISTINCT call_id) AS calls,
    count(DISTINCT call_id) FILTER (WHERE failed) AS errors,
    min(eventtime) AS first_seen,
    max(eventtime) AS last_seen,
    count(DISTINCT access_key) AS access_keys,
    count(DISTINCT access_key) FILTER (WHERE key_elsewhere) AS keys_seen_elsewhere,
    array_join(
      array_sort(array_agg(DISTINCT ec2_role_delivery) FILTER (WHERE ec2_role_delivery IS NOT NULL)), ', '
    ) AS ec2_role_delivery,
    array_join(
      array_sort(array_agg(DISTINCT useragent) FILTER (WHERE useragent IS NOT NULL)), ', '
    ) AS user_agents,
    count(DISTINCT concat(eventsource, ' ', eventname)) AS event_names,
    bool_or(several_addresses) AS several_addresses,
    bool_or(foreign_endpoint) AS foreign_endpoint
  FROM compared
  GROUP BY 1, 2, 3, 4, 5, 6, 7
),
ranked AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY account, role, instance
      ORDER BY first_seen, sourceipaddress, vpcendpointid, vpcendpointaccountid
    ) AS order_of_use,
    max(CASE WHEN several_addresses OR foreign_endpoint THEN 1 ELSE 0 END)
      OVER (PARTITION BY account, role, instance) AS suspicious
  FROM origins
)
SELECT
  instance, role, account, order_of_use, sourceipaddress, address_kind, vpcendpointid, vpcendpointaccountid,
  foreign_endpoint, calls, errors, first_seen, last_seen, access_keys, keys_seen_elsewhere, ec2_role_delivery,
  event_names, user_agents
FROM ranked
WHERE suspicious = 1 OR ? <> 'any'
ORDER BY account, instance, role, order_of_use
