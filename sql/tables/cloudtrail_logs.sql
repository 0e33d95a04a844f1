-- The table that saved queries read: the log files of an organisation trail, in Athena, engine version 3.
--
-- Put in your own values before you run it:
--   amzn-s3-demo-bucket   the trail's bucket, and a prefix if the trail has one (twice)
--   o-exampleorgid        the organisation's id (twice)
--   111111111111,...      every account of the organisation
--   us-east-1,...         every region that the trail covers
--   2024/01/01            the first day that you have logs of
--
-- The columns are all fields of "CloudTrail record contents" and "CloudTrail userIdentity element" in the CloudTrail
-- User Guide, except eventContext and edgeDeviceDetails: their shape is open, and one wrong type fails every query.
-- Partitions follow "Create the table for CloudTrail logs in Athena using partition projection" in the Athena User
-- Guide. They are the day of delivery, which can be the day after the event.
CREATE EXTERNAL TABLE cloudtrail_logs (
  eventversion string,
  useridentity struct<
    type: string,
    principalid: string,
    arn: string,
    accountid: string,
    invokedby: string,
    accesskeyid: string,
    username: string,
    identityprovider: string,
    credentialid: string,
    onbehalfof: struct<userid: string, identitystorearn: string>,
    inscopeof: struct<sourcearn: string, sourceaccount: string, issuertype: string, credentialsissuedto: string>,
    sessioncontext: struct<
      attributes: struct<mfaauthenticated: string, creationdate: string>,
      sessionissuer: struct<type: string, principalid: string, arn: string, accountid: string, username: string>,
      ec2roledelivery: string,
      assumedroot: string,
      sourceidentity: string,
      webidfederationdata: struct<federatedprovider: string, attributes: map<string,string>>
    >
  >,
  eventtime string,
  eventsource string,
  eventname string,
  awsregion string,
  sourceipaddress string,
  useragent string,
  errorcode string,
  errormessage string,
  requestparameters string,
  responseelements string,
  additionaleventdata string,
  requestid string,
  eventid string,
  readonly string,
  resources array<struct<arn: string, accountid: string, type: string>>,
  eventtype string,
  apiversion string,
  managementevent string,
  recipientaccountid string,
  serviceeventdetails string,
  sharedeventid string,
  vpcendpointid string,
  vpcendpointaccountid string,
  eventcategory string,
  addendum struct<reason: string, updatedfields: string, originalrequestid: string, originaleventid: string>,
  sessioncredentialfromconsole string,
  tlsdetails struct<tlsversion: string, ciphersuite: string, clientprovidedhostheader: string>
)
PARTITIONED BY (account string, region string, day string)
ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION 's3://amzn-s3-demo-bucket/AWSLogs/o-exampleorgid/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.account.type' = 'enum',
  'projection.account.values' = '111111111111,222222222222',
  'projection.region.type' = 'enum',
  'projection.region.values' = 'us-east-1,eu-central-1',
  'projection.day.type' = 'date',
  'projection.day.format' = 'yyyy/MM/dd',
  'projection.day.range' = '2024/01/01,NOW',
  'projection.day.interval' = '1',
  'projection.day.interval.unit' = 'DAYS',
  'storage.location.template' =
    's3://amzn-s3-demo-bucket/AWSLogs/o-exampleorgid/${account}/CloudTrail/${region}/${day}'
)
