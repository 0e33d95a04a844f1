import { join } from 'node:path';
import { type DrillClients, drillClients } from '../drill-clients.ts';
import { type Organisation, openOrganisation } from '../organisation/organisation.ts';
import { ORGANISATION } from '../organisation/organisation-schema.ts';
import { handClock, temporaryFolder } from './temporary-drill.ts';

/** Keys of the small organisation; accounts 222222222222 and 333333333333. */
export const KEYS = {
  admin: 'AKIATHPL2AOHAEXAMPLE',
  reader: 'AKIATHPL2AOHBEXAMPLE',
  federated: 'ASIATHPL2AOHAEXAMPLE',
  expired: 'ASIATHPL2AOHBEXAMPLE',
  visitor: 'AKIAU3HBXAVKQEXAMPLE',
} as const;

const allow = (Action: string | string[], Resource = '*') => ({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action, Resource },
});
const trust = (...AWS: string[]) => ({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' },
});
const created = '2026-01-01T00:00:00Z';
const times = { account: '222222222222', issuedAt: created, expiresAt: '2026-01-03T00:00:00Z' };

const SMALL = {
  id: 'o-11111111',
  accounts: {
    '222222222222': {
      name: 'small',
      users: {
        admin: {
          userId: 'AIDAADMINADMINEXAMPLE',
          createDate: created,
          accessKeys: { [KEYS.admin]: { status: 'Active', createDate: created } },
          inlinePolicies: { All: allow('*') },
          tags: { team: 'red' },
        },
        reader: {
          userId: 'AIDAREADERREADEXAMPLE',
          path: '/staff/',
          createDate: created,
          accessKeys: { [KEYS.reader]: { status: 'Active', createDate: created } },
          groups: ['readers'],
          permissionsBoundary: 'arn:aws:iam::222222222222:policy/Edge',
        },
      },
      groups: {
        readers: {
          groupId: 'AGPAREADERSSSSEXAMPLE',
          inlinePolicies: { Read: allow(['s3:*', 'iam:ListUsers', 'sts:AssumeRole']) },
        },
      },
      roles: {
        Named: {
          roleId: 'AROANAMEDNAMEDEXAMPLE',
          createDate: created,
          trustPolicy: trust(
            'arn:aws:iam::222222222222:user/admin',
            'arn:aws:iam::333333333333:user/visitor',
          ),
          inlinePolicies: { Read: allow('s3:GetObject') },
        },
        Closed: { roleId: 'AROACLOSEDCLOSEXAMPLE', createDate: created, trustPolicy: trust('333333333333') },
      },
      policies: {
        'arn:aws:iam::222222222222:policy/Edge': { document: allow(['s3:GetObject', 's3:ListBucket']) },
      },
      buckets: {
        papers: {
          region: 'us-east-1',
          createDate: created,
          objects: {
            'a/1.txt': { lastModified: created, contentType: 'text/plain', body: 'one' },
            'a/2.txt': { lastModified: created, body: 'two' },
            'b/3.txt': { lastModified: created, body: 'three' },
          },
        },
      },
    },
    '333333333333': {
      name: 'other',
      users: {
        visitor: {
          userId: 'AIDAVISITORVISEXAMPLE',
          createDate: created,
          accessKeys: { [KEYS.visitor]: { status: 'Active', createDate: created } },
          inlinePolicies: { Go: allow('sts:AssumeRole', 'arn:aws:iam::222222222222:role/Named') },
        },
      },
    },
  },
  sessions: {
    [KEYS.federated]: {
      ...times,
      kind: 'federation-token',
      user: 'admin',
      name: 'guest',
      policy: allow('s3:ListBucket'),
    },
    [KEYS.expired]: { ...times, kind: 'session-token', user: 'admin', expiresAt: '2026-01-01T12:00:00Z' },
  },
};

export interface SmallOrganisation {
  readonly organisation: Organisation;
  readonly file: string;
  as(key: keyof typeof KEYS | { readonly id: string }): DrillClients;
}

/** An organisation of two accounts for tests of single operations, at 2026-01-02T00:00:00Z. */
export async function smallOrganisation(): Promise<SmallOrganisation> {
  const file = join(await temporaryFolder(), 'organisation.json');
  const organisation = await openOrganisation({
    initial: ORGANISATION.parse(SMALL),
    file,
    start: new Date('2026-01-02T00:00:00Z'),
    now: handClock(),
  });
  const as: SmallOrganisation['as'] = (key) =>
    drillClients(organisation, {
      accessKeyId: typeof key === 'string' ? KEYS[key] : key.id,
      region: 'us-east-1',
      sourceIp: '192.0.2.9',
    });
  return { organisation, file, as };
}
