import { expect, test } from 'vitest';
import { callDetail } from './call-detail.ts';

test.each<[unknown, string | undefined]>([
  [{ bucketName: 'logs', key: 'a.txt', Host: 'x' }, 'bucketName=logs key=a.txt'],
  [{ policyArn: 'p', userName: 'eve', policyName: 'n' }, 'userName=eve policyArn=p'],
  [
    { instancesSet: { items: [{ instanceId: 'i-1' }, { instanceId: 'i-2' }, 7] } },
    'instanceId=i-1 and 1 more',
  ],
  [{ instancesSet: { items: [] } }, undefined],
  [{ userName: { a: 1 }, roleName: '', name: true }, 'name=true'],
  [{ key: 'x'.repeat(300) }, `key=${'x'.repeat(256)}…`],
  [Object.create({ userName: 'inherited' }), undefined],
  [{}, undefined],
  [null, undefined],
  ['userName', undefined],
  [['userName'], undefined],
])('%j', (request, detail) => {
  expect(callDetail(request)).toBe(detail);
});
