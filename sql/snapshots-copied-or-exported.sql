-- title: Snapshots made, copied, read block by block or exported
-- question: Who made copies of volumes, images and databases, read their blocks, restored them, or exported them to
--   a bucket?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1578.001, T1537, T1530, T1213.006
-- finding types: AttackSequence:EC2/CompromisedInstanceGroup,
--   AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Exfiltration:IAMUser/AnomalousBehavior,
--   Impact:IAMUser/AnomalousBehavior
-- empty: No such call is in the trail. Reading the blocks of a snapshot through the EBS direct APIs is a data
--   event, so it is there only if the trail records it. A copy that another account makes of a shared snapshot is
--   in that account's trail.

-- A call across accounts is logged in both, and a log file may be delivered twice: count each call once.
WITH calls AS (
  SELECT
    coalesce(sharedeventid, eventid) AS call_id,
    coalesce(
      max(useridentity.sessioncontext.sessionissuer.arn), max(useridentity.arn), max(useridentity.invokedby),
      max(nullif(useridentity.principalid, '')), max(useridentity.accountid)
    ) AS principal,
    concat_ws(', ', min(account), nullif(max(account), min(account))) AS accounts,
    max(region) AS region,
    max(sourceipaddress) AS sourceipaddress,
    min(eventtime) AS eventtime,
    max(eventname) AS eventname,
    max(errorcode) AS errorcode,
    max(requestparameters) AS requestparameters,
    max(eventsource) AS eventsource,
    max(responseelements) AS responseelements
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
          'CopyImage', 'CopySnapshot', 'CopyVolumes', 'CreateImage', 'CreateInstanceExportTask',
          'CreateRestoreImageTask', 'CreateSnapshot', 'CreateSnapshots', 'CreateStoreImageTask', 'ExportImage',
          'RestoreSnapshotFromRecycleBin'
        )
      OR eventsource = 'ec2.amazonaws.com' AND eventname = 'CreateVolume'
        AND coalesce(json_extract_scalar(requestparameters, '$.snapshotId'), '') <> ''
      OR eventsource = 'ebs.amazonaws.com'
        AND eventname IN ('GetSnapshotBlock', 'ListChangedBlocks', 'ListSnapshotBlocks')
      OR eventsource = 'rds.amazonaws.com'
        AND eventname IN (
          'CopyDBClusterSnapshot', 'CopyDBSnapshot', 'CreateDBClusterSnapshot', 'CreateDBSnapshot',
          'RestoreDBClusterFromSnapshot', 'RestoreDBClusterToPointInTime', 'RestoreDBInstanceFromDBSnapshot',
          'RestoreDBInstanceToPointInTime', 'StartDBInstanceAutomatedBackupsReplication', 'StartExportTask'
        )
      OR eventsource = 'dynamodb.amazonaws.com'
        AND eventname IN (
          'CreateBackup', 'ExportTableToPointInTime', 'RestoreTableFromBackup', 'RestoreTableToPointInTime'
        )
      OR eventsource IN ('elasticache.amazonaws.com', 'memorydb.amazonaws.com')
        AND eventname IN ('CopySnapshot', 'ExportServerlessCacheSnapshot')
      OR eventsource = 'redshift.amazonaws.com'
        AND eventname IN ('CopyClusterSnapshot', 'EnableSnapshotCopy', 'RestoreFromClusterSnapshot')
      OR eventsource = 'backup.amazonaws.com' AND eventname IN ('StartCopyJob', 'StartRestoreJob')
    )
  GROUP BY coalesce(sharedeventid, eventid)
)
SELECT
  principal,
  eventsource,
  eventname,
  coalesce(
    CASE WHEN eventname LIKE 'CreateDB%Snapshot' THEN coalesce(
      json_extract_scalar(requestparameters, '$.dBInstanceIdentifier'),
      json_extract_scalar(requestparameters, '$.dBClusterIdentifier')
    ) END,
    json_extract_scalar(requestparameters, '$.sourceSnapshotId'),
    json_extract_scalar(requestparameters, '$.sourceDBSnapshotIdentifier'),
    json_extract_scalar(requestparameters, '$.sourceDBClusterSnapshotIdentifier'),
    json_extract_scalar(requestparameters, '$.sourceArn'),
    json_extract_scalar(requestparameters, '$.snapshotId'),
    json_extract_scalar(requestparameters, '$.secondSnapshotId'),
    json_extract_scalar(requestparameters, '$.volumeId'),
    json_extract_scalar(requestparameters, '$.sourceImageId'),
    json_extract_scalar(requestparameters, '$.imageId'),
    json_extract_scalar(requestparameters, '$.CreateStoreImageTaskRequest.ImageId'),
    json_extract_scalar(requestparameters, '$.instanceId'),
    json_extract_scalar(requestparameters, '$.CreateSnapshotsRequest.InstanceSpecification.InstanceId'),
    json_extract_scalar(requestparameters, '$.dBSnapshotIdentifier'),
    json_extract_scalar(requestparameters, '$.snapshotIdentifier'),
    json_extract_scalar(requestparameters, '$.sourceSnapshotName'),
    json_extract_scalar(requestparameters, '$.dBInstanceIdentifier'),
    json_extract_scalar(requestparameters, '$.dBClusterIdentifier'),
    json_extract_scalar(requestparameters, '$.sourceDBInstanceIdentifier'),
    json_extract_scalar(requestparameters, '$.tableArn'),
    json_extract_scalar(requestparameters, '$.tableName'),
    json_extract_scalar(requestparameters, '$.recoveryPointArn')
  ) AS source,
  coalesce(
    json_extract_scalar(requestparameters, '$.s3BucketName'),
    json_extract_scalar(requestparameters, '$.s3Bucket'),
    json_extract_scalar(requestparameters, '$.exportToS3.s3Bucket'),
    json_extract_scalar(requestparameters, '$.s3ExportLocation.s3Bucket'),
    json_extract_scalar(requestparameters, '$.ExportImageRequest.S3ExportLocation.S3Bucket'),
    json_extract_scalar(requestparameters, '$.CreateStoreImageTaskRequest.Bucket'),
    json_extract_scalar(requestparameters, '$.targetBucket'),
    json_extract_scalar(requestparameters, '$.destinationBackupVaultArn'),
    json_extract_scalar(requestparameters, '$.targetDBSnapshotIdentifier'),
    json_extract_scalar(requestparameters, '$.targetDBClusterSnapshotIdentifier'),
    json_extract_scalar(requestparameters, '$.targetSnapshotName'),
    CASE
      WHEN eventname LIKE 'CreateDB%Snapshot' THEN coalesce(
        json_extract_scalar(requestparameters, '$.dBSnapshotIdentifier'),
        json_extract_scalar(requestparameters, '$.dBClusterSnapshotIdentifier')
      )
      WHEN eventname LIKE 'RestoreDB%' THEN coalesce(
        json_extract_scalar(requestparameters, '$.targetDBInstanceIdentifier'),
        json_extract_scalar(requestparameters, '$.dBInstanceIdentifier'),
        json_extract_scalar(requestparameters, '$.dBClusterIdentifier')
      )
      WHEN eventname = 'CreateVolume' THEN json_extract_scalar(responseelements, '$.volumeId')
      ELSE coalesce(
        json_extract_scalar(responseelements, '$.imageId'),
        json_extract_scalar(responseelements, '$.snapshotId')
      )
    END
  ) AS target,
  json_extract_scalar(requestparameters, '$.kmsKeyId') AS kms_key,
  count(*) AS calls,
  count(errorcode) AS errors,
  min(eventtime) AS first_seen,
  max(eventtime) AS last_seen,
  sourceipaddress,
  accounts,
  region
FROM calls
GROUP BY 1, 2, 3, 4, 5, 6, sourceipaddress, accounts, region
ORDER BY first_seen, principal, eventsource, eventname, source, target, kms_key, sourceipaddress, accounts, region
