import {
  type CallerIdentity,
  type Clients,
  CredentialsMissing,
  type FirebreakConfig,
  type OrgClients,
} from '@firebreak/aws';
import { type Outcome, skipped } from './check.ts';

/** What the checks have to do with. */
export interface DoctorRoom {
  /** Absent where there is none, or one that cannot be used. */
  readonly config: FirebreakConfig | undefined;
  readonly profile: string | undefined;
  /** Absent without a configuration. */
  readonly org: OrgClients | undefined;
  /** The notes on the sessions that were opened, such as a source identity that was refused. */
  readonly notes: ReadonlyMap<string, string>;
  /** The clients of the terminal. */
  terminal(): Promise<Clients>;
  /** Whose credentials the terminal has; asked for once. @throws {AwsProblem} when AWS does not say it. */
  caller(): Promise<CallerIdentity>;
}

/** What a check says that needs credentials, where there are none: the check of the credentials says what to do. */
export async function unlessSignedOut(room: DoctorRoom, look: () => Promise<Outcome>): Promise<Outcome> {
  try {
    await room.caller();
  } catch (error) {
    if (error instanceof CredentialsMissing) return skipped('nobody is signed in');
    throw error;
  }
  return look();
}
