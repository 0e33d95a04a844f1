import { AccountUnknown } from '../errors.ts';
import { canonical } from './canonical.ts';
import type { AccountState, OrganisationData } from './organisation-schema.ts';
import { type Change, readState, type SavedState, writeState } from './saved-state.ts';
import { startClock, type VirtualClock } from './virtual-clock.ts';

export interface OrganisationOptions {
  /** What it starts with when the file does not exist yet. */
  readonly initial: OrganisationData;
  /** Where the state is kept. */
  readonly file: string;
  /** Virtual time at which a new organisation starts. */
  readonly start: Date;
  /** The machine's clock; tests pass their own. */
  readonly now?: () => Date;
}

/** A simulated AWS organisation, which SDK clients stand on through `standBehind`. */
export interface Organisation {
  readonly clock: VirtualClock;
  /** A copy of one account's settings with sorted keys; sessions and the log of changes are not part of it. */
  accountState(accountId: string): AccountState;
  /** The calls that changed something, oldest first. */
  changes(): readonly Change[];
  /**
   * Works on a draft of the state, one caller at a time. The draft becomes the state once it is on disk;
   * if `work` throws, nothing has happened.
   */
  transact<T>(work: (draft: SavedState) => T): Promise<T>;
  /** Waits for what is under way and saves the time. */
  close(): Promise<void>;
}

/**
 * Opens a simulated organisation: from its file when there is one, else from `initial`.
 *
 * @throws {DrillStateUnreadable} when the file is damaged.
 * @throws {DrillStateUnwritable} when a new state cannot be saved.
 */
export async function openOrganisation(options: OrganisationOptions): Promise<Organisation> {
  const { initial, file, start, now = () => new Date() } = options;
  const saved = await readState(file);
  let state: SavedState = saved ?? {
    format: 1,
    clock: start.toISOString(),
    organisation: structuredClone(initial),
    keyUse: {},
    changes: [],
  };
  if (saved === undefined) await writeState(file, state);
  const clock = startClock(new Date(state.clock), now);
  let queue: Promise<unknown> = Promise.resolve();

  const transact = <T>(work: (draft: SavedState) => T): Promise<T> => {
    const turn = queue.then(async () => {
      const draft = structuredClone(state);
      const result = work(draft);
      draft.clock = clock().toISOString();
      await writeState(file, draft);
      state = draft;
      return result;
    });
    queue = turn.catch(() => undefined);
    return turn;
  };

  return {
    clock,
    transact,
    accountState(accountId) {
      const account = state.organisation.accounts[accountId];
      if (account === undefined)
        throw new AccountUnknown(`Cannot show account ${accountId}: the simulated organisation has none`, {
          remedy: `Choose one of ${Object.keys(state.organisation.accounts).join(', ')}.`,
        });
      return canonical(account);
    },
    changes: () => structuredClone(state.changes),
    close: () => transact(() => undefined),
  };
}
