-- title: Where an access key came from, step by step
-- question: Which key issued this key, which issued that one, and so on back to the first (at most nine steps)?
-- parameter access-key: access-key-id, required
--   The access key that the question is about.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 30d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key
-- techniques: T1078.004, T1098.001, T1550.001
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
--   Recon:IAMUser/MaliciousIPCaller,
--   Recon:IAMUser/MaliciousIPCaller.Custom,
--   Recon:IAMUser/TorIPCaller,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller,
--   UnauthorizedAccess:IAMUser/MaliciousIPCaller.Custom,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.InsideAWS,
--   UnauthorizedAccess:IAMUser/ResourceCredentialExfiltration.OutsideAWS,
--   UnauthorizedAccess:IAMUser/TorIPCaller
-- empty: No record in the window hands out this key: widen the window, the regions and the accounts. A
--   long-term key that is older than the window has no row. The chain ends where a record names no parent key:
--   the last row says which kind of caller.

-- Trino asks for the column names of every table of a recursive WITH, and plans the step once for each depth: what can
-- wait for the end, such as choosing between two records of one call, stands at the end.
WITH RECURSIVE mint (
  child_key, parent_key, eventname, issued_for, principal, caller_type, eventtime, sourceipaddress, useragent,
  account, region, eventid
) AS (
  SELECT
    regexp_extract(responseelements, '"(?i:accesskeyid)" *: *"([A-Z0-9]{16,})"', 1),
    nullif(useridentity.accesskeyid, ''),
    eventname,
    coalesce(
      json_extract_scalar(responseelements, '$.assumedRoleUser.arn'),
      json_extract_scalar(responseelements, '$.federatedUser.arn'),
      json_extract_scalar(responseelements, '$.credentialSet[0].assumedRoleUser.arn'),
      json_extract_scalar(responseelements, '$.accessKey.userName'),
      json_extract_scalar(requestparameters, '$.targetPrincipal'),
      json_extract_scalar(requestparameters, '$.roleArn'),
      json_extract_scalar(requestparameters, '$.userName'),
      useridentity.arn
    ),
    coalesce(
      useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby,
      useridentity.onbehalfof.userid, useridentity.principalid, useridentity.username
    ),
    useridentity.type,
    eventtime, sourceipaddress, useragent, recipientaccountid, awsregion, eventid
  FROM cloudtrail_logs
  WHERE day BETWEEN ? AND ?
    AND eventtime BETWEEN ? AND ?
    AND (? = 'any' OR account = ?)
    AND (? = 'any' OR region = ?)
    AND regexp_like(responseelements, '"(?i:accesskeyid)" *: *"[A-Z0-9]{16,}"')
),
chain (
  depth, child_key, parent_key, eventname, issued_for, principal, caller_type, eventtime, sourceipaddress,
  useragent, account, region, eventid
) AS (
  SELECT
    1, child_key, parent_key, eventname, issued_for, principal, caller_type, eventtime, sourceipaddress,
    useragent, account, region, eventid
  FROM mint
  WHERE child_key = ?
  UNION ALL
  SELECT
    chain.depth + 1, mint.child_key, mint.parent_key, mint.eventname, mint.issued_for, mint.principal,
    mint.caller_type, mint.eventtime, mint.sourceipaddress, mint.useragent, mint.account, mint.region,
    mint.eventid
  FROM chain
  JOIN mint ON mint.child_key = chain.parent_key
  WHERE chain.depth < 9
),
ranked (
  depth, child_key, parent_key, eventname, issued_for, principal, caller_type, eventtime, sourceipaddress,
  useragent, account, region, eventid, copy
) AS (
  SELECT
    *,
    row_number() OVER (
      PARTITION BY depth, child_key
      ORDER BY
        CASE WHEN parent_key IS NULL THEN 1 ELSE 0 END,
        CASE WHEN caller_type = 'AWSAccount' THEN 1 ELSE 0 END,
        eventtime, account, eventid
    )
  FROM chain
)
SELECT
  depth, child_key, parent_key, eventname, issued_for, principal, caller_type, eventtime, sourceipaddress,
  useragent, account, region, eventid
FROM ranked
WHERE copy = 1
ORDER BY depth, eventtime, child_key
