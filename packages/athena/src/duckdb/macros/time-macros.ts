// strftime() and strptime() take only constant formats inside a macro, so the formats are spelled out here.
const padded = (part: string, width = 2) => `lpad(CAST(${part} AS VARCHAR), ${width}, '0')`;

const FORMAT_PARTS: readonly (readonly [string, string])[] = [
  ['%Y', 'CAST(year(t) AS VARCHAR)'],
  ['%m', padded('month(t)')],
  ['%d', padded('day(t)')],
  ['%H', padded('hour(t)')],
  ['%i', padded('minute(t)')],
  ['%s', padded('second(t)')],
  ['%S', padded('second(t)')],
  ['%T', `strftime(t, '%H:%M:%S')`],
  ['%f', padded('microsecond(t) % 1000000', 6)],
  ['%y', padded('year(t) % 100')],
  ['%j', padded('dayofyear(t)', 3)],
  ['%M', `strftime(t, '%B')`],
  ['%b', `strftime(t, '%b')`],
  ['%W', `strftime(t, '%A')`],
  ['%a', `strftime(t, '%a')`],
  ['%p', `strftime(t, '%p')`],
  ['%h', `strftime(t, '%I')`],
  ['%I', `strftime(t, '%I')`],
  ['%e', 'CAST(day(t) AS VARCHAR)'],
  ['%c', 'CAST(month(t) AS VARCHAR)'],
  ['%k', 'CAST(hour(t) AS VARCHAR)'],
  ['%%', `'%'`],
];

const formatted = FORMAT_PARTS.reduce(
  (text, [part, value]) => `system.main.replace(${text}, '${part}', ${value})`,
  'f',
);

/** Athena's format to DuckDB's, for the formats that `date_parse` knows here. */
const PARSE_FORMATS: readonly (readonly [string, string])[] = [
  ['%Y-%m-%d', '%Y-%m-%d'],
  ['%Y/%m/%d', '%Y/%m/%d'],
  ['%Y-%m-%dT%H:%i:%sZ', '%Y-%m-%dT%H:%M:%SZ'],
  ['%Y-%m-%dT%H:%i:%s', '%Y-%m-%dT%H:%M:%S'],
  ['%Y-%m-%d %H:%i:%s', '%Y-%m-%d %H:%M:%S'],
  ['%Y%m%d', '%Y%m%d'],
  ['%Y/%m/%d/%H', '%Y/%m/%d/%H'],
  ['%d/%b/%Y:%H:%i:%s', '%d/%b/%Y:%H:%M:%S'],
];

const parsed = PARSE_FORMATS.map(([trino, duckdb]) => `WHEN '${trino}' THEN strptime(s, '${duckdb}')`).join(
  ' ',
);

const interval = `CASE lower(u)
  WHEN 'millisecond' THEN to_milliseconds(n)
  WHEN 'second' THEN to_seconds(n)
  WHEN 'minute' THEN to_minutes(n)
  WHEN 'hour' THEN to_hours(n)
  WHEN 'day' THEN to_days(CAST(n AS INTEGER))
  WHEN 'week' THEN to_weeks(CAST(n AS INTEGER))
  WHEN 'month' THEN to_months(CAST(n AS INTEGER))
  WHEN 'quarter' THEN to_quarters(CAST(n AS INTEGER))
  WHEN 'year' THEN to_years(CAST(n AS INTEGER)) END`;

/** Dates and times. `date_diff` counts whole units that have passed, not the boundaries between them. */
export const TIME_MACROS: readonly string[] = [
  'from_iso8601_timestamp(s) AS CAST(s AS TIMESTAMPTZ)',
  'from_iso8601_date(s) AS CAST(s AS DATE)',
  `to_iso8601(t) AS strftime(CAST(t AS TIMESTAMP), '%Y-%m-%dT%H:%M:%S.%gZ')`,
  `date_format(t, f) AS ${formatted}`,
  `date_parse(s, f) AS CASE f ${parsed} ELSE error('date_parse: unknown format ' || f) END`,
  `date_add(u VARCHAR, n BIGINT, t DATE) AS CAST(t + ${interval} AS DATE),
    (u VARCHAR, n BIGINT, t TIMESTAMP) AS t + ${interval},
    (u VARCHAR, n BIGINT, t TIMESTAMPTZ) AS t + ${interval}`,
  'date_diff(u, a, b) AS date_sub(u, a, b)',
  'day_of_week(t) AS isodow(t)',
  'dow(t) AS isodow(t)',
  'day_of_month(t) AS dayofmonth(t)',
  'day_of_year(t) AS dayofyear(t)',
  'week_of_year(t) AS weekofyear(t)',
  'to_unixtime(t) AS epoch(t)',
  'from_unixtime(n) AS to_timestamp(n)',
  'at_timezone(t, z) AS timezone(z, t)',
  'date(x) AS CAST(x AS DATE)',
  `current_timezone() AS 'UTC'`,
];
