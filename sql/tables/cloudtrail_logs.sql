-- The table that saved queries read: the log files of a trail, in Athena, engine version 3.
--
-- "firebreak query setup" fills these in and makes the table. To make it by hand, replace them:
--   {{database}}      the database to make the table in
--   {{bucket}}        the trail's bucket
--   {{prefix}}        the trail's prefix and a slash, such as logs/; nothing when it has none
--   {{organisation}}  the organisation's id and a slash, such as o-exampleorgid/; nothing for the trail of one account
--   {{accounts}}      every account that the trail covers, with commas between them
--   {{regions}}       every region that the trail covers, with commas between them
--   {{first-day}}     the first day that there are logs of, such as 2024/01/01
--
-- The columns are all fields of "CloudTrail record contents" and "CloudTrail userIdentity element" in the CloudTrail
-- User Guide, except eventContext and edgeDeviceDetails: their shape is open, and one wrong type fails every query.
-- Partitions follow "Create the table for CloudTrail logs in Athena using partition projection" in the Athena User
-- Guide. They are the day of delivery, which can be the day after the event.
CREATE EXTERNAL TABLE {{database}}.cloudtrail_logs (
  eventversion string,
  useridentity struct<
    type: string,
    principalid: string,
    arn: string,
    accountid: string,
    invokedby: string,
    invokedbydelegate: struct<accountid: string>,
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
  tlsdetails struct<tlsversion: string, ciphersuite: string, keyexchange: string, clientprovidedhostheader: string>
)
PARTITIONED BY (account string, region string, day string)
ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION 's3://{{bucket}}/{{prefix}}AWSLogs/{{organisation}}'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.account.type' = 'enum',
  'projection.account.values' = '{{accounts}}',
  'projection.region.type' = 'enum',
  'projection.region.values' = '{{regions}}',
  'projection.day.type' = 'date',
  'projection.day.format' = 'yyyy/MM/dd',
  'projection.day.range' = '{{first-day}},NOW',
  'projection.day.interval' = '1',
  'projection.day.interval.unit' = 'DAYS',
  'storage.location.template' =
    's3://{{bucket}}/{{prefix}}AWSLogs/{{organisation}}${account}/CloudTrail/${region}/${day}'
)
