// Trino also takes $["key"], DuckDB only $."key".
const PATH = String.raw`system.main.regexp_replace(p, '\["([^"]+)"\]', '."\1"', 'g')`;
const TEXT = 'CAST(j AS VARCHAR)';

/** Malformed JSON gives NULL, and so does `json_extract_scalar` of an object or array. */
export const JSON_MACROS: readonly string[] = [
  `json_extract_scalar(j, p) AS CASE WHEN json_valid(${TEXT}) THEN
    CASE WHEN json_type(${TEXT}, ${PATH}) IN ('OBJECT', 'ARRAY') THEN NULL
    ELSE json_extract_string(${TEXT}, ${PATH}) END END`,
  `json_extract(j, p) AS CASE WHEN json_valid(${TEXT}) THEN json_extract_path(${TEXT}, ${PATH}) END`,
  'json_parse(s) AS CAST(s AS JSON)',
  `json_format(j) AS ${TEXT}`,
  `json_size(j, p) AS CASE json_type(${TEXT}, ${PATH})
    WHEN 'ARRAY' THEN system.main.json_array_length(${TEXT}, ${PATH})
    WHEN 'OBJECT' THEN len(json_keys(${TEXT}, ${PATH}))
    ELSE CASE WHEN json_type(${TEXT}, ${PATH}) IS NULL THEN NULL ELSE 0 END END`,
  `json_array_length(j) AS CASE WHEN json_valid(${TEXT}) THEN
    CASE WHEN json_type(${TEXT}) = 'ARRAY' THEN system.main.json_array_length(${TEXT}) END END`,
  `json_array_contains(j, v) AS CASE WHEN json_valid(${TEXT}) THEN CASE WHEN json_type(${TEXT}) = 'ARRAY' THEN
    list_contains(CAST(CAST(j AS JSON) AS JSON[]), to_json(v)) END END`,
  `json_array_get(j, i) AS json_extract(j, '$[' || i || ']')`,
  `is_json_scalar(j) AS json_type(j) NOT IN ('OBJECT', 'ARRAY')`,
];
