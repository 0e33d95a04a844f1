/** Addresses as numbers, IPv4 only; the rewriter turns Athena's type IPADDRESS into calls of these. */
export const NETWORK_MACROS: readonly string[] = [
  String.raw`to_ip(s) AS CASE WHEN regexp_full_match(s, '\d{1,3}(\.\d{1,3}){3}') THEN
    list_reduce(list_transform(string_split(s, '.'), x -> TRY_CAST(x AS BIGINT)), (a, b) -> a * 256 + b) END`,
  `cidr_contains(c, ip) AS
    (ip >> (32 - CAST(split_part(c, '/', 2) AS INTEGER)))
    = (to_ip(split_part(c, '/', 1)) >> (32 - CAST(split_part(c, '/', 2) AS INTEGER)))`,
  `url_extract_host(u) AS regexp_extract(u, '^[a-z]+://([^/:?#]+)', 1)`,
];
