/** One mistake in a saved query. Line and column count from 1. */
export interface QueryLintMessage {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly rule: QueryLintRule;
}

/**
 * `header`: the header or its `?` break the format. `grammar`: Athena cannot parse it. `function`: unknown to Athena, or
 * of another meaning there. `dialect`: runs on both engines with different answers. `alias`: a name of the SELECT list
 * where Athena does not see it. `placeholder`: a `?` where Athena takes none. `partition`: reads the whole table.
 * `order`: rows without an order. `statement`: DuckDB refuses it, for an undeclared column as a rule.
 */
export type QueryLintRule =
  | 'header'
  | 'grammar'
  | 'function'
  | 'dialect'
  | 'alias'
  | 'placeholder'
  | 'partition'
  | 'order'
  | 'statement';

/** What a rule finds: a message and where in the statement, as an offset from its start. */
export interface Finding {
  readonly rule: QueryLintRule;
  readonly message: string;
  readonly offset: number;
}
