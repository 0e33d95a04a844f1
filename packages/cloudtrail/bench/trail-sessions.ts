import {
  type Caller,
  federatedCaller,
  keyless,
  roleCaller,
  userCaller,
  userSession,
} from './trail-identities.ts';
import { Organisation } from './trail-organisation.ts';
import { BEGIN, BEGINNINGS, DAY, DAYS, REGIONS, ROLES } from './trail-places.ts';
import type { TrailRandom } from './trail-random.ts';
import { anyRecord, credentialsAnswer, isoTime, recordOf, sharedCopy } from './trail-records.ts';

/** What is known of a key because the generator made it: where it came from, and each key on the way, the root's first. */
export interface KeyTruth {
  readonly key: string;
  readonly root: string;
  readonly chain: readonly string[];
}

/** Takes a record and the account, region and moment that it belongs to. */
export type Emit = (record: Record<string, unknown>, account: string, region: string, at: number) => void;

interface Link {
  readonly caller: Caller;
  readonly root: string;
  readonly chain: readonly string[];
}

interface Mint {
  readonly call: string;
  readonly request: Record<string, unknown>;
  readonly answer?: Record<string, unknown>;
  readonly target: string;
}

const DEEPEST = 8;
const STS = 'sts.amazonaws.com';

/** Plays sessions: each begins somewhere, makes calls, and may assume further roles, up to eight keys deep. */
export class Sessions {
  readonly #random: TrailRandom;
  readonly #organisation: Organisation;
  readonly #emit: Emit;
  readonly #learn: (truth: KeyTruth) => void;
  #at = 0;
  #region = REGIONS[0];

