-- title: Snapshots shared with other accounts or with everyone
-- question: Which snapshots of volumes and databases were shared, with which accounts or with everyone ("all"), and
--   which shares were taken back?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1537, T1578.001
-- finding types: AttackSequence:EC2/CompromisedInstanceGroup,
--   AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   Impact:IAMUser/AnomalousBehavior
-- empty: No snapshot was shared in the window. Shares made before it still stand; a snapshot can also leave as a
--   copy: ask snapshots-copied-or-exported.

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
        AND eventname IN ('DisableSnapshotBlockPublicAccess', 'ModifySnapshotAttribute', 'ResetSnapshotAttribute')
      OR eventsource = 'rds.amazonaws.com'
        AND eventname IN ('ModifyDBClusterSnapshotAttribute', 'ModifyDBSnapshotAttribute')
      OR eventsource IN ('redshift.amazonaws.com', 'redshift-serverless.amazonaws.com')
        AND eventname IN ('AuthorizeSnapshotAccess', 'PutResourcePolicy', 'RevokeSnapshotAccess')
      OR eventsource = 'backup.amazonaws.com' AND eventname = 'PutBackupVaultAccessPolicy'
    )
),
shares AS (
  SELECT
    *,
    nullif(array_join(transform(
      TRY_CAST(json_extract(requestparameters, '$.createVolumePermission.add.items') AS ARRAY(JSON)),
      i -> coalesce(json_extract_scalar(i, '$.userId'), json_extract_scalar(i, '$.group'))
    ), ', '), '') AS added_volume,
    nullif(array_join(transform(
      TRY_CAST(json_extract(requestparameters, '$.createVolumePermission.remove.items') AS ARRAY(JSON)),
      i -> coalesce(json_extract_scalar(i, '$.userId'), json_extract_scalar(i, '$.group'))
    ), ', '), '') AS removed_volume,
    nullif(array_join(
      TRY_CAST(json_extract(requestparameters, '$.valuesToAdd') AS ARRAY(VARCHAR)), ', '
    ), '') AS added_database,
    nullif(array_join(
      TRY_CAST(json_extract(requestparameters, '$.valuesToRemove') AS ARRAY(VARCHAR)), ', '
    ), '') AS removed_database
  FROM calls
)
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.snapshotId'),
    json_extract_scalar(requestparameters, '$.dBSnapshotIdentifier'),
    json_extract_scalar(requestparameters, '$.dBClusterSnapshotIdentifier'),
    json_extract_scalar(requestparameters, '$.snapshotIdentifier'),
    json_extract_scalar(requestparameters, '$.snapshotArn'),
    json_extract_scalar(requestparameters, '$.resourceArn'),
    json_extract_scalar(requestparameters, '$.backupVaultName')
  ) AS snapshot,
  coalesce(
    added_volume,
    added_database,
    CASE WHEN eventname = 'AuthorizeSnapshotAccess'
      THEN json_extract_scalar(requestparameters, '$.accountWithRestoreAccess') END
  ) AS shared_with,
  coalesce(
    removed_volume,
    removed_database,
    CASE WHEN eventname = 'RevokeSnapshotAccess'
      THEN json_extract_scalar(requestparameters, '$.accountWithRestoreAccess') END
  ) AS taken_back_from,
  CASE WHEN eventname IN ('PutBackupVaultAccessPolicy', 'PutResourcePolicy')
    THEN requestparameters END AS policy_request,
  principal,
  access_key,
  sourceipaddress,
  errorcode,
  account,
  region
FROM shares
ORDER BY eventtime, eventname, call_id, account, errorcode, requestparameters, responseelements, principal
