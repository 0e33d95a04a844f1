import { flagOf, type JsonObject, objectOf, textOf } from './json-object.ts';
import type { TrailIdentity } from './trail-event.ts';
import { utcTime } from './trail-time.ts';

/** The caller as `userIdentity` of a record names him; each field is read when it is asked for. */
export class RecordIdentity implements TrailIdentity {
  readonly #identity: JsonObject;

  constructor(userIdentity: unknown) {
    this.#identity = objectOf(userIdentity);
  }

  get type(): string | undefined {
    return textOf(this.#identity['type']);
  }
  get principalId(): string | undefined {
    return textOf(this.#identity['principalId']);
  }
  get arn(): string | undefined {
    return textOf(this.#identity['arn']);
  }
  get accountId(): string | undefined {
    return textOf(this.#identity['accountId']);
  }
  get accessKeyId(): string | undefined {
    return textOf(this.#identity['accessKeyId']);
  }
  get userName(): string | undefined {
    return textOf(this.#identity['userName']);
  }
  get credentialId(): string | undefined {
    return textOf(this.#identity['credentialId']);
  }
  get invokedBy(): string | undefined {
    return textOf(this.#identity['invokedBy']);
  }
  get identityProvider(): string | undefined {
    return textOf(this.#identity['identityProvider']);
  }
  get sessionIssuerArn(): string | undefined {
    return textOf(this.#issuer['arn']);
  }
  get sessionIssuerType(): string | undefined {
    return textOf(this.#issuer['type']);
  }
  get sessionIssuerName(): string | undefined {
    return textOf(this.#issuer['userName']);
  }
  get sessionCreated(): string | undefined {
    const created = textOf(objectOf(this.#session['attributes'])['creationDate']);
    return created === undefined ? undefined : utcTime(created);
  }
  get mfaAuthenticated(): boolean | undefined {
    return flagOf(objectOf(this.#session['attributes'])['mfaAuthenticated']);
  }
  get sourceIdentity(): string | undefined {
    return textOf(this.#session['sourceIdentity']);
  }
  get ec2RoleDelivery(): string | undefined {
    return textOf(this.#session['ec2RoleDelivery']);
  }
  get assumedRoot(): boolean | undefined {
    return flagOf(this.#session['assumedRoot']);
  }
  get onBehalfOfUserId(): string | undefined {
    return textOf(objectOf(this.#identity['onBehalfOf'])['userId']);
  }

  get #session(): JsonObject {
    return objectOf(this.#identity['sessionContext']);
  }
  get #issuer(): JsonObject {
    return objectOf(this.#session['sessionIssuer']);
  }
}
