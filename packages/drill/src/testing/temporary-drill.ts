import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Drill, openDrill } from '../drill.ts';

/** The scenarios that come with firebreak. */
export const SCENARIOS = join(import.meta.dirname, '..', '..', 'scenarios');

/** A folder that goes away with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'firebreak-drill-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A machine's clock that moves only when told. */
export interface HandClock {
  (): Date;
  advance(milliseconds: number): void;
}

export function handClock(): HandClock {
  let time = Date.parse('2030-01-01T00:00:00Z');
  return Object.assign(() => new Date(time), {
    advance(milliseconds: number) {
      time += milliseconds;
    },
  });
}

/** A drill with the leaked access key, in a folder that goes away with the test. */
export async function leakedKeyDrill(folder?: string, now: () => Date = handClock()): Promise<Drill> {
  return openDrill({
    scenario: 'leaked-access-key',
    scenariosFolder: SCENARIOS,
    folder: folder ?? (await temporaryFolder()),
    now,
  });
}
