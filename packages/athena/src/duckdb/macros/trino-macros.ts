import { ARRAY_MACROS } from './array-macros.ts';
import { JSON_MACROS } from './json-macros.ts';
import { NETWORK_MACROS } from './network-macros.ts';
import { NUMBER_MACROS } from './number-macros.ts';
import { TEXT_MACROS } from './text-macros.ts';
import { TIME_MACROS } from './time-macros.ts';

/**
 * Athena's functions where DuckDB has none of the name or another meaning, each the text after `CREATE MACRO`.
 * A macro that shadows a function of DuckDB's reaches it as `system.main.<name>`. Order matters: a macro may use
 * those before it.
 *
 * Not to be had: the text of JSON numbers such as `1.50`, `CAST(<timestamp> AS varchar)`, `typeof()`, `reduce()`,
 * and hashes over varbinary. Saved queries do without them.
 *
 * Source: Trino documentation, "Functions and operators", which Athena engine version 3 follows.
 */
export const TRINO_MACROS: readonly string[] = [
  ...TEXT_MACROS,
  ...JSON_MACROS,
  ...TIME_MACROS,
  ...ARRAY_MACROS,
  ...NUMBER_MACROS,
  ...NETWORK_MACROS,
];
