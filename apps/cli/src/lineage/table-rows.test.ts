import { openDuckDb } from '@firebreak/athena';
import { indexTrail, RowSource, readTrail, traceKey } from '@firebreak/cloudtrail';
import { expect, test } from 'vitest';
import { SCENARIOS } from '../content.ts';
import { askTable } from './table-rows.ts';

test('a table of events gives the lineage that its log files give', async () => {
  const logs = `${SCENARIOS}/leaked-access-key/cloudtrail`;
  const index = await indexTrail(readTrail(logs));
  async function* records() {
    for await (const event of readTrail(logs)) yield event.record;
  }
  const engine = await openDuckDb(records());
  const { from = '', to = '' } = index.coverage;
  try {
    const keys = new Set<string>();
    for await (const { identity, issuedKeyId } of readTrail(logs))
      for (const key of [identity.accessKeyId, issuedKeyId]) if (key !== undefined) keys.add(key);
    expect(keys.size).toBeGreaterThan(1);
    for (const key of keys) {
      const table = new RowSource(askTable(engine, { from, to }), { from, to });
      expect(await traceKey(key, table)).toEqual(await traceKey(key, index));
    }
  } finally {
    await engine.close();
  }
});
