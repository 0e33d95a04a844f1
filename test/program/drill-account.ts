import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDrill } from '@firebreak/drill';
import { ROOT } from './run-program.ts';

export const SCENARIOS = join(ROOT, 'packages', 'drill', 'scenarios');
const SCENARIO = 'leaked-access-key';
const ACCOUNT = '111111111111';

/** The whole state of the simulated account in an incident's folder; that of a fresh drill in a new folder. */
export async function accountIn(incident: string): Promise<unknown> {
  const drill = await openDrill({
    scenario: SCENARIO,
    scenariosFolder: SCENARIOS,
    folder: join(incident, 'drill'),
  });
  const state = drill.accountState(ACCOUNT);
  await drill.close();
  return state;
}

/** The calls that changed something in the simulated organisation, in order. */
export function changesIn(incident: string): string[] {
  const path = join(incident, 'drill', 'organisation.json');
  const saved = JSON.parse(readFileSync(path, 'utf8')) as { changes: { operation: string }[] };
  return saved.changes.map(({ operation }) => operation);
}

/** The incident's id names the deny policy, and the cut-off is the moment of approval; both differ between runs. */
export function withoutNames(state: unknown): unknown {
  const text = JSON.stringify(state)
    .replace(/firebreak-[\w-]+-deny/g, 'firebreak-ID-deny')
    .replace(/(aws:TokenIssueTime\\?":\s*\\?")[^"\\]+/g, '$1CUT-OFF');
  return JSON.parse(text) as unknown;
}
