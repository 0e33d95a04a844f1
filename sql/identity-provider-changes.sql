-- title: Identity providers and trust anchors
-- question: Which identity providers, trust anchors and federation settings were made or changed, and by whom?
-- window: 30d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region
-- techniques: T1484.002, T1606.002, T1098.001
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Persistence:IAMUser/AnomalousBehavior,
--   PrivilegeEscalation:IAMUser/AnomalousBehavior
-- empty: The trail holds no such change in the window. IAM is logged in one region, us-east-1 in most
--   partitions: a trail of another region holds none of it. Roles Anywhere is logged in each region, and IAM
--   Identity Center only in the account and the region that it lives in.

-- IAM refuses a call without logging its parameters; what it was about is only in the message.
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
    AND coalesce(readonly, 'false') <> 'true'
    AND NOT regexp_like(eventname, '^(Describe|Get|List)')
    AND (
      (
        eventsource = 'iam.amazonaws.com'
        AND regexp_like(eventname, 'OpenIDConnectProvider|SAMLProvider|WebIdentityFederation')
      )
      OR (eventsource = 'rolesanywhere.amazonaws.com' AND eventname <> 'CreateSession')
      OR (
        eventsource IN ('sso.amazonaws.com', 'sso-directory.amazonaws.com')
        AND regexp_like(
          eventname,
          'AssociateDirectory|BearerToken|DisassociateDirectory|ExternalIdP|ProvisioningTenant|TrustedTokenIssuer'
        )
      )
    )
)
SELECT
  eventtime,
  eventsource,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.openIDConnectProviderArn'),
    json_extract_scalar(responseelements, '$.openIDConnectProviderArn'),
    json_extract_scalar(requestparameters, '$.sAMLProviderArn'),
    json_extract_scalar(responseelements, '$.sAMLProviderArn'),
    json_extract_scalar(responseelements, '$.trustAnchor.trustAnchorArn'),
    json_extract_scalar(responseelements, '$.profile.profileArn'),
    json_extract_scalar(responseelements, '$.crl.crlArn'),
    json_extract_scalar(requestparameters, '$.trustedTokenIssuerArn'),
    json_extract_scalar(responseelements, '$.trustedTokenIssuerArn'),
    json_extract_scalar(requestparameters, '$.url'),
    json_extract_scalar(requestparameters, '$.name'),
    json_extract_scalar(requestparameters, '$.directoryId'),
    refused
  ) AS provider,
  json_extract_scalar(requestparameters, '$.url') AS issuer_url,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM changes
ORDER BY eventtime, eventsource, eventname, call_id, account
