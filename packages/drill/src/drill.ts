import { access, copyFile } from 'node:fs/promises';
import { type DrillClients, drillClients } from './drill-clients.ts';
import { claimDrillFolder } from './drill-folder.ts';
import { type Intruder, openIntruder } from './intruder/intruder.ts';
import { openOrganisation } from './organisation/organisation.ts';
import type { AccountState } from './organisation/organisation-schema.ts';
import type { VirtualClock } from './organisation/virtual-clock.ts';
import { deliverTrail } from './scenario/deliver-trail.ts';
import { findScenario } from './scenario/list-scenarios.ts';
import { readScenario } from './scenario/scenario.ts';

export interface DrillOptions {
  /** The id of a scenario, or the path of its folder. */
  readonly scenario: string;
  /** The folder that holds one folder for each scenario. */
  readonly scenariosFolder: string;
  /** Where the drill keeps everything; an existing drill goes on from where it stood. */
  readonly folder: string;
  /** The machine's clock; tests pass their own. */
  readonly now?: () => Date;
}

/** A drill that is under way. */
export interface Drill {
  /** The scenario's id. */
  readonly id: string;
  readonly title: string;
  readonly story: string;
  /** The finding that the responder is handed. */
  readonly findingPath: string;
  /** The folder above `AWSLogs/`. */
  readonly logsPath: string;
  /** The time of the drill. */
  readonly clock: VirtualClock;
  /** The responder's clients. */
  readonly clients: DrillClients;
  readonly intruder: Intruder;
  /** One account's settings as plain JSON with sorted keys, to compare before with after. */
  accountState(accountId: string): AccountState;
  /** Saves the time and lets go of the folder. */
  close(): Promise<void>;
}

/**
 * Begins a drill, or goes on with the one in the folder.
 *
 * @throws {DrillProblem} of the class that says what is wrong with scenario, folder or saved state.
 */
export async function openDrill(options: DrillOptions): Promise<Drill> {
  const { folder, now } = options;
  const scenario = await readScenario(await findScenario(options.scenario, options.scenariosFolder));
  const places = await claimDrillFolder(folder, scenario.id);
  // The organisation is written last: as long as it is missing, a broken beginning is begun again.
  if (!(await exists(places.organisation))) {
    await copyFile(scenario.findingFile, places.finding);
    await deliverTrail(scenario.records, scenario.organisation.id, places.logs);
  }
  const organisation = await openOrganisation({
    initial: scenario.organisation,
    file: places.organisation,
    start: new Date(scenario.now),
    ...(now === undefined ? {} : { now }),
  });
  const clients = drillClients(organisation, scenario.responder);
  const intruder = await openIntruder(scenario.intruder, organisation, places.intruder);
  return {
    id: scenario.id,
    title: scenario.title,
    story: scenario.story,
    findingPath: places.finding,
    logsPath: places.logs,
    clock: organisation.clock,
    clients,
    intruder,
    accountState: organisation.accountState,
    async close() {
      for (const client of [clients.iam, clients.sts, clients.s3]) client.destroy();
      await organisation.close();
    },
  };
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
