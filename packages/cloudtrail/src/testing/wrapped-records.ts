import { gzipSync } from 'node:zlib';

type Json = Readonly<Record<string, unknown>>;

const text = (value: unknown) => JSON.stringify(value);
const lines = (values: readonly unknown[]) => values.map((value) => `${text(value)}\n`).join('');
const lookedUp = (record: Json) => ({
  EventId: record['eventID'],
  EventName: record['eventName'],
  EventTime: '2026-09-14T10:00:00+02:00',
  CloudTrailEvent: text(record),
});
const bridged = (detail: Json) => ({
  version: '0',
  source: 'aws.s3',
  'detail-type': 'AWS API Call via CloudTrail',
  detail,
});
const logged = (records: readonly Json[]) => ({
  messageType: 'DATA_MESSAGE',
  logGroup: 'trail',
  logEvents: records.map((record, id) => ({ id: `${id}`, timestamp: 0, message: text(record) })),
});
const forwarded = ({ eventTime, ...record }: Json) => ({ ...record, '@timestamp': eventTime });

/** Records in each shape that they are delivered in. */
export const WRAPPERS: Readonly<Record<string, (records: readonly Json[]) => string>> = {
  'a delivery file': (records) => text({ Records: records }),
  'a delivery file with line breaks': (records) => JSON.stringify({ Records: records }, undefined, 2),
  'an array': text,
  'JSON lines': lines,
  'JSON lines with @timestamp': (records) => lines(records.map(forwarded)),
  'delivery files, one a line': (records) => lines(records.map((record) => ({ Records: [record] }))),
  'values without line breaks': (records) => records.map(text).join(''),
  'a LookupEvents answer': (records) => text({ Events: records.map(lookedUp), NextToken: 'x' }),
  'an array of LookupEvents': (records) => text(records.map(lookedUp)),
  'JSON lines of LookupEvents': (records) => lines(records.map(lookedUp)),
  'an array of EventBridge events': (records) => text(records.map(bridged)),
  'JSON lines of EventBridge events': (records) => lines(records.map(bridged)),
  'a payload of CloudWatch Logs': (records) => text(logged(records)),
  'payloads of CloudWatch Logs': (records) => records.map((record) => text(logged([record]))).join(''),
  'a function event of CloudWatch Logs': (records) =>
    text({ awslogs: { data: gzipSync(text(logged(records))).toString('base64') } }),
  'cases of a rule': (records) => text(records.map((event) => ({ test: 'x', event }))),
};
