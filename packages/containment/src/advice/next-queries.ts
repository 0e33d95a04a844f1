import type { NextQuery } from './advice.ts';
import type { PersistenceCheck } from './advice-record.ts';
import { type Fact, type Facts, wellFormed } from './fact.ts';
import type { Typed } from './steps.ts';

/** The saved queries that show what may have been left behind, with what is known for their parameters; each once. */
export function nextQueries(all: readonly Typed[], checks: readonly PersistenceCheck[]): NextQuery[] {
  const found = checks.flatMap((check) => {
    const of = all.filter(({ record }) => record.checks.includes(check.id));
    return of.flatMap(({ subject }) => check.queries.map((query) => bound(check, query, subject.facts)));
  });
  const queries = new Map<string, NextQuery>();
  for (const query of found) {
    const name = JSON.stringify([query.name, query.parameters]);
    if (!queries.has(name)) queries.set(name, query);
  }
  // A query that found its parameters for one credential need not be said without them for another.
  const answered = new Set([...queries.values()].filter(isWhole).map(({ name }) => name));
  return [...queries.values()].filter((query) => isWhole(query) || !answered.has(query.name));
}

function isWhole({ missing }: NextQuery): boolean {
  return missing.length === 0;
}

function bound(
  { trick, survives }: PersistenceCheck,
  { name, with: wanted = {} }: PersistenceCheck['queries'][number],
  facts: Facts,
): NextQuery {
  const values = Object.entries(wanted).map(
    ([parameter, fact]) => [parameter, parameterValue(fact, facts)] as const,
  );
  return {
    trick,
    survives,
    name,
    parameters: Object.fromEntries(
      values.flatMap(([parameter, value]) => (value === undefined ? [] : [[parameter, value]])),
    ),
    missing: values.flatMap(([parameter, value]) => (value === undefined ? [parameter] : [])),
  };
}

/** Saved queries take a user or a role by its ARN; a user's path is not known, so the ARN is without one. */
function parameterValue(fact: Fact, facts: Facts): string | undefined {
  const value = wellFormed(facts, fact);
  if (value === undefined || (fact !== 'user' && fact !== 'role')) return value;
  const [account, partition] = [wellFormed(facts, 'account'), wellFormed(facts, 'partition')];
  if (account === undefined || partition === undefined) return undefined;
  const path = fact === 'role' ? (wellFormed(facts, 'role-path') ?? '/') : '/';
  return `arn:${partition}:iam::${account}:${fact}${path}${value}`;
}
