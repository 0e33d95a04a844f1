import { access, readdir } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { ScenarioUnknown } from '../errors.ts';
import { readDocument } from './read-document.ts';
import { SCENARIO } from './scenario-schema.ts';

/** What a list of scenarios shows of each. */
export interface ScenarioSummary {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  readonly folder: string;
}

/**
 * Lists the scenarios in a folder, by id.
 *
 * @throws {ScenarioUnknown} when there is no such folder.
 */
export async function listScenarios(scenariosFolder: string): Promise<ScenarioSummary[]> {
  const summaries: ScenarioSummary[] = [];
  for (const name of await scenarioNames(scenariosFolder)) {
    const folder = join(scenariosFolder, name);
    const { id, title, story } = (await readDocument(join(folder, 'scenario.yaml'), SCENARIO)).value;
    summaries.push({ id, title, story, folder });
  }
  return summaries;
}

/**
 * The folder of a scenario, given its id or a path of its folder.
 *
 * @throws {ScenarioUnknown} when there is none.
 */
export async function findScenario(scenario: string, scenariosFolder: string): Promise<string> {
  const isPath = isAbsolute(scenario) || /[/\\]/.test(scenario) || scenario.startsWith('.');
  const folder = isPath ? resolve(scenario) : join(scenariosFolder, scenario);
  if (await exists(join(folder, 'scenario.yaml'))) return folder;
  const names = isPath ? [] : await scenarioNames(scenariosFolder);
  throw new ScenarioUnknown(
    `Cannot find scenario ${scenario}: there is no ${join(folder, 'scenario.yaml')}`,
    {
      remedy:
        names.length > 0
          ? `Choose one of ${names.join(', ')}.`
          : 'Give the path of a folder with scenario.yaml.',
    },
  );
}

async function scenarioNames(scenariosFolder: string): Promise<string[]> {
  try {
    const entries = await readdir(scenariosFolder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return names.sort();
  } catch (cause) {
    throw new ScenarioUnknown(`Cannot read the scenarios in ${scenariosFolder}`, {
      remedy: 'Give the folder that holds one folder for each scenario.',
      cause,
    });
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
