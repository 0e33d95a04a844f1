import { readEvent } from '../read/read-event.ts';
import type { Issuance } from './issuance.ts';
import type { LineageCoverage, LineageSource, NamedSessions } from './lineage-source.ts';
import { recordOfRow } from './record-of-row.ts';
import type { TrailCall } from './trail-call.ts';
import type { TrailCaller } from './trail-caller.ts';
import { TrailIndex } from './trail-index.ts';

/**
 * What a table of events is asked:
 * - `issuances`: all calls named in {@link LINEAGE_CALLS} that were not refused, in the days that the lineage is about,
 *   in all accounts and regions. Asked once.
 * - `calls-by-key`: all calls that the key `value` signed.
 * - `sessions-named`: all calls of role sessions whose name is `value`: the ARN ends in `/value`.
 *
 * A row has the columns of the table, whole: see {@link recordOfRow}.
 */
export type RowQuestion = 'issuances' | 'calls-by-key' | 'sessions-named';

/** Runs a query, and gives its rows. */
export type AskRows = (
  question: RowQuestion,
  value?: string,
) => AsyncIterable<Readonly<Record<string, unknown>>>;

/** The calls that hand out a credential, or begin a session in the console, by event name. */
export const LINEAGE_CALLS: readonly string[] = [
  'AssumeRole',
  'AssumeRoleWithSAML',
  'AssumeRoleWithWebIdentity',
  'AssumeRoot',
  'GetSessionToken',
  'GetFederationToken',
  'GetCredentialsForIdentity',
  'CreateSession',
  'GetSigninToken',
  'CreateAccessKey',
  'CreateLoginProfile',
  'UpdateLoginProfile',
  'CreateServiceSpecificCredential',
  'SwitchRole',
];

/**
 * A {@link LineageSource} over a table of events, such as Athena's: one query for all issuing calls, and one for each key
 * whose own calls have to say whose it is.
 */
export class RowSource implements LineageSource {
  readonly #ask: AskRows;
  readonly coverage: LineageCoverage;
  readonly #index = new TrailIndex();
  readonly #asked = new Map<string, Promise<void>>();

  /** @param coverage From when to when the table was asked, ISO 8601. The rows do not say it: they are a selection. */
  constructor(ask: AskRows, coverage: LineageCoverage) {
    this.#ask = ask;
    this.coverage = coverage;
  }

  async issuanceOf(accessKeyId: string): Promise<Issuance | undefined> {
    await this.#load('issuances');
    return this.#index.issuanceOf(accessKeyId);
  }

  async issuedBy(accessKeyId: string): Promise<readonly Issuance[]> {
    await this.#load('issuances');
    return this.#index.issuedBy(accessKeyId);
  }

  async identityOf(accessKeyId: string): Promise<TrailCaller | undefined> {
    await this.#load('calls-by-key', accessKeyId);
    return this.#index.identityOf(accessKeyId);
  }

  async otherCredentialsBy(accessKeyId: string): Promise<readonly TrailCall[]> {
    await this.#load('issuances');
    return this.#index.otherCredentialsBy(accessKeyId);
  }

  async sessionsNamed(instanceId: string): Promise<NamedSessions> {
    await this.#load('issuances');
    await this.#load('sessions-named', instanceId);
    return this.#index.sessionsNamed(instanceId);
  }

  async switchesTo(sessionArn: string): Promise<readonly TrailCall[]> {
    await this.#load('issuances');
    return this.#index.switchesTo(sessionArn);
  }

  /** The same question is asked once. */
  #load(question: RowQuestion, value?: string): Promise<void> {
    const name = `${question} ${value ?? ''}`;
    const loading = this.#asked.get(name) ?? this.#read(question, value);
    this.#asked.set(name, loading);
    return loading;
  }

  async #read(question: RowQuestion, value: string | undefined): Promise<void> {
    for await (const row of value === undefined ? this.#ask(question) : this.#ask(question, value)) {
      const event = readEvent(recordOfRow(row));
      if (event !== undefined) this.#index.add(event);
    }
  }
}
