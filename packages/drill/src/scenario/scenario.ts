import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ScenarioInvalid, ScenarioUnreadable } from '../errors.ts';
import { ORGANISATION, type OrganisationData } from '../organisation/organisation-schema.ts';
import { own } from '../organisation/own.ts';
import { FINDING_EVENT, TRAIL_FILE, type TrailRecord } from './evidence-schema.ts';
import { type ReadDocument, readDocument, readLongJson } from './read-document.ts';
import { SCENARIO, type ScenarioFile } from './scenario-schema.ts';

/** A whole scenario folder, read and checked. */
export interface Scenario extends ScenarioFile {
  readonly folder: string;
  readonly organisation: OrganisationData;
  /** The path of `finding.json`, which is handed out as it stands. */
  readonly findingFile: string;
  /** All records of the files below `cloudtrail/`, oldest first. */
  readonly records: readonly TrailRecord[];
}

/**
 * Reads the scenario in a folder.
 *
 * @throws {ScenarioUnreadable} when a file is missing or no YAML or JSON.
 * @throws {ScenarioInvalid} when a file does not fit its schema, or the files contradict each other.
 */
export async function readScenario(folder: string): Promise<Scenario> {
  const findingFile = join(folder, 'finding.json');
  const scenario = await readDocument(join(folder, 'scenario.yaml'), SCENARIO);
  const organisation = await readDocument(join(folder, 'organisation.yaml'), ORGANISATION);
  await readDocument(findingFile, FINDING_EVENT);
  refuseWrongId(scenario, folder);
  refuseUnknownKeys(scenario, organisation.value);
  const records = await readTrail(join(folder, 'cloudtrail'));
  return { ...scenario.value, folder, organisation: organisation.value, findingFile, records };
}

function refuseWrongId({ value, where }: ReadDocument<ScenarioFile>, folder: string): void {
  if (value.id === basename(folder)) return;
  throw new ScenarioInvalid(`Cannot use scenario "${value.id}": its folder is named "${basename(folder)}"`, {
    remedy: 'Give the folder and the id the same name.',
    where: where(['id']),
  });
}

function refuseUnknownKeys(
  { value, where }: ReadDocument<ScenarioFile>,
  organisation: OrganisationData,
): void {
  const { responder, intruder } = value;
  const uses = [
    { key: responder.accessKeyId, path: ['responder', 'accessKeyId'] },
    ...Object.entries(intruder.credentials).map(([name, key]) => ({
      key,
      path: ['intruder', 'credentials', name],
    })),
  ];
  const users = Object.values(organisation.accounts).flatMap(({ users: all }) => Object.values(all));
  for (const { key, path } of uses) {
    const known =
      own(organisation.sessions, key) ?? users.find(({ accessKeys }) => own(accessKeys, key) !== undefined);
    if (known === undefined)
      throw new ScenarioInvalid(`Cannot use key ${key}: organisation.yaml has no such key or session`, {
        remedy: 'Add the key to a user or to the sessions in organisation.yaml.',
        where: where(path),
      });
  }
}

async function readTrail(folder: string): Promise<TrailRecord[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (cause) {
    throw new ScenarioUnreadable(`Cannot read ${folder}`, {
      remedy: 'Put the CloudTrail records of the scenario into this folder.',
      where: folder,
      cause,
    });
  }
  const records: TrailRecord[] = [];
  for (const name of names.filter((file) => file.endsWith('.json')).sort())
    records.push(...(await readLongJson(join(folder, name), TRAIL_FILE)).Records);
  return records.sort((a, b) => (a.eventTime < b.eventTime ? -1 : a.eventTime > b.eventTime ? 1 : 0));
}
