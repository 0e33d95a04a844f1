import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTrail } from '../read/read-trail.ts';
import type { TrailEvent } from '../read/trail-event.ts';
import { traceKey } from './trace-key.ts';
import { TrailIndex } from './trail-index.ts';

/** Public logs that nobody here wrote; they lie beside the project, and nothing of them is in it. */
const DATA = join(import.meta.dirname, '../../../../../shared/data');
const isThere = existsSync(DATA);
if (!isThere)
  process.stdout.write(`stories are skipped: there is no folder ${join('..', 'shared', 'data')}\n`);

/** Traces the key of the last event that `pick` finds one in. */
async function lineageOf(path: string, pick: (event: TrailEvent) => string | undefined) {
  const index = new TrailIndex();
  let key: string | undefined;
  for await (const event of readTrail(join(DATA, path))) {
    index.add(event);
    key = pick(event) ?? key;
  }
  return traceKey(key ?? '', index);
}

interface Story {
  readonly actor: string;
  readonly phases: readonly { readonly ids: readonly string[]; readonly link?: readonly string[] }[];
}

describe.skipIf(!isThere)('the lineage of public incidents', () => {
  test.each(['stories/otrf_cloudbank.jsonl', 'cloudtrail/otrf'])(
    'a stolen instance key in %s ends at the delivery that the story names',
    async (path) => {
      const story = JSON.parse(readFileSync(join(DATA, 'stories/otrf_story.json'), 'utf8')) as Story;
      const [, role, instance] = story.actor.split('/');
      const lineage = await lineageOf(path, ({ identity, name }) =>
        name === 'ListBuckets' && identity.arn?.endsWith(story.actor) ? identity.accessKeyId : undefined,
      );
      expect(lineage.root).toMatchObject({ kind: 'ec2-instance', name: instance });
      expect(lineage.chain.map(({ eventId }) => eventId)).toEqual(story.phases[0]?.link);
      expect(lineage.forward).toHaveLength(2);
      for (const { eventId } of lineage.forward) expect(story.phases[0]?.ids).toContain(eventId);
      expect(lineage.roles.map((entry) => entry.role)).toEqual([role]);
      expect(lineage.gaps).toEqual([]);
    },
  );

  test('an instance key whose delivery lies before the logs is still of the instance', async () => {
    const { root, chain, gaps } = await lineageOf(
      'stories/stratus_steal_instance_credentials.jsonl',
      ({ identity }) => (identity.type === 'AssumedRole' ? identity.accessKeyId : undefined),
    );
    expect(root).toMatchObject({ kind: 'ec2-instance', name: expect.stringMatching(/^i-/) });
    expect(chain[0]).toMatchObject({ sessionCreated: '2024-08-02T08:20:52Z', sessionName: root.name });
    expect(gaps.map(({ kind }) => kind)).toEqual(['beyond-retention']);
  });

  test('a federation token leads back to the key of its user', async () => {
    const { root, chain, gaps } = await lineageOf(
      'cloudtrail/stratus/aws.persistence.sts-federation-token.json',
      ({ issuedKeyId }) => issuedKeyId,
    );
    expect(root).toMatchObject({ kind: 'long-term-key', userName: 'stratus-red-team-user-federation-user' });
    expect(chain.map(({ eventName }) => eventName)).toEqual([null, 'GetFederationToken']);
    expect(gaps).toEqual([]);
  });

  test('a key leads forward to the sessions of the role that it assumed, and refusals to none', async () => {
    const { forward, roles } = await lineageOf(
      'cloudtrail/stratus/aws.credential-access.ec2-get-password-data.json',
      ({ name, identity }) => (name === 'AssumeRole' ? identity.accessKeyId : undefined),
    );
    expect(forward).toHaveLength(2);
    expect(roles.map(({ role }) => role)).toEqual(['stratus-red-team-ec2-get-password-data-role']);
  });
});
