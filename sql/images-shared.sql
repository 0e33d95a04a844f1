-- title: Machine images shared or copied
-- question: Which machine images were shared, with which accounts, organisations or with everyone ("all"), and
--   which were copied?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1537, T1525, T1204.003
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Execution:EC2/MaliciousFile!AMI,
--   Exfiltration:IAMUser/AnomalousBehavior
-- empty: No image was shared or copied in the window. Shares made before it still stand.

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
    AND eventsource = 'ec2.amazonaws.com'
    AND (
      eventname IN ('CopyImage', 'DisableImageBlockPublicAccess', 'ResetImageAttribute')
      OR eventname = 'ModifyImageAttribute'
        AND (
          json_extract(requestparameters, '$.launchPermission') IS NOT NULL
          OR json_extract_scalar(requestparameters, '$.attributeType') = 'launchPermission'
          OR json_extract(requestparameters, '$.attributeType') IS NULL
        )
    )
),
shares AS (
  SELECT
    *,
    nullif(array_join(transform(
      TRY_CAST(json_extract(requestparameters, '$.launchPermission.add.items') AS ARRAY(JSON)),
      i -> coalesce(
        json_extract_scalar(i, '$.userId'), json_extract_scalar(i, '$.group'),
        json_extract_scalar(i, '$.organizationArn'), json_extract_scalar(i, '$.organizationalUnitArn')
      )
    ), ', '), '') AS shared_with,
    nullif(array_join(transform(
      TRY_CAST(json_extract(requestparameters, '$.launchPermission.remove.items') AS ARRAY(JSON)),
      i -> coalesce(
        json_extract_scalar(i, '$.userId'), json_extract_scalar(i, '$.group'),
        json_extract_scalar(i, '$.organizationArn'), json_extract_scalar(i, '$.organizationalUnitArn')
      )
    ), ', '), '') AS taken_back_from
  FROM calls
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.imageId'), json_extract_scalar(requestparameters, '$.sourceImageId')
  ) AS image,
  shared_with,
  taken_back_from,
  json_extract_scalar(responseelements, '$.imageId') AS new_image,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM shares
ORDER BY eventtime, eventname, call_id, account, errorcode, requestparameters, responseelements, principal
