import { flagOf, type JsonObject, objectOf, textOf } from './json-object.ts';
import { RecordIdentity } from './record-identity.ts';
import type { TrailEvent, TrailIdentity, TrailRecord } from './trail-event.ts';

/** What the answers of the calls that make a credential of an IAM user call it. */
const CREDENTIALS = ['accessKey', 'loginProfile', 'serviceSpecificCredential'];

/** An event that reads each field from its record when it is asked for. */
export class RecordEvent implements TrailEvent {
  readonly name: string;
  readonly time: string;
  readonly record: TrailRecord;
  #identity: TrailIdentity | undefined;

  constructor(name: string, time: string, record: TrailRecord) {
    this.name = name;
    this.time = time;
    this.record = record;
  }

  get id(): string | undefined {
    return textOf(this.record['eventID']);
  }
  get sharedEventId(): string | undefined {
    return textOf(this.record['sharedEventID']);
  }
  get eventType(): string | undefined {
    return textOf(this.record['eventType']);
  }
  get readOnly(): boolean | undefined {
    return flagOf(this.record['readOnly']);
  }
  get source(): string | undefined {
    return textOf(this.record['eventSource']);
  }
  get region(): string | undefined {
    return textOf(this.record['awsRegion']);
  }
  get accountId(): string | undefined {
    return textOf(this.record['recipientAccountId']) ?? this.identity.accountId;
  }
  get sourceAddress(): string | undefined {
    return textOf(this.record['sourceIPAddress']);
  }
  get userAgent(): string | undefined {
    return textOf(this.record['userAgent']);
  }
  get errorCode(): string | undefined {
    return textOf(this.record['errorCode']);
  }
  get errorMessage(): string | undefined {
    return textOf(this.record['errorMessage']);
  }
  get sessionCredentialFromConsole(): boolean {
    return flagOf(this.record['sessionCredentialFromConsole']) === true;
  }
  get identity(): TrailIdentity {
    this.#identity ??= new RecordIdentity(this.record['userIdentity']);
    return this.#identity;
  }
  get issuedKeyId(): string | undefined {
    const credentials = this.name === 'CreateAccessKey' ? 'accessKey' : 'credentials';
    const key = textOf(objectOf(this.#issued[credentials])['accessKeyId']);
    return key === undefined || key === this.identity.accessKeyId ? undefined : key;
  }
  get assumedRoleArn(): string | undefined {
    return textOf(objectOf(this.#issued['assumedRoleUser'])['arn']);
  }
  get credentialUser(): string | undefined {
    for (const credential of CREDENTIALS) {
      const user = textOf(objectOf(this.#response[credential])['userName']);
      if (user !== undefined) return user;
    }
    return textOf(this.#request['userName']);
  }
  get requestedRoleArn(): string | undefined {
    return textOf(this.#request['roleArn']);
  }
  get requestedSessionName(): string | undefined {
    return textOf(this.#request['roleSessionName']) ?? textOf(this.#request['name']);
  }

  get #request(): JsonObject {
    return objectOf(this.record['requestParameters']);
  }
  get #response(): JsonObject {
    return objectOf(this.record['responseElements']);
  }
  /** What was handed out. IAM Roles Anywhere gives a list of one. */
  get #issued(): JsonObject {
    const set = this.#response['credentialSet'];
    return Array.isArray(set) ? objectOf(set[0]) : this.#response;
  }
}
