import type { AdviceInput } from './advice-input.ts';
import { type Facts, facts } from './fact.ts';
import type { Subject } from './subject.ts';
import { subjectOfFinding, subjectOfIdentity, subjectOfKey } from './subjects-of-finding.ts';
import { subjectsOfLineage } from './subjects-of-lineage.ts';

/**
 * The credentials that advice is about. A lineage that knows the key is the better witness: the finding then only adds
 * what it alone knows of that key. Nothing else counts where the finding is a sample.
 */
export function joinedSubjects({ finding, lineage, key, identity }: AdviceInput): Subject[] {
  const given = [
    ...(finding === undefined ? [] : [subjectOfFinding(finding)]),
    ...(identity === undefined ? [] : [subjectOfIdentity(identity)]),
  ];
  const [sample] = given.filter(({ facts: { sample: word } }) => word === 'yes');
  if (sample !== undefined) return [sample];
  const alone = given.length === 0 && lineage === undefined && key !== undefined ? [subjectOfKey(key)] : [];
  const traced = lineage === undefined ? [] : subjectsOfLineage(lineage).filter(isSomething);
  const rest = given.filter((one) => !traced.some((other) => isSame(one, other)));
  const joined = traced.map((one) => given.filter((other) => isSame(one, other)).reduce(added, one));
  return [...joined, ...rest, ...alone];
}

/** Whether two are about one credential: by its key, or where one has no key, by role or user and account. */
function isSame({ facts: one }: Subject, { facts: other }: Subject): boolean {
  if (one.key !== undefined && other.key !== undefined) return one.key === other.key;
  const holder = one.role ?? one.user;
  return holder !== undefined && holder === (other.role ?? other.user) && one.account === other.account;
}

/** What only the other one knows. */
function added(one: Subject, { facts: other }: Subject): Subject {
  const kept: Facts = facts({ ...other, ...one.facts });
  return { ...one, facts: kept };
}

/** An unknown root says nothing where the chain behind it is known by its own keys. */
function isSomething({ facts: known }: Subject, index: number, all: readonly Subject[]): boolean {
  if (known['root-kind'] !== 'unknown') return true;
  return !all.some(
    ({ facts: other }, at) => at !== index && other.key === known.key && other.role !== undefined,
  );
}
