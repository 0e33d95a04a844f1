import { expect, test } from 'vitest';
import type { PassedOver } from './collect-findings.ts';
import { parseFindings } from './parse-findings.ts';
import { camelFinding, eventBridge, pascal } from './testing/made-findings.ts';
import { asffFinding, ocsfFinding } from './testing/made-security-hub.ts';

function read(text: string) {
  const passedOver: PassedOver[] = [];
  const findings = parseFindings(text, 'f', { onPassedOver: (passed) => passedOver.push(passed) });
  return { shapes: findings.map(({ shape }) => shape), passedOver };
}

const line = JSON.stringify(camelFinding);
const pretty = JSON.stringify(pascal(camelFinding), null, 2);

test.each([
  ['lines of an S3 export', `${line}\n${line}\n`, ['s3-export', 's3-export']],
  ['lines with blank ones and Windows line ends', `\n${line}\r\n\r\n  \n${line}`, ['s3-export', 's3-export']],
  ['documents one after the other', `${pretty}\n${pretty}`, ['bare', 'bare']],
  ['documents on one line', `${line} ${line}${pretty}`, ['s3-export', 's3-export', 'bare']],
  [
    'a mixture of shapes',
    [line, pretty, JSON.stringify(asffFinding), JSON.stringify(ocsfFinding, null, 1), line].join('\n'),
    ['s3-export', 'bare', 'asff', 'ocsf-2004', 's3-export'],
  ],
  ['one line of a list', `[${line},${line}]\n`, ['bare', 'bare']],
])('parseFindings() reads %s', (_, text, shapes) => {
  expect(read(text)).toEqual({ shapes, passedOver: [] });
});

test('parseFindings() says which values were passed over, and where', () => {
  const inspector = {
    ...asffFinding,
    Id: 'x',
    ProductArn: 'arn:aws:securityhub:eu-west-1::product/aws/inspector',
  };
  const text = [
    line,
    '{"eventName":"GetObject"}',
    JSON.stringify({ Findings: [inspector, asffFinding] }),
    JSON.stringify({ class_uid: 3002 }),
    JSON.stringify([7, eventBridge({ type: 'EC2 Instance State-change', id: 'i-1' })]),
    'null',
  ].join('\n');
  expect(read(text)).toEqual({
    shapes: ['s3-export', 'asff'],
    passedOver: [
      { where: 'f:2', reason: '"type" is missing' },
      {
        where: 'f:3 findings[0]',
        reason:
          'it is a Security Hub finding of another product (arn:aws:securityhub:eu-west-1::product/aws/inspector)',
      },
      { where: 'f:4', reason: 'it is OCSF of another class than 2004 and 2001' },
      { where: 'f:5 [0]', reason: 'it is not a JSON object' },
      { where: 'f:5 [1] detail', reason: '"type" is not a GuardDuty finding type' },
      { where: 'f:6', reason: 'it is not a JSON object' },
    ],
  });
});

test('parseFindings() passes over an OCSF finding of another product', () => {
  const other = {
    ...ocsfFinding,
    finding_info: { uid: 'x', types: ['y'] },
    metadata: { product: { name: 'Other' } },
  };
  expect(() => parseFindings(JSON.stringify(other), 'f')).toThrow('OCSF finding of another product');
});

test.each([
  ['in the second line', `${line}\n{"id": nope}\n`, 'f:2:9'],
  ['in a later document', `${pretty}\n{\n  "a": [1,\n  x]\n}`, `f:${pretty.split('\n').length + 3}:3`],
  ['at the end', `${line}\n{"a":\n`, 'f:3:1'],
  ['after a document', `${line}\n}\n`, 'f:2:1'],
])('parseFindings() names line and column of a mistake %s', (_, text, where) => {
  expect(() => parseFindings(text, 'f')).toThrow(expect.objectContaining({ name: 'FindingNotJson', where }));
});
