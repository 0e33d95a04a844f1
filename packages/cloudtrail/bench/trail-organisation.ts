import { type Caller, userCaller } from './trail-identities.ts';
import { ACCOUNTS, ROLES } from './trail-places.ts';
import type { TrailRandom } from './trail-random.ts';

const USERS_EACH = 4;
const INSTANCES_EACH = 5;

/** The users and instances that the sessions of one shard begin at. */
export class Organisation {
  readonly users: [Caller, ...Caller[]];
  readonly instances: [Instance, ...Instance[]];
  readonly #roleIds = new Map<string, string>();
  readonly #random: TrailRandom;

  constructor(random: TrailRandom, shard: number) {
    this.#random = random;
    this.users = ACCOUNTS.flatMap((account) =>
      Array.from({ length: USERS_EACH }, (_, index) =>
        userCaller(`ci-${shard}-${index}`, random.uniqueId('AIDA'), random.keyId('AKIA', account), account),
      ),
    ) as [Caller, ...Caller[]];
    this.instances = ACCOUNTS.flatMap((account) =>
      Array.from({ length: INSTANCES_EACH }, () => ({
        account,
        id: `i-0${random.hex(16)}`,
        role: random.pick(ROLES),
      })),
    ) as [Instance, ...Instance[]];
  }

  roleId(account: string, role: string): string {
    const name = `${account}/${role}`;
    const known = this.#roleIds.get(name) ?? this.#random.uniqueId('AROA');
    this.#roleIds.set(name, known);
    return known;
  }

  /** Two in five sessions happen in the busiest two accounts. */
  account(): string {
    const index = this.#random.below(this.#random.chance(0.4) ? 2 : ACCOUNTS.length);
    return ACCOUNTS[index] ?? ACCOUNTS[0];
  }
}

export interface Instance {
  readonly account: string;
  readonly id: string;
  readonly role: string;
}
