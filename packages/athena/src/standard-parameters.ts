import { parameterFault } from './parameter-type.ts';
import { type HeaderEntry, itemsOf, malformed, type Piece, proseOf } from './query-header.ts';
import type { QueryParameter } from './query-parameter.ts';

/** What `scope` can name. The word `any` stands for all of them. */
const SCOPES: Readonly<Record<string, Omit<QueryParameter, 'name'>>> = {
  account: {
    type: 'account-id',
    required: false,
    default: 'any',
    description: 'Only the logs of this account.',
    example: '111111111111',
  },
  region: {
    type: 'region',
    required: false,
    default: 'any',
    description: 'Only the logs of this region.',
    example: 'eu-central-1',
  },
};

/**
 * The parameters that most queries share, from two short header lines: `window: 7d` stands for `since` (default 7d) and
 * `until` (default now), `scope: account, region` for parameters of these names (default any).
 * @throws {SavedQueryMalformed} when the window is no time or the scope is unknown.
 */
export function standardParameters(
  window: HeaderEntry | undefined,
  scope: HeaderEntry | undefined,
  path: string,
): { parameter: QueryParameter; key: Piece }[] {
  const since = window === undefined ? [] : windowParameters(window, path);
  const scopes = itemsOf(scope?.lines ?? []).map((item) => {
    const parameter = Object.hasOwn(SCOPES, item.text) ? SCOPES[item.text] : undefined;
    if (parameter !== undefined) return { parameter: { name: item.text, ...parameter }, key: item };
    throw malformed(path, item, `"${item.text}" is no scope`, {
      remedy: `Use one or both of: ${Object.keys(SCOPES).join(', ')}.`,
    });
  });
  return [...since, ...scopes];
}

function windowParameters({ key, lines }: HeaderEntry, path: string) {
  const value = proseOf(lines);
  const fault = parameterFault('time', value);
  if (fault !== undefined) {
    throw malformed(path, lines[0] ?? key, `the window must be ${fault}`, {
      remedy: 'Write "-- window: 7d".',
    });
  }
  const time = { type: 'time', required: false } as const;
  const since = {
    ...time,
    name: 'since',
    default: value,
    description: 'Start of the window.',
    example: '2026-03-01T00:00:00Z',
  };
  const until = {
    ...time,
    name: 'until',
    default: 'now',
    description: 'End of the window.',
    example: '2026-03-08T00:00:00Z',
  };
  return [
    { parameter: since, key },
    { parameter: until, key },
  ];
}
