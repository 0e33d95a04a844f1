import { isIP } from 'node:net';
import { ParameterInvalid } from './errors.ts';
import { parameterFault } from './parameter-type.ts';
import type { BoundQuery, BoundValue } from './query-engine.ts';
import { ANY, type QueryParameter } from './query-parameter.ts';
import type { SavedQuery } from './saved-query.ts';
import { dayText, eventTimeText, parseTime } from './time-expression.ts';

type Bindable = Pick<SavedQuery, 'name' | 'parameters' | 'bindings' | 'sql' | 'path'> &
  Partial<Pick<SavedQuery, 'hunt'>>;

/**
 * Puts values beside a query's `?`, each checked against its parameter's type. The text itself stays as it is.
 * Relative times count back from the clock, which is read once. A window's ends belong to it.
 * Messages never repeat a value, since values come out of findings and logs.
 * @throws {ParameterInvalid} when a value is missing, unknown, not of its type, or `since` is after `until`.
 */
export function bindParameters(
  query: Bindable,
  values: Readonly<Record<string, string>>,
  clock: () => Date,
): BoundQuery {
  const names = query.parameters.map(({ name }) => name);
  const unknown = Object.keys(values).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw invalid(query, unknown, 'the query has no such parameter', `Use one of: ${names.join(', ')}.`);
  }
  const now = clock();
  const bound = new Map<string, string>();
  const parameters: Record<string, string> = {};
  for (const parameter of query.parameters) {
    const value = chosenValue(query, parameter, values);
    parameters[parameter.name] = value;
    bound.set(parameter.name, value);
    if (parameter.type !== 'time') continue;
    const time = parseTime(value)?.(now) ?? now;
    parameters[parameter.name] = eventTimeText(time);
    bound.set(parameter.name, eventTimeText(time));
    bound.set(`${parameter.name}.day`, dayText(time));
    // Log files lie under the day of delivery, some minutes after the event.
    bound.set(`${parameter.name}.next-day`, dayText(time, 1));
  }
  const numbers = new Set(query.parameters.filter(({ type }) => type === 'number').map(({ name }) => name));
  const { since, until } = parameters;
  if (since !== undefined && until !== undefined && since > until) {
    throw invalid(
      query,
      'since',
      'it is later than until, so nothing could be found',
      'Give an earlier since or a later until.',
    );
  }
  return {
    name: query.name,
    sql: query.sql,
    values: query.bindings.map((binding): BoundValue => {
      const type = numbers.has(binding) ? 'bigint' : 'varchar';
      return { binding, type, value: bound.get(binding) ?? '' };
    }),
    parameters,
    hunt: (query.hunt ?? []).map((name) => bound.get(name) ?? ''),
  };
}

function chosenValue(
  query: Bindable,
  parameter: QueryParameter,
  values: Readonly<Record<string, string>>,
): string {
  const { name, type, example } = parameter;
  const value = (Object.hasOwn(values, name) ? values[name] : undefined) ?? parameter.default;
  const remedy = `Give ${name} a value such as ${example}.`;
  if (value === undefined) throw invalid(query, name, 'a value is required', remedy);
  if (value === ANY && parameter.default === ANY) return value;
  const fault = parameterFault(type, value);
  if (fault !== undefined) throw invalid(query, name, `it must be ${fault}`, remedy);
  return type === 'network' ? networkText(value) : value;
}

/** A single address as the network that holds just it, since Athena's `contains` takes networks only. */
function networkText(value: string): string {
  if (value.includes('/')) return value;
  return `${value}/${isIP(value) === 4 ? 32 : 128}`;
}

function invalid({ name, path }: Bindable, parameter: string, reason: string, remedy: string) {
  const shown = /^[\w.-]{1,64}$/.test(parameter) ? `${parameter}` : '(a name that is not printable)';
  return new ParameterInvalid(`Cannot bind parameter ${shown} of ${name}: ${reason}`, {
    parameter,
    remedy,
    where: path,
  });
}
