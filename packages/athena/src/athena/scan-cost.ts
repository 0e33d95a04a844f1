const MEGABYTE = 2 ** 20;
const TERABYTE = 2 ** 40;

/** Queries that scan less are charged as this many megabytes (Amazon Athena pricing, "SQL queries"). */
const LEAST_MEGABYTES = 10;

/** The list price of most regions (Amazon Athena pricing, "SQL queries"). */
export const USD_A_TERABYTE = 5;

/**
 * What a SELECT costs, in US dollars: the bytes that it scanned, rounded up to the megabyte, at least 10 MB.
 * DDL and answers that were reused cost nothing; then do not ask.
 */
export function scanCost(bytes: number, usdATerabyte = USD_A_TERABYTE): number {
  const megabytes = Math.max(LEAST_MEGABYTES, Math.ceil(bytes / MEGABYTE));
  return ((megabytes * MEGABYTE) / TERABYTE) * usdATerabyte;
}
