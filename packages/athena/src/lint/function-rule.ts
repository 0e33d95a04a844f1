import { TRINO_MACROS } from '../duckdb/macros/trino-macros.ts';
import type { SqlToken } from '../sql-token.ts';
import type { Finding } from './query-lint-message.ts';

/** Functions that both engines know under one name and with one meaning. */
const SHARED =
  `abs arbitrary array_agg array_position avg bool_and bool_or ceil ceiling chr coalesce concat_ws count
date_trunc day dense_rank first_value flatten floor from_base64 hour lag last_value lead length ln log10 lower lpad
ltrim map_keys map_values max max_by min min_by minute mod month ntile nullif percent_rank pow power quarter rank regexp_extract_all reverse
round row_number rpad rtrim second sign split sqrt starts_with strpos substring sum translate trim upper week year
cast try_cast filter transform any_match all_match none_match if unnest`.split(/\s+/);

/** Words that stand before a parenthesis and are no functions. */
const KEYWORDS = new Set(
  `all and any array as between bigint by case char date decimal distinct double else exists except from group having in
  inner integer intersect interval is join left like lateral not on or order outer over partition range real right row rows
  select some then timestamp union using values varbinary varchar when where with within filter set escape limit`.split(
    /\s+/,
  ),
);

const MACROS = TRINO_MACROS.map((macro) => /^\w+/.exec(macro)?.[0] ?? '');
export const ALLOWED = new Set([...SHARED, ...MACROS]);
/** Macros that serve the rewriter. Athena has none of the name. */
for (const inner of ['to_ip', 'cidr_contains', 'network_bits', 'any_of', 'all_of']) ALLOWED.delete(inner);
for (const inner of ['ipv4_number', 'ipv6_groups', 'ipv6_number', 'ipv6_plain']) ALLOWED.delete(inner);
/** Trino's `json_parse` sorts keys, and approximations are the engine's own. */
for (const other of ['json_parse', 'approx_distinct', 'approx_percentile']) ALLOWED.delete(other);

/** Functions that Athena does not know, or that DuckDB cannot answer as Athena does. */
export function functionFindings(tokens: readonly SqlToken[]): Finding[] {
  const dense = tokens.filter(({ kind }) => kind !== 'space');
  const named = new Set(namesOfWith(dense));
  return dense.flatMap(({ kind, text, offset }, index) => {
    const word = text.toLowerCase();
    if (kind !== 'word' || dense[index + 1]?.text !== '(') return [];
    if (KEYWORDS.has(word) || ALLOWED.has(word) || named.has(word)) return [];
    if (dense[index - 1]?.text.toLowerCase() === 'as' || isAliasOfUnnest(dense, index)) return [];
    return [
      {
        rule: 'function' as const,
        message: `${text}() is not on the list of functions that give the same answer in Athena and DuckDB`,
        offset,
      },
    ];
  });
}

/** `WITH chain (a, b) AS (…)`: the columns' names follow in parentheses. */
function namesOfWith(dense: readonly SqlToken[]): string[] {
  return dense.flatMap(({ kind, text }, index) => {
    const before = dense[index - 1]?.text.toLowerCase();
    return kind === 'word' &&
      (before === 'with' || before === 'recursive' || before === ',') &&
      opensColumns(dense, index)
      ? [text.toLowerCase()]
      : [];
  });
}

function opensColumns(dense: readonly SqlToken[], index: number): boolean {
  const close = dense.findIndex(({ text }, place) => place > index && text === ')');
  return close !== -1 && dense[close + 1]?.text.toLowerCase() === 'as';
}

/** `UNNEST(x) t (a)` without AS. */
function isAliasOfUnnest(dense: readonly SqlToken[], index: number): boolean {
  return dense[index - 1]?.text === ')';
}
