import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listScenarios, ScenarioUnknown } from '@firebreak/drill';
import { type Finding, parseFindings } from '@firebreak/guardduty';

/** The finding that a scenario is about, and its text as it is delivered. */
export async function scenarioFinding(
  scenario: string,
  folder: string,
): Promise<{ finding: Finding; text: string }> {
  const path = join(await scenarioFolder(scenario, folder), 'finding.json');
  const text = await readFile(path, 'utf8');
  const [finding] = parseFindings(text, path);
  if (finding === undefined) throw new TypeError('Cannot begin drill: its finding is empty');
  return { finding, text };
}

/**
 * The folder of a scenario, by its id among ours or by a path.
 *
 * @throws {ScenarioUnknown} naming the scenarios that there are.
 */
async function scenarioFolder(scenario: string, folder: string): Promise<string> {
  for (const path of [join(folder, scenario), scenario]) {
    if (existsSync(join(path, 'scenario.yaml'))) return path;
  }
  const known = await listScenarios(folder);
  throw new ScenarioUnknown(`Cannot begin drill: there is no scenario "${scenario}"`, {
    remedy: `Use one of: ${known.map(({ id }) => id).join(', ')}; or give the path of a scenario's folder.`,
  });
}
