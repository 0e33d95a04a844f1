-- title: Rules of security groups that were opened or closed
-- question: Which rules of security groups were added, changed or removed, and which of them let in or out the
--   whole internet?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1562.007, T1578.005
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior,
--   Persistence:IAMUser/AnomalousBehavior,
--   Recon:EC2/PortProbeEMRUnprotectedPort,
--   Recon:EC2/PortProbeUnprotectedPort,
--   UnauthorizedAccess:EC2/RDPBruteForce,
--   UnauthorizedAccess:EC2/SSHBruteForce
-- empty: Nobody changed rules of security groups in the window. Which groups an instance is in can also change with
--   ModifyInstanceAttribute: see instance-changes.

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
      eventsource = 'ec2.amazonaws.com'
        AND eventname IN (
          'AssociateSecurityGroupVpc', 'AuthorizeSecurityGroupEgress', 'AuthorizeSecurityGroupIngress',
          'CreateSecurityGroup', 'DeleteSecurityGroup', 'ModifyManagedPrefixList', 'ModifyNetworkInterfaceAttribute',
          'ModifySecurityGroupRules', 'RevokeSecurityGroupEgress', 'RevokeSecurityGroupIngress'
        )
      OR eventsource IN ('rds.amazonaws.com', 'redshift.amazonaws.com', 'elasticache.amazonaws.com')
        AND eventname IN (
          'AuthorizeCacheSecurityGroupIngress', 'AuthorizeClusterSecurityGroupIngress',
          'AuthorizeDBSecurityGroupIngress'
        )
    )
),
-- A rule stands in a list, in the older form at the top of the request, or below ModifySecurityGroupRulesRequest,
-- where one rule is an object and several are an array.
changes AS (
  SELECT
    *,
    coalesce(
      TRY_CAST(json_extract(requestparameters, '$.ipPermissions.items') AS ARRAY(JSON)),
      TRY_CAST(json_extract(requestparameters, '$.ModifySecurityGroupRulesRequest.SecurityGroupRule') AS ARRAY(JSON)),
      ARRAY[coalesce(
        json_extract(requestparameters, '$.ModifySecurityGroupRulesRequest.SecurityGroupRule'),
        json_extract(requestparameters, '$')
      )]
    ) AS rules
  FROM calls
),
rules AS (
  SELECT
    call_id, eventtime, eventname, errorcode, sourceipaddress, account, region, principal, access_key,
    requestparameters, responseelements,
    coalesce(
      json_extract_scalar(rule, '$.ipProtocol'), json_extract_scalar(rule, '$.SecurityGroupRule.IpProtocol')
    ) AS protocol,
    coalesce(
      json_extract_scalar(rule, '$.fromPort'), json_extract_scalar(rule, '$.SecurityGroupRule.FromPort')
    ) AS from_port,
    coalesce(
      json_extract_scalar(rule, '$.toPort'), json_extract_scalar(rule, '$.SecurityGroupRule.ToPort')
    ) AS to_port,
    nullif(concat_ws(', ',
      json_extract_scalar(rule, '$.cidrIp'),
      json_extract_scalar(rule, '$.cIDRIP'),
      json_extract_scalar(rule, '$.SecurityGroupRule.CidrIpv4'),
      json_extract_scalar(rule, '$.SecurityGroupRule.CidrIpv6'),
      json_extract_scalar(rule, '$.SecurityGroupRule.PrefixListId'),
      json_extract_scalar(rule, '$.SecurityGroupRule.ReferencedGroupId'),
      nullif(array_join(transform(
        TRY_CAST(json_extract(rule, '$.ipRanges.items') AS ARRAY(JSON)), r -> json_extract_scalar(r, '$.cidrIp')
      ), ', '), ''),
      nullif(array_join(transform(
        TRY_CAST(json_extract(rule, '$.ipv6Ranges.items') AS ARRAY(JSON)), r -> json_extract_scalar(r, '$.cidrIpv6')
      ), ', '), ''),
      nullif(array_join(transform(
        TRY_CAST(json_extract(rule, '$.groups.items') AS ARRAY(JSON)), r -> json_extract_scalar(r, '$.groupId')
      ), ', '), ''),
      nullif(array_join(transform(
        TRY_CAST(json_extract(rule, '$.prefixListIds.items') AS ARRAY(JSON)),
        r -> json_extract_scalar(r, '$.prefixListId')
      ), ', '), '')
    ), '') AS peers
  FROM changes
  CROSS JOIN UNNEST(rules) AS t (rule)
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.groupId'),
    json_extract_scalar(requestparameters, '$.ModifySecurityGroupRulesRequest.GroupId'),
    json_extract_scalar(responseelements, '$.groupId'),
    json_extract_scalar(requestparameters, '$.groupName'),
    json_extract_scalar(requestparameters, '$.networkInterfaceId'),
    json_extract_scalar(requestparameters, '$.dBSecurityGroupName')
  ) AS target,
  protocol,
  CASE WHEN from_port = to_port THEN from_port ELSE concat(from_port, '-', to_port) END AS ports,
  peers,
  -- A network of length 0 is the whole internet, whatever address stands before it.
  CASE WHEN regexp_like(peers, '/0(,|$)') THEN 'yes' ELSE 'no' END AS whole_internet,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM rules
ORDER BY eventtime, eventname, call_id, account, errorcode, protocol, ports, peers, requestparameters,
  responseelements, principal
