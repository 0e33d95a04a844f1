import type { AthenaOptions } from '../athena/athena-options.ts';
import { type AthenaEngine, openAthena } from '../athena/open-athena.ts';
import type { BoundQuery } from '../query-engine.ts';
import { type FakeAthena, type FakeScript, fakeAthena } from './fake-athena.ts';

export interface AthenaRoom extends AsyncDisposable {
  readonly server: FakeAthena;
  readonly engine: AthenaEngine;
}

/** An engine before a server on this machine that follows a script. Nothing waits. */
export async function athenaRoom(
  script: FakeScript = {},
  options: Partial<AthenaOptions> = {},
): Promise<AthenaRoom> {
  const server = await fakeAthena(script);
  try {
    const engine = await openAthena({
      client: server.client,
      workgroup: 'primary',
      database: 'security',
      pacing: { pause: async () => undefined, random: () => 0.5, now: () => 0 },
      clock: () => new Date('2026-03-10T12:00:00Z'),
      runId: () => 'run-1',
      ...options,
    });
    return {
      server,
      engine,
      async [Symbol.asyncDispose]() {
        await engine.close();
        await server[Symbol.asyncDispose]();
      },
    };
  } catch (error) {
    await server[Symbol.asyncDispose]();
    throw error;
  }
}

/** A query about one key in a window of three `day` partitions. */
export const KEY_QUERY: BoundQuery = {
  name: 'key-activity',
  sql: 'SELECT eventname FROM cloudtrail_logs WHERE day BETWEEN ? AND ? AND useridentity.accesskeyid = ?',
  values: [
    { binding: 'since.day', type: 'varchar', value: '2026/03/01' },
    { binding: 'until.next-day', type: 'varchar', value: '2026/03/03' },
    { binding: 'access-key', type: 'varchar', value: 'AKIAIOSFODNN7EXAMPLE' },
  ],
  parameters: {},
};
