import { expect, test } from 'vitest';
import { entryFault } from './config-text.ts';
import { readConfig } from './read-config.ts';
import { writeConfig } from './write-config.ts';

test('what is written is read back as it was, whatever stands in the names', () => {
  const accounts = ['shop', 'a: b', '{x}, "y" #z', "it's [1]", 'true', '0123', 'ä\u00a0\u2028'].map(
    (name, index) => ({
      id: String(index).repeat(12),
      name,
      production: index === 0,
    }),
  );
  const values = {
    version: 1 as const,
    organisation: { id: 'o-11111111', management: '000000000000' },
    access: { role: 'arn:aws:iam::{account}:role/Responder', externalId: '0123' },
    accounts,
    regions: { home: 'eu-central-1', all: ['eu-central-1', 'us-east-1'] },
    athena: { results: 's3://amzn-s3-demo-bucket/athena/', maxScan: '10GB' },
    guardduty: { administrator: '000000000000' },
  };
  expect(readConfig(writeConfig(values))).toEqual(values);
});

test('each key has its meaning above it, and what is not set is said', () => {
  const text = writeConfig({
    version: 1,
    accounts: [{ id: '111111111111', name: 'shop' }],
    regions: { home: 'eu-central-1' },
  });
  expect(text).toContain(
    '  # Where sessions are opened and the tables of Athena lie.\n  home: eu-central-1\n',
  );
  expect(text).toContain('\n  - { id: "111111111111", name: shop }\n');
  expect(text).toContain('\n# athena: not set. Where saved queries run.\n');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});

test.each([
  ['regions.home', 'eu-central-1', undefined],
  ['regions.home', 'Frankfurt', expect.stringContaining('no region')],
  ['accounts.0.id', '1111', 'an account id has 12 digits'],
  ['access.role', 'Responder', undefined],
  ['access.role', '/Responder', expect.stringContaining('no role')],
  ['regions.all.0', 'x', expect.stringContaining('no region')],
])('entryFault() of %s: %s', async (path, value, fault) => {
  expect(await entryFault(path, value)).toEqual(fault);
});
