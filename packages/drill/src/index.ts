export { type Drill, type DrillOptions, openDrill } from './drill.ts';
export type { ClientIdentity, DrillClients } from './drill-clients.ts';
export {
  AccountUnknown,
  CommandNotSimulated,
  DrillFolderTaken,
  DrillProblem,
  DrillStateUnreadable,
  DrillStateUnwritable,
  ScenarioInvalid,
  ScenarioUnknown,
  ScenarioUnreadable,
} from './errors.ts';
export type { Intruder } from './intruder/intruder.ts';
export type { Move } from './intruder/move-journal.ts';
export {
  type Organisation,
  type OrganisationOptions,
  openOrganisation,
} from './organisation/organisation.ts';
export type { AccountState, OrganisationData } from './organisation/organisation-schema.ts';
export type { Change } from './organisation/saved-state.ts';
export { type SdkClient, type StandBehindOptions, standBehind } from './organisation/stand-behind.ts';
export { scenarioJsonSchemas } from './scenario/json-schemas.ts';
export { listScenarios, type ScenarioSummary } from './scenario/list-scenarios.ts';
