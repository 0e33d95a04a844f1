/** Arrays, maps and the aggregates that Trino names otherwise. */
export const ARRAY_MACROS: readonly string[] = [
  'element_at(a, k) AS a[k]',
  // Of a list of truths, as Trino's matchers answer: NULL where an unknown one decides.
  `any_of(l) AS CASE WHEN l IS NULL THEN NULL WHEN list_contains(l, true) THEN true
    WHEN list_count(l) < len(l) THEN NULL ELSE false END`,
  `all_of(l) AS CASE WHEN l IS NULL THEN NULL WHEN list_contains(l, false) THEN false
    WHEN list_count(l) < len(l) THEN NULL ELSE true END`,
  // An item that is not there may be the unknown one.
  `contains(a, x) AS CASE WHEN list_contains(a, x) THEN true WHEN a IS NULL OR x IS NULL THEN NULL
    WHEN list_count(a) < len(a) THEN NULL ELSE false END`,
  `cardinality(a) AS CASE WHEN typeof(a)[1:4] = 'MAP(' THEN len(json_keys(to_json(a)))
    ELSE system.main.json_array_length(to_json(a)) END`,
  `array_join(a, d) AS CASE WHEN a IS NOT NULL THEN coalesce(array_to_string(a, d), '') END,
    (a, d, n) AS CASE WHEN a IS NOT NULL THEN
      coalesce(array_to_string(list_transform(a, x -> coalesce(CAST(x AS VARCHAR), n)), d), '') END`,
  'arrays_overlap(a, b) AS list_has_any(a, b)',
  'array_distinct(a) AS list_filter(a, (x, i) -> list_position(a, x) = i)',
  'array_max(a) AS list_max(a)',
  'array_min(a) AS list_min(a)',
  'array_remove(a, x) AS list_filter(a, y -> y <> x)',
  'array_sort(a) AS list_sort(a)',
  'array_union(a, b) AS array_distinct(list_concat(a, b))',
  'array_except(a, b) AS list_filter(a, x -> NOT list_contains(b, x))',
  'slice(a, i, n) AS a[i:i + n - 1]',
  'every(x) AS bool_and(x)',
  'sequence(a, b) AS generate_series(a, b)',
  'approx_distinct(x) AS approx_count_distinct(x)',
  'approx_percentile(x, p) AS approx_quantile(x, p)',
];
