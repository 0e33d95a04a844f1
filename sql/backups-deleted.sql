-- title: Backups and the ways back that were removed
-- question: Which snapshots, backups, recovery points, plans and vaults were deleted, unlocked or turned off?
-- parameter access-key: access-key-id, default any
--   Only the calls made with this access key.
--   example: AKIAIOSFODNN7EXAMPLE
-- window: 7d
-- scope: account, region
-- bindings: since.day, until.next-day, since, until, account, account, region, region, access-key, access-key
-- techniques: T1490, T1485
-- finding types: AttackSequence:IAM/CompromisedCredentials,
--   CredentialAccess:IAMUser/CompromisedCredentials,
--   Impact:IAMUser/AnomalousBehavior,
--   Impact:S3/AnomalousBehavior.Delete
-- empty: No backup was deleted through the API in the window. Backups that end by their own retention are deleted
--   without a record here; versions of objects are in s3-deletions.

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
    max(useridentity.invokedby) AS through
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
          'DeleteSnapshot', 'DeregisterImage', 'DisableFastSnapshotRestores', 'DisableImageDeregistrationProtection',
          'UnlockSnapshot'
        )
      OR eventsource = 'backup.amazonaws.com'
        AND regexp_like(
          eventname,
          '^(Delete|Disassociate|PutBackupVaultAccess|StopBackupJob|UpdateRecoveryPoint|UpdateRegionSettings)'
        )
      OR eventsource = 'rds.amazonaws.com'
        AND eventname IN (
          'DeleteDBClusterAutomatedBackup', 'DeleteDBClusterSnapshot', 'DeleteDBInstanceAutomatedBackup',
          'DeleteDBSnapshot', 'StopDBInstanceAutomatedBackupsReplication'
        )
      OR eventsource = 'dynamodb.amazonaws.com'
        AND (
          eventname = 'DeleteBackup'
          OR eventname = 'UpdateContinuousBackups' AND json_extract_scalar(
            requestparameters, '$.pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled'
          ) = 'false'
        )
      OR eventsource IN ('elasticache.amazonaws.com', 'memorydb.amazonaws.com')
        AND eventname IN ('DeleteServerlessCacheSnapshot', 'DeleteSnapshot')
      OR eventsource IN ('redshift.amazonaws.com', 'redshift-serverless.amazonaws.com')
        AND eventname IN (
          'BatchDeleteClusterSnapshots', 'DeleteClusterSnapshot', 'DeleteSnapshot', 'DisableSnapshotCopy'
        )
      OR eventsource = 'fsx.amazonaws.com' AND eventname IN ('DeleteBackup', 'DeleteSnapshot')
      OR eventsource = 'elasticfilesystem.amazonaws.com'
        AND eventname IN ('DeleteReplicationConfiguration', 'PutBackupPolicy')
      OR eventsource = 'dlm.amazonaws.com' AND eventname IN ('DeleteLifecyclePolicy', 'UpdateLifecyclePolicy')
      OR eventsource = 'rbin.amazonaws.com' AND eventname IN ('DeleteRule', 'UnlockRule', 'UpdateRule')
      OR eventsource = 'drs.amazonaws.com' AND regexp_like(eventname, '^(Delete|Disconnect|Stop)')
    )
  GROUP BY coalesce(sharedeventid, eventid)
)
SELECT
  eventtime,
  eventsource,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.snapshotId'),
    json_extract_scalar(requestparameters, '$.imageId'),
    json_extract_scalar(requestparameters, '$.recoveryPointArn'),
    json_extract_scalar(requestparameters, '$.backupVaultName'),
    json_extract_scalar(requestparameters, '$.backupPlanId'),
    json_extract_scalar(requestparameters, '$.dBSnapshotIdentifier'),
    json_extract_scalar(requestparameters, '$.dBClusterSnapshotIdentifier'),
    json_extract_scalar(requestparameters, '$.dbiResourceId'),
    json_extract_scalar(requestparameters, '$.dBInstanceAutomatedBackupsArn'),
    json_extract_scalar(requestparameters, '$.backupArn'),
    json_extract_scalar(requestparameters, '$.tableName'),
    json_extract_scalar(requestparameters, '$.snapshotName'),
    json_extract_scalar(requestparameters, '$.snapshotIdentifier'),
    json_extract_scalar(requestparameters, '$.backupId'),
    json_extract_scalar(requestparameters, '$.fileSystemId'),
    json_extract_scalar(requestparameters, '$.policyId'),
    json_extract_scalar(requestparameters, '$.identifier')
  ) AS target,
  principal,
  through,
  sourceipaddress,
  errorcode,
  accounts,
  region
FROM calls
ORDER BY eventtime, eventname, call_id, accounts
