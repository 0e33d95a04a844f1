const OCTET = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';

/** A macro copies its argument to each place where it stands. This works it out once. */
const once = (value: string, name: string, body: string) =>
  `list_extract(list_transform([${value}], ${name} -> ${body}), 1)`;

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
  `ipv6_number(s) AS CASE WHEN regexp_full_match(s, '[0-9a-fA-F:]+') AND len(string_split(s, '::')) <= 2 THEN ${once(
    'ipv6_groups(s)',
    'g',
    `CASE WHEN len(g) = 8 AND list_bool_and(list_transform(g, x -> regexp_full_match(x, '[0-9a-fA-F]{1,4}')))
      THEN list_reduce(list_transform(g, x -> CAST(CAST('0x' || x AS INTEGER) AS UHUGEINT)),
        (a, b) -> a * 65536 + b) END`,
  )} END`,
  // An IPv6 address may end in an IPv4 one.
  `ipv6_plain(s) AS CASE WHEN regexp_matches(s, ':[0-9.]+$') AND strpos(s, '.') > 0 THEN ${once(
    "ipv4_number(system.main.regexp_extract(s, '[0-9.]+$'))",
    'n',
    `system.main.regexp_extract(s, '^(.*:)[0-9.]+$', 1) || printf('%x:%x',
        CAST((n >> CAST(16 AS UHUGEINT)) & 65535 AS INTEGER), CAST(n & 65535 AS INTEGER))`,
  )} ELSE s END`,
  `to_ip(s) AS ${once('CAST(s AS VARCHAR)', 'a', `coalesce(ipv4_number(a), ${once('ipv6_plain(a)', 'p', 'ipv6_number(p)')})`)}`,
  `network_bits(c) AS CAST(128 - CAST(string_split(c, '/')[2] AS INTEGER)
    - CASE WHEN strpos(c, ':') > 0 THEN 0 ELSE 96 END AS UHUGEINT)`,
  `cidr_contains(c, ip) AS ${once(
    '{network: c, address: ip}',
    'q',
    `q.address >> network_bits(q.network) = to_ip(string_split(q.network, '/')[1]) >> network_bits(q.network)`,
  )}`,
  `url_extract_host(u) AS regexp_extract(u, '^[a-z]+://([^/:?#]+)', 1)`,
];
