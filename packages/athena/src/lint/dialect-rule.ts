import type { SqlToken } from '../sql-token.ts';
import type { Finding } from './query-lint-message.ts';

interface Construct {
  /** Matched against the statement's tokens from each word on, one space between them, in lower case. */
  readonly pattern: RegExp;
  readonly message: string;
}

/** What both engines run with different answers, as measured against Trino's documented ones. */
const CONSTRUCTS: readonly Construct[] = [
  {
    pattern: /^(?:md5|sha1|sha256|sha512|to_hex|from_hex|xxhash64|crc32) \(/,
    message: 'Hashes and hex text work on bytes in Athena and on text in DuckDB',
  },
  { pattern: /^typeof \(/, message: 'typeof() names types differently in the two engines' },
  { pattern: /^format \(/, message: 'format() has other patterns in DuckDB; use concat()' },
  { pattern: /^reduce \(/, message: 'reduce() has other arguments in DuckDB' },
  { pattern: /^approx_\w+ \(/, message: 'Approximations differ between engines; use count(DISTINCT …)' },
  {
    pattern: /^(?:rand|random|shuffle|uuid|now|current_timestamp|current_date|current_time|localtimestamp)\b/,
    message: 'The answer hangs on chance or on the clock; bind a time instead',
  },
  {
    pattern: /^limit \d+ offset\b/,
    message: 'Athena writes OFFSET before LIMIT, DuckDB after it; do without OFFSET',
  },
];

/** A number with a point is a decimal in Athena, whose quotients are cut to its scale. */
const DECIMAL = /^\d+\.\d+$/;

/** Constructs that run on both engines but do not answer the same. */
export function dialectFindings(tokens: readonly SqlToken[]): Finding[] {
  const dense = tokens.filter(({ kind }) => kind !== 'space');
  return dense.flatMap(({ kind, text, offset }, index): Finding[] => {
    if (kind === 'number' && DECIMAL.test(text))
      return [
        { rule: 'dialect', message: `${text} is a decimal in Athena; write ${text}e0 for a double`, offset },
      ];
    if (kind !== 'word' || dense[index - 1]?.text === '.') return [];
    const ahead = dense
      .slice(index, index + 4)
      .map((token) => token.text.toLowerCase())
      .join(' ');
    const construct = CONSTRUCTS.find(({ pattern }) => pattern.test(ahead));
    return construct === undefined ? [] : [{ rule: 'dialect', message: construct.message, offset }];
  });
}
