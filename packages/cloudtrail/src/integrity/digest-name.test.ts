import { expect, test } from 'vitest';
import { digestName } from './digest-name.ts';

test('a name says account, region, trail, home region and the end', () => {
  expect(
    digestName('111111111111_CloudTrail-Digest_eu-west-1_main_us-east-1_20260914T100131Z.json.gz'),
  ).toEqual({
    account: '111111111111',
    region: 'eu-west-1',
    trail: 'main',
    homeRegion: 'us-east-1',
    end: Date.parse('2026-09-14T10:01:31Z'),
    isBackfill: false,
  });
});

test('a trail may have underscores and the name of a region in its name', () => {
  const name = '111111111111_CloudTrail-Digest_us-gov-west-1_a_us-east-1_b_us-gov-east-1_20260914T100131Z';
  expect(digestName(`${name}_backfill.json.gz`)).toMatchObject({ trail: 'a_us-east-1_b', isBackfill: true });
});

test.each([
  '111111111111_CloudTrail_eu-west-1_20260914T1000Z_AbCdEfGh12345678.json.gz',
  '111111111111_CloudTrail-Digest_eu-west-1_main_us-east-1_20261414T100131Z.json.gz',
  '111111111111_CloudTrail-Digest_eu-west-1_main_us-east-1_20260914T100131Z.json.gz.signature',
])('%s is no digest', (name) => {
  expect(digestName(name)).toBeUndefined();
});
