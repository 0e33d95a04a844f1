import { ParameterInvalid } from './errors.ts';
import { parameterFault } from './parameter-type.ts';
import type { BoundQuery, BoundValue } from './query-engine.ts';
import type { QueryParameter } from './query-parameter.ts';
import type { SavedQuery } from './saved-query.ts';
import { dayText, eventTimeText, parseTime } from './time-expression.ts';

type Bindable = Pick<SavedQuery, 'name' | 'parameters' | 'bindings' | 'sql' | 'path'>;

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
      return { binding, type: 'varchar', value: bound.get(binding) ?? '' };
    }),
    parameters,
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
  const fault = parameterFault(type, value);
  if (fault !== undefined) throw invalid(query, name, `it must be ${fault}`, remedy);
  return value;
}

function invalid({ name, path }: Bindable, parameter: string, reason: string, remedy: string) {
  const shown = /^[\w.-]{1,64}$/.test(parameter) ? `${parameter}` : '(a name that is not printable)';
  return new ParameterInvalid(`Cannot bind parameter ${shown} of ${name}: ${reason}`, {
    parameter,
    remedy,
    where: path,
  });
}
