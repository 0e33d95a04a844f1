const MOST_ARGUMENTS = 8;

// DuckDB's own concat() leaves NULL out; Trino's answers NULL.
function concat(): string {
  const overloads = Array.from({ length: MOST_ARGUMENTS - 1 }, (_, index) => {
    const names = Array.from({ length: index + 2 }, (_name, position) => `a${position}`);
    return `(${names.join(', ')}) AS (${names.join(' || ')})`;
  });
  return `concat${overloads.join(', ')}`;
}

/** Strings and regular expressions. A missing match gives NULL, and group references are `$1`. */
export const TEXT_MACROS: readonly string[] = [
  concat(),
  'regexp_like(s, p) AS regexp_matches(s, p)',
  'regexp_count(s, p) AS len(regexp_extract_all(s, p))',
  `regexp_extract(s, p) AS list_extract(regexp_extract_all(s, p), 1),
    (s, p, g) AS list_extract(regexp_extract_all(s, p, g), 1)`,
  String.raw`regexp_replace(s, p) AS system.main.regexp_replace(s, p, '', 'g'),
    (s, p, r) AS system.main.regexp_replace(
      s, p, system.main.regexp_replace(r, '\$(\d)', '\\\1', 'g'), 'g')`,
  `split_part(s, d, n) AS string_split(s, d)[n]`,
  `replace(a, b) AS system.main.replace(a, b, ''), (a, b, c) AS system.main.replace(a, b, c)`,
  `substr(s, i) AS CASE WHEN i = 0 THEN '' ELSE substring(s, i) END,
    (s, i, n) AS CASE WHEN i = 0 THEN '' ELSE substring(s, i, n) END`,
  'to_utf8(s) AS encode(s)',
  'codepoint(s) AS unicode(s)',
  'levenshtein_distance(a, b) AS levenshtein(a, b)',
];
