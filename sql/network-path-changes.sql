-- title: New ways for traffic
-- question: Who changed routes, gateways, peerings, VPNs, endpoints, network ACLs, firewalls or mirrored traffic,
--   so that packets go where they did not go before?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1562.007, T1020.001, T1040, T1578.005
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   Behavior:EC2/NetworkPortUnusual,
--   Behavior:EC2/TrafficVolumeUnusual,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   DefenseEvasion:IAMUser/AnomalousBehavior,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   Persistence:IAMUser/AnomalousBehavior
-- empty: Nobody changed the network in these ways in the window. Security groups are in security-group-changes.

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
        AND regexp_like(
          eventname,
          'ClientVpn|CustomerGateway|InternetGateway|NatGateway|NetworkAcl|PeeringConnection|TrafficMirror|Transit'
        )
        AND NOT regexp_like(eventname, '^(Describe|Export|Get|List|Search)')
      OR eventsource = 'ec2.amazonaws.com'
        AND eventname IN (
          'AssociateRouteTable', 'CreateRoute', 'CreateVpcEndpoint', 'CreateVpcEndpointServiceConfiguration',
          'CreateVpnConnection', 'CreateVpnGateway', 'DeleteRoute', 'DeleteVpcEndpoints', 'ModifySubnetAttribute',
          'ModifyVpcBlockPublicAccessOptions', 'ModifyVpcEndpoint', 'ModifyVpcEndpointServicePermissions',
          'ReplaceRoute', 'ReplaceRouteTableAssociation'
        )
      OR eventsource IN ('network-firewall.amazonaws.com', 'route53resolver.amazonaws.com', 'ram.amazonaws.com')
        AND regexp_like(eventname, '^(Accept|Associate|Create|Delete|Disassociate|Update)')
    )
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.routeTableId'),
    json_extract_scalar(requestparameters, '$.networkAclId'),
    json_extract_scalar(requestparameters, '$.associationId'),
    json_extract_scalar(requestparameters, '$.subnetId'),
    json_extract_scalar(requestparameters, '$.CreateTrafficMirrorSessionRequest.NetworkInterfaceId'),
    json_extract_scalar(requestparameters, '$.CreateVpcEndpointRequest.VpcId'),
    json_extract_scalar(requestparameters, '$.transitGatewayId'),
    json_extract_scalar(requestparameters, '$.vpcId'),
    json_extract_scalar(requestparameters, '$.vpcPeeringConnectionId')
  ) AS resource,
  coalesce(
    json_extract_scalar(requestparameters, '$.destinationCidrBlock'),
    json_extract_scalar(requestparameters, '$.destinationIpv6CidrBlock'),
    json_extract_scalar(requestparameters, '$.destinationPrefixListId'),
    json_extract_scalar(requestparameters, '$.cidrBlock'),
    json_extract_scalar(requestparameters, '$.ipv6CidrBlock')
  ) AS network,
  coalesce(
    json_extract_scalar(requestparameters, '$.gatewayId'),
    json_extract_scalar(requestparameters, '$.natGatewayId'),
    json_extract_scalar(requestparameters, '$.transitGatewayId'),
    CASE WHEN eventname LIKE '%Route' THEN coalesce(
      json_extract_scalar(requestparameters, '$.vpcPeeringConnectionId'),
      json_extract_scalar(requestparameters, '$.networkInterfaceId'),
      json_extract_scalar(requestparameters, '$.instanceId'),
      json_extract_scalar(requestparameters, '$.egressOnlyInternetGatewayId'),
      json_extract_scalar(requestparameters, '$.vpcEndpointId')
    ) END,
    json_extract_scalar(requestparameters, '$.internetGatewayId'),
    json_extract_scalar(requestparameters, '$.peerVpcId'),
    json_extract_scalar(requestparameters, '$.CreateTrafficMirrorSessionRequest.TrafficMirrorTargetId')
  ) AS goes_to,
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