  constructor(random: TrailRandom, shard: number, emit: Emit, learn: (truth: KeyTruth) => void) {
    this.#random = random;
    this.#organisation = new Organisation(random, shard);
    this.#emit = emit;
    this.#learn = learn;
    for (const { key } of this.#organisation.users)
      if (key !== undefined) learn({ key, root: 'long-term-key', chain: [key] });
  }

  play(): void {
    this.#at = BEGIN + this.#random.below((DAYS - 1) * DAY);
    this.#region = this.#random.pick(REGIONS);
    let link = this.#begin();
    for (let depth = 1; ; depth += 1) {
      const calls = this.#random.below(20);
      for (let made = 0; made < calls; made += 1) {
        this.#pass(240);
        const record = anyRecord(this.#random, link.caller, { at: this.#at, region: this.#region });
        this.#emit(record, link.caller.account, this.#region, this.#at);
      }
      if (this.#random.chance(0.06)) this.#makePassword(link.caller);
      if (depth >= DEEPEST || !this.#random.chance(0.45)) return;
      link = this.#assume(link);
    }
  }

  #begin(): Link {
    const random = this.#random;
    const user = random.pick(this.#organisation.users);
    const long = { caller: user, root: 'long-term-key', chain: [user.key ?? ''] };
    const account = this.#organisation.account();
    const role = random.pick(ROLES);
    switch (random.weighted(BEGINNINGS)) {
      case 'user':
        return long;
      case 'instance':
        return this.#deliver();
      case 'function':
        return this.#byService(account, role, `job-${random.below(200)}`);
      case 'saml':
        return this.#byProvider('AssumeRoleWithSAML', account, role);
      case 'oidc':
        return this.#byProvider('AssumeRoleWithWebIdentity', account, role);
      case 'sessionToken':
        return this.#sessionToken(long);
      case 'federation':
        return this.#federation(long);
      case 'console': {
        const key = random.keyId('ASIA', user.account);
        return this.#known({
          caller: userSession(user, key, isoTime(this.#at)),
          root: 'iam-user',
          chain: [key],
        });
      }
      case 'madeKey':
        return this.#madeKey(long);
      case 'namedLikeInstance':
        return this.#assume(long, random.pick(this.#organisation.instances).id);
      default: {
        const key = random.keyId('ASIA', account);
        return this.#known({
          caller: this.#session(key, account, role, 'elsewhere'),
          root: 'unknown',
          chain: [key],
        });
      }
    }
  }

  #deliver(): Link {
    const { account, id, role } = this.#random.pick(this.#organisation.instances);
    const service = keyless({ type: 'AWSService', invokedBy: 'ec2.amazonaws.com' }, account);
    const key = this.#random.keyId('ASIA', account);
    this.#mint(service, key, {
      call: 'AssumeRole',
      request: this.#roleRequest(account, role, id),
      target: account,
    });
    const caller = this.#session(key, account, role, id, true);
    return this.#known({ caller, root: 'ec2-instance', chain: [key] });
  }

  #byService(account: string, role: string, name: string): Link {
    const service = keyless({ type: 'AWSService', invokedBy: 'lambda.amazonaws.com' }, account);
    const key = this.#random.keyId('ASIA', account);
    this.#mint(service, key, {
      call: 'AssumeRole',
      request: this.#roleRequest(account, role, name),
      target: account,
    });
    return this.#known({
      caller: this.#session(key, account, role, name),
      root: 'aws-service',
      chain: [key],
    });
  }

  #byProvider(call: 'AssumeRoleWithSAML' | 'AssumeRoleWithWebIdentity', account: string, role: string): Link {
    const saml = call === 'AssumeRoleWithSAML';
    const person = `person${this.#random.below(80)}@example.com`;
    const provider = saml
      ? {
          type: 'SAMLUser',
          principalId: `${this.#random.token(27)}=:${person}`,
          userName: person,
          identityProvider: this.#random.token(27),
        }
      : {
          type: 'WebIdentityUser',
          principalId: `token.example.com:client:${person}`,
          userName: person,
          identityProvider: 'token.example.com',
        };
    const key = this.#random.keyId('ASIA', account);
    this.#mint(keyless(provider, account), key, {
      call,
      request: this.#roleRequest(account, role, person),
      target: account,
    });
    return this.#known({
      caller: this.#session(key, account, role, person),
      root: saml ? 'saml-user' : 'web-identity-user',
      chain: [key],
    });
  }

  #sessionToken({ caller, root, chain }: Link): Link {
    const key = this.#random.keyId('ASIA', caller.account);
    this.#mint(caller, key, {
      call: 'GetSessionToken',
      request: { durationSeconds: 3600 },
      target: caller.account,
    });
    return this.#known({ caller: userSession(caller, key, isoTime(this.#at)), root, chain: [...chain, key] });
  }

  #federation({ caller, root, chain }: Link): Link {
    const key = this.#random.keyId('ASIA', caller.account);
    this.#mint(caller, key, {
      call: 'GetFederationToken',
      request: { name: 'guest', durationSeconds: 3600 },
      target: caller.account,
    });
    return this.#known({
      caller: federatedCaller(caller, key, 'guest', isoTime(this.#at)),
      root,
      chain: [...chain, key],
    });
  }

  #madeKey({ caller, root, chain }: Link): Link {
    const userName = `made-${this.#random.below(1_000_000)}`;
    const key = this.#random.keyId('AKIA', caller.account);
    const response = {
      accessKey: { userName, status: 'Active', accessKeyId: key, createDate: isoTime(this.#at) },
    };
    this.#iam(caller, 'CreateAccessKey', { userName }, response);
    const made = userCaller(userName, this.#random.uniqueId('AIDA'), key, caller.account);
    return this.#known({ caller: made, root, chain: [...chain, key] });
  }

  #assume({ caller, root, chain }: Link, named?: string): Link {
    this.#pass(240);
    const account = this.#random.chance(0.5) ? caller.account : this.#organisation.account();
    if (this.#random.chance(0.3)) this.#region = this.#random.pick(REGIONS);
    const role = this.#random.pick(ROLES);
    const name = named ?? `session-${this.#random.below(100_000)}`;
    const key = this.#random.keyId('ASIA', account);
    this.#mint(caller, key, {
      call: 'AssumeRole',
      request: this.#roleRequest(account, role, name),
      target: account,
    });
    return this.#known({ caller: this.#session(key, account, role, name), root, chain: [...chain, key] });
  }

  #makePassword(caller: Caller): void {
    const userName = `made-${this.#random.below(1_000_000)}`;
    this.#pass(60);
    this.#iam(
      caller,
      'CreateLoginProfile',
      { userName, passwordResetRequired: false },
      {
        loginProfile: { userName, createDate: isoTime(this.#at), passwordResetRequired: false },
      },
    );
  }

  /** Emits the call that hands out the key: once, or where it leads to another account, in both. */
  #mint(caller: Caller, key: string, { call, request, target }: Mint): void {
    const response: Record<string, unknown> = {
      credentials: credentialsAnswer(this.#random, { key, begun: isoTime(this.#at) }),
    };
    if (typeof request['roleArn'] === 'string')
      response['assumedRoleUser'] = {
        assumedRoleId: `${this.#random.uniqueId('AROA')}:${String(request['roleSessionName'])}`,
        arn: `${request['roleArn'].replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${String(request['roleSessionName'])}`,
      };
    const own = recordOf(
      this.#random,
      caller,
      { source: STS, name: call, readOnly: true, request, response },
      { at: this.#at, region: this.#region },
    );
    if (caller.account === target) {
      this.#emit(own, target, this.#region, this.#at);
      return;
    }
    const [first, second] = sharedCopy(this.#random, own, caller, target);
    this.#emit(first, caller.account, this.#region, this.#at);
    this.#emit(second, target, this.#region, this.#at);
  }

  /** IAM is a global service: its calls are logged in us-east-1. */
  #iam(caller: Caller, name: string, request: unknown, response: unknown): void {
    const call = { source: 'iam.amazonaws.com', name, readOnly: false, request, response };
    const record = recordOf(this.#random, caller, call, { at: this.#at, region: 'us-east-1' });
    this.#emit(record, caller.account, 'us-east-1', this.#at);
  }

  #roleRequest(account: string, role: string, roleSessionName: string): Record<string, unknown> {
    return { roleArn: `arn:aws:iam::${account}:role/${role}`, roleSessionName, durationSeconds: 3600 };
  }

  #session(key: string, account: string, role: string, name: string, delivered = false): Caller {
    const roleId = this.#organisation.roleId(account, role);
    return roleCaller({ key, account, role, roleId, name, begun: isoTime(this.#at), delivered });
  }

  #known(link: Link): Link {
    const { root, chain } = link;
    this.#learn({ key: chain.at(-1) ?? '', root, chain });
    return link;
  }

  #pass(mostSeconds: number): void {
    this.#at += 1000 * this.#random.below(mostSeconds);
  }
}
