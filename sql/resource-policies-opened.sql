-- title: Resources opened to others by their own policy
-- question: Which secrets, queues, topics, registries, file systems, buses and other resources got a policy that
--   lets in everyone or another account?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1098, T1537, T1578.005
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   Persistence:IAMUser/AnomalousBehavior
-- empty: No such policy was set in the window. Policies of buckets, KMS keys and functions have queries of their
--   own: s3-bucket-policy-changes, kms-key-changes and lambda-triggers-and-permissions.

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
    AND eventsource NOT IN (
      'iam.amazonaws.com', 'kms.amazonaws.com', 'lambda.amazonaws.com', 'organizations.amazonaws.com',
      's3.amazonaws.com', 'sso.amazonaws.com'
    )
    AND (
      regexp_like(eventname, '^(Add|Attach|Create|Put|Register|Set|Update).*Policy')
        AND coalesce(readonly, 'false') <> 'true'
      OR eventsource IN ('sns.amazonaws.com', 'sqs.amazonaws.com')
        AND eventname IN ('AddPermission', 'CreateQueue', 'CreateTopic', 'SetQueueAttributes', 'SetTopicAttributes')
      OR eventsource = 'events.amazonaws.com' AND eventname IN ('CreateEventBus', 'PutPermission')
      OR eventsource = 'es.amazonaws.com'
        AND regexp_like(eventname, '^(AuthorizeVpcEndpointAccess|(Create|Update)(Elasticsearch)?Domain)')
      OR eventsource = 'ec2.amazonaws.com' AND eventname = 'ModifyVpcEndpointServicePermissions'
    )
),
policies AS (
  SELECT
    *,
    coalesce(
      json_extract_scalar(requestparameters, '$.resourcePolicy'),
      json_extract_scalar(requestparameters, '$.policy'),
      json_extract_scalar(requestparameters, '$.policyText'),
      json_extract_scalar(requestparameters, '$.policyDocument'),
      json_extract_scalar(requestparameters, '$.policyInJson'),
      json_extract_scalar(requestparameters, '$.accessPolicies'),
      json_extract_scalar(requestparameters, '$.accessPolicy'),
      json_extract_scalar(requestparameters, '$.attributes.Policy'),
      CASE WHEN json_extract_scalar(requestparameters, '$.attributeName') = 'Policy'
        THEN json_extract_scalar(requestparameters, '$.attributeValue') END,
      json_format(json_extract(requestparameters, '$.policy')),
      json_format(json_extract(requestparameters, '$.resourcePolicy'))
    ) AS policy
  FROM calls
),
-- One statement may stand alone, without an array around it.
opened AS (
  SELECT
    *,
    coalesce(
      TRY_CAST(json_extract(policy, '$.Statement') AS ARRAY(JSON)), ARRAY[json_extract(policy, '$.Statement')]
    ) AS statements,
    nullif(array_join(array_sort(array_distinct(filter(
      regexp_extract_all(requestparameters, '(^|[^0-9A-Za-z-])([0-9]{12})\b', 2), a -> a <> account
    ))), ', '), '') AS other_accounts
  FROM policies
),
judged AS (
  SELECT
    *,
    CASE
      WHEN any_match(statements, s ->
        json_extract_scalar(s, '$.Effect') = 'Allow'
        AND (
          json_extract_scalar(s, '$.Principal') = '*'
          OR json_extract_scalar(s, '$.Principal.AWS') = '*'
          OR contains(TRY_CAST(json_extract(s, '$.Principal.AWS') AS ARRAY(VARCHAR)), '*')
        )
        AND json_extract(s, '$.Condition') IS NULL
      ) OR json_extract_scalar(requestparameters, '$.principal') = '*' THEN 'everyone'
      WHEN any_match(statements, s ->
        json_extract_scalar(s, '$.Effect') = 'Allow'
        AND (
          json_extract_scalar(s, '$.Principal') = '*'
          OR json_extract_scalar(s, '$.Principal.AWS') = '*'
          OR contains(TRY_CAST(json_extract(s, '$.Principal.AWS') AS ARRAY(VARCHAR)), '*')
        )
      ) THEN 'everyone who meets a condition'
    END AS opened_to
  FROM opened
)
SELECT
  eventtime,
  eventsource,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.secretId'),
    json_extract_scalar(requestparameters, '$.queueUrl'),
    json_extract_scalar(requestparameters, '$.topicArn'),
    json_extract_scalar(requestparameters, '$.repositoryName'),
    json_extract_scalar(requestparameters, '$.fileSystemId'),
    json_extract_scalar(requestparameters, '$.resourceArn'),
    json_extract_scalar(requestparameters, '$.backupVaultName'),
    json_extract_scalar(requestparameters, '$.eventBusName'),
    json_extract_scalar(requestparameters, '$.domainName'),
    json_extract_scalar(requestparameters, '$.vaultName'),
    json_extract_scalar(requestparameters, '$.identity'),
    json_extract_scalar(requestparameters, '$.policyName'),
    json_extract_scalar(requestparameters, '$.name')
  ) AS target,
  opened_to,
  other_accounts,
  requestparameters AS request,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM judged
WHERE opened_to IS NOT NULL OR other_accounts IS NOT NULL
ORDER BY eventtime, eventname, call_id, account, errorcode, requestparameters, responseelements, principal
