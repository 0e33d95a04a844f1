import type { Clients, FirebreakConfig, OrgClients } from '@firebreak/aws';

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
}
