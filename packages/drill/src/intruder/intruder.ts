import type { Decision } from '@firebreak/iam';
import { drillClients } from '../drill-clients.ts';
import { CommandNotSimulated } from '../errors.ts';
import { findOperation } from '../operations/catalogue.ts';
import type { Operation } from '../operations/operation.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { PlannedMove, ScenarioFile } from '../scenario/scenario-schema.ts';
import { appendMove, type Move, readMoves } from './move-journal.ts';

/** The other side of a drill. */
export interface Intruder {
  /**
   * Makes the moves that are due, one after the other, as real SDK calls with the stolen credentials.
   *
   * @param when - `start` when the responder begins, `contained` after each containment that is in place
   * @returns the moves made now; none for `start` in a drill that is resumed
   */
  react(when: Move['when']): Promise<Move[]>;
  /** All moves so far, oldest first. */
  moves(): readonly Move[];
}

/**
 * Opens the intruder of a drill, who remembers from `file` what has been done.
 *
 * @throws {DrillStateUnreadable} when the file is damaged.
 */
export async function openIntruder(
  plan: ScenarioFile['intruder'],
  organisation: Organisation,
  file: string,
): Promise<Intruder> {
  const made = await readMoves(file);
  const isDue = ({ id, when, repeat }: PlannedMove) =>
    (when === 'contained' && repeat) || !made.some((move) => move.id === id);
  return {
    moves: () => [...made],
    async react(when) {
      const now: Move[] = [];
      for (const planned of plan.moves.filter((move) => move.when === when && isDue(move))) {
        const move = await attempt(planned, plan, organisation);
        await appendMove(file, move);
        made.push(move);
        now.push(move);
      }
      return now;
    },
  };
}

async function attempt(
  planned: PlannedMove,
  plan: ScenarioFile['intruder'],
  organisation: Organisation,
): Promise<Move> {
  const { id, when, with: credential, call, input } = planned;
  const accessKeyId = plan.credentials[credential] ?? '';
  const at = organisation.clock().toISOString();
  const operation = findOperation(call);
  if (operation === undefined)
    throw new CommandNotSimulated(`Cannot make move ${id}: ${call} is not simulated`, {
      remedy: 'Change the call of this move in scenario.yaml.',
    });
  const outcome = await send(operation, input, { accessKeyId, plan, organisation });
  return { id, when, at, credential, accessKeyId, operation: call, target: targetOf(input), ...outcome };
}

interface Sender {
  readonly accessKeyId: string;
  readonly plan: ScenarioFile['intruder'];
  readonly organisation: Organisation;
}

async function send(
  operation: Operation,
  input: PlannedMove['input'],
  { accessKeyId, plan, organisation }: Sender,
): Promise<Pick<Move, 'result' | 'why'>> {
  let decision: Decision | undefined;
  const clients = drillClients(organisation, {
    accessKeyId,
    region: plan.region,
    sourceIp: plan.sourceIp,
    onDecision: (made) => {
      decision = made;
    },
  });
  const client: { send(command: object): Promise<unknown> } = clients[operation.service];
  try {
    await client.send(new operation.Command(input as never));
    return { result: 'allowed', why: decision?.because ?? '' };
  } catch (error) {
    if (!(error instanceof Error) || !('$metadata' in error)) throw error;
    // Only a refusal of key or caller is a denial; a missing object is an answer to someone who may ask.
    const allowed = decision?.result === 'allowed';
    return {
      result: allowed ? 'allowed' : 'denied',
      why: decision?.because ?? `${error.name}: ${error.message}`,
    };
  }
}

/** The names in an input, such as bucket and key, or a user. */
function targetOf(input: PlannedMove['input']): string {
  return Object.values(input)
    .filter((value) => typeof value === 'string')
    .join('/');
}
