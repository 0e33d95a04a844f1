import { expect, test } from 'vitest';
import { TRAIL_COLUMNS } from '../trail-table.ts';
import { deliveredName, fieldPaths } from './delivered-names.ts';

/** Fields that CloudTrail writes in small letters. */
const SMALL = ['type', 'arn', 'attributes', 'reason', 'resources', 'addendum'];

test('every field of the table has the name that CloudTrail writes', () => {
  const paths = fieldPaths(TRAIL_COLUMNS);
  expect(paths.length).toBeGreaterThan(60);
  for (const path of paths) {
    const name = deliveredName(...path);
    expect(name.toLowerCase()).toBe(path.at(-1));
    if (name === name.toLowerCase()) expect(SMALL).toContain(name);
  }
});

test('the ARN of a resource is written in capitals, that of an identity is not', () => {
  expect(deliveredName('resources', 'arn')).toBe('ARN');
  expect(deliveredName('useridentity', 'arn')).toBe('arn');
});
