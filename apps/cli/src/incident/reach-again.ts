import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Api, byHandApi, callerIdentity, type RunByHand, sdkApi } from '@firebreak/aws';
import { openDrill } from '@firebreak/drill';
import type { IncidentOpened } from '@firebreak/incident';
import { SCENARIOS } from '../content.ts';
import { UsageProblem } from '../errors.ts';
import { type ReachFlags, reachAws } from './reach-aws.ts';

/** The account of an incident that was begun before. */
export interface ReachedAgain extends AsyncDisposable {
  readonly api: Api;
  readonly clock: () => Date;
  readonly because: string;
}

/** Reaches what an incident contained: its simulated organisation when it is a drill, else the finding's account. */
export async function reachAgain(
  folder: string,
  opened: IncidentOpened | undefined,
  flags: ReachFlags,
  byHand: RunByHand,
): Promise<ReachedAgain> {
  return opened?.mode === 'drill'
    ? reachDrill(join(folder, 'drill'))
    : reachAccount(flags, opened?.finding.account ?? undefined, byHand);
}

async function reachDrill(folder: string): Promise<ReachedAgain> {
  const scenario = await scenarioOf(join(folder, 'drill.json'));
  const drill = await openDrill({ scenario, scenariosFolder: SCENARIOS, folder });
  return {
    api: sdkApi(drill.clients, await callerIdentity(drill.clients)),
    clock: drill.clock,
    because: 'A drill: nothing real is touched.',
    [Symbol.asyncDispose]: () => drill.close(),
  };
}

async function reachAccount(
  flags: ReachFlags,
  account: string | undefined,
  byHand: RunByHand,
): Promise<ReachedAgain> {
  const { api, because } = await reachAws(flags, account);
  return {
    api: api === 'by-hand' ? byHandApi(byHand) : api,
    clock: () => new Date(),
    because,
    [Symbol.asyncDispose]: async () => undefined,
  };
}

/** The scenario of a drill that was played. @throws {UsageProblem} when the drill is gone. */
async function scenarioOf(path: string): Promise<string> {
  try {
    const { scenario } = JSON.parse(await readFile(path, 'utf8')) as { scenario?: unknown };
    if (typeof scenario === 'string') return scenario;
    throw new TypeError('Cannot read drill: it names no scenario');
  } catch (cause) {
    throw new UsageProblem('Cannot undo: the incident is a drill, and its organisation cannot be read', {
      where: path,
      remedy: 'Put the folder "drill" of the incident back, or begin the drill again with --new.',
      cause,
    });
  }
}
