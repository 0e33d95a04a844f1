import { expect, test } from 'vitest';
import { narrowFilter } from './inbox-filter.ts';

test('narrowFilter() asks GuardDuty for what its criteria can say', () => {
  const { criterion } = narrowFilter({
    regions: [],
    minimumSeverity: 7.5,
    types: ['Recon:EC2/Portscan'],
    accounts: ['111111111111'],
    since: new Date('2026-09-14T08:00:00Z'),
    archived: true,
  });
  expect(criterion).toEqual({
    severity: { GreaterThanOrEqual: 7 },
    updatedAt: { GreaterThanOrEqual: 1_789_372_800_000 },
    'service.archived': { Equals: ['true'] },
    accountId: { Equals: ['111111111111'] },
    type: { Equals: ['Recon:EC2/Portscan'] },
  });
});

test('narrowFilter() asks for nothing when nothing is named', () => {
  const { criterion, wanted } = narrowFilter({ regions: ['us-east-1'], types: [], accounts: [] });
  expect(criterion).toEqual({});
  expect(wanted({})).toBe(true);
});

test('what the criteria cannot say is checked on each finding', () => {
  const accounts = Array.from({ length: 51 }, (_, index) => String(index).padStart(12, '1'));
  const types = ['*:IAMUser/*', 'Backdoor:EC2/C&CActivity.B'];
  const { criterion, wanted } = narrowFilter({ regions: [], minimumSeverity: 7.5, types, accounts });
  expect(criterion).toEqual({ severity: { GreaterThanOrEqual: 7 } });

  const finding = { Severity: 8, AccountId: accounts[50], Type: 'Stealth:IAMUser/PasswordPolicyChange' };
  expect(wanted(finding)).toBe(true);
  expect(wanted({ ...finding, Type: 'Backdoor:EC2/C&CActivity.B' })).toBe(true);
  expect(wanted({ ...finding, Type: 'Backdoor:EC2/C&CActivity.B!DNS' })).toBe(false);
  expect(wanted({ ...finding, Severity: 7.2 })).toBe(false);
  expect(wanted({ ...finding, AccountId: '999999999999' })).toBe(false);
});
