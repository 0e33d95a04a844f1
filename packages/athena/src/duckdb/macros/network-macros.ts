const OCTET = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';

/**
 * Addresses as 128-bit numbers, IPv4 as the IPv6 addresses that stand for them (`::ffff:192.0.2.1`), which is how Trino
 * keeps its type IPADDRESS. Text that is no address gives NULL. The rewriter turns the type into calls of these.
 */
export const NETWORK_MACROS: readonly string[] = [
  `ipv4_number(s) AS CASE WHEN regexp_full_match(s, '${OCTET}(\\.${OCTET}){3}') THEN
    list_reduce(list_transform(string_split(s, '.'), x -> CAST(x AS UHUGEINT)), (a, b) -> a * 256 + b)
    + CAST(281470681743360 AS UHUGEINT) END`,
  // The groups on either side of "::", and as many zeros between them as make eight.
  `ipv6_groups(s) AS CASE WHEN strpos(s, '::') > 0 THEN list_concat(
      list_filter(string_split(string_split(s, '::')[1], ':'), x -> x <> ''),
      list_transform(generate_series(1, 8 - len(list_filter(string_split(s, ':'), x -> x <> ''))), x -> '0'),
      list_filter(string_split(string_split(s, '::')[2], ':'), x -> x <> ''))
    ELSE string_split(s, ':') END`,
  `ipv6_number(s) AS CASE WHEN regexp_full_match(s, '[0-9a-fA-F:]+')
      AND len(string_split(s, '::')) <= 2 AND len(ipv6_groups(s)) = 8
      AND list_bool_and(list_transform(ipv6_groups(s), x -> regexp_full_match(x, '[0-9a-fA-F]{1,4}'))) THEN
    list_reduce(list_transform(ipv6_groups(s), x -> CAST(CAST('0x' || x AS INTEGER) AS UHUGEINT)),
      (a, b) -> a * 65536 + b) END`,
  // An IPv6 address may end in an IPv4 one.
  `ipv6_plain(s) AS CASE WHEN regexp_matches(s, ':[0-9.]+$') AND strpos(s, '.') > 0 THEN
      regexp_extract(s, '^(.*:)[0-9.]+$', 1) || printf('%x:%x',
        CAST((ipv4_number(regexp_extract(s, '[0-9.]+$')) >> CAST(16 AS UHUGEINT)) & 65535 AS INTEGER),
        CAST(ipv4_number(regexp_extract(s, '[0-9.]+$')) & 65535 AS INTEGER))
    ELSE s END`,
  `cidr_prefix(c) AS CAST(split_part(c, '/', 2) AS INTEGER)
    + CASE WHEN strpos(c, ':') > 0 THEN 0 ELSE 96 END`,
  'to_ip(s) AS coalesce(ipv4_number(s), ipv6_number(ipv6_plain(s)))',
  `cidr_contains(c, ip) AS
    (ip >> CAST(128 - cidr_prefix(c) AS UHUGEINT))
    = (to_ip(split_part(c, '/', 1)) >> CAST(128 - cidr_prefix(c) AS UHUGEINT))`,
  `url_extract_host(u) AS regexp_extract(u, '^[a-z]+://([^/:?#]+)', 1)`,
];
