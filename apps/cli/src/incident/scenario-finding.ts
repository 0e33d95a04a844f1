import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listScenarios, ScenarioUnknown } from '@firebreak/drill';
import { parseFindings } from '@firebreak/guardduty';

/** The id of the finding that a scenario is about. @throws {ScenarioUnknown} naming the scenarios that there are. */
export async function scenarioFindingId(scenario: string, folder: string): Promise<string> {
  const known = await listScenarios(folder);
  if (!known.some(({ id }) => id === scenario)) {
    throw new ScenarioUnknown(`Cannot begin drill: there is no scenario "${scenario}"`, {
      remedy: `Use one of: ${known.map(({ id }) => id).join(', ')}.`,
    });
  }
  const path = join(folder, scenario, 'finding.json');
  return parseFindings(await readFile(path, 'utf8'), path)[0]?.id ?? '';
}
