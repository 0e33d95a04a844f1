import type { LogFile } from '@firebreak/cloudtrail';
import type { BoundQuery } from '../query-engine.ts';
import { sqlTokens } from '../sql-token.ts';

/** The part of a trail that a query can find something in. What is absent is not limited. */
export interface QueryScope {
  /** First and last day of delivery, `yyyy/mm/dd`. */
  readonly from?: string;
  readonly to?: string;
  readonly account?: string;
  readonly region?: string;
}

/** What a parameter `account` or `region` is given for all of them. */
const ANY = 'any';

/**
 * The scope that a query's bound values set: the days of `day BETWEEN ? AND ?`, and an `account = ?` or `region = ?`
 * whose parameter has that name. It is taken only when the statement limits the table as often as it names it, so that
 * no part of it looks outside.
 */
export function queryScope({ sql, values }: BoundQuery): QueryScope {
  const tokens = sqlTokens(sql).filter(({ kind }) => kind !== 'space');
  const words = tokens.map(({ text }) => text.toLowerCase().replaceAll('"', ''));
  const tables = words.filter((word) => word === 'cloudtrail_logs').length;
  const places = tokens.flatMap(({ kind, text }, index) =>
    kind === 'symbol' && text === '?' ? [index] : [],
  );
  const bound = values.map(({ binding, value }, index) => ({ binding, value, at: places[index] ?? 0 }));
  const compares = (column: string, at: number, ...before: readonly string[]) =>
    [column, ...before].every((word, index) => words[at - before.length - 1 + index] === word);
  const starts = bound.filter(
    ({ binding, at }) => binding.endsWith('.day') && compares('day', at, 'between'),
  );
  const ends = bound.filter(
    ({ binding, at }) => binding.endsWith('.next-day') && compares('day', at, 'between', '?', 'and'),
  );
  const first = starts.map(({ value }) => value).sort()[0];
  const last = ends
    .map(({ value }) => value)
    .sort()
    .at(-1);
  const only = (name: 'account' | 'region') => {
    const limits = bound.filter(({ binding, value, at }) => {
      return binding === name && value !== ANY && compares(name, at, '=');
    });
    const [limit] = limits;
    return limit === undefined || limits.length < tables ? {} : { [name]: limit.value };
  };
  return {
    ...(first === undefined || starts.length < tables ? {} : { from: first }),
    ...(last === undefined || ends.length < tables ? {} : { to: last }),
    ...only('account'),
    ...only('region'),
  };
}

/** Whether a file can hold something in a scope. What its path does not say is left open. */
export function isInScope(file: LogFile, { from, to, account, region }: QueryScope): boolean {
  const day = file.day?.length === 'yyyy/mm/dd'.length ? file.day : undefined;
  return (
    (from === undefined || day === undefined || day >= from) &&
    (to === undefined || day === undefined || day <= to) &&
    (account === undefined || file.account === undefined || file.account === account) &&
    (region === undefined || file.region === undefined || file.region === region)
  );
}
