import { Problem } from '@firebreak/problem';
import { bindParameters } from '../bind-parameters.ts';
import { toDuckDbSql } from '../duckdb/to-duckdb-sql.ts';
import { SavedQueryMalformed } from '../errors.ts';
import type { BoundQuery, QueryEngine } from '../query-engine.ts';
import { parseSavedQuery, type SavedQuery } from '../saved-query.ts';
import { sqlTokens } from '../sql-token.ts';
import { aliasFindings } from './alias-rule.ts';
import { dialectFindings } from './dialect-rule.ts';
import { functionFindings } from './function-rule.ts';
import { orderFindings } from './order-rule.ts';
import { partitionFindings } from './partition-rule.ts';
import { placeholderFindings } from './placeholder-rule.ts';
import type { Finding, QueryLintMessage } from './query-lint-message.ts';
import { grammarFindings } from './trino-grammar.ts';

/**
 * Explains every mistake in the text of a saved query, in the order of the text. What passes here runs in Athena as it
 * runs in DuckDB, as far as the two can be compared without running it.
 * @param engine DuckDB over an empty table; it parses the statement and binds its columns.
 */
export async function lintQuery(
  text: string,
  path: string,
  engine: QueryEngine,
): Promise<QueryLintMessage[]> {
  const source = text.replaceAll('\r\n', '\n');
  let query: SavedQuery;
  try {
    query = parseSavedQuery(source, path);
  } catch (cause) {
    if (cause instanceof SavedQueryMalformed) return [headerMessage(cause, path)];
    throw cause;
  }
  const start = source.lastIndexOf(query.sql);
  const findings = await statementFindings(query, engine);
  return findings
    .sort((a, b) => a.offset - b.offset)
    .map(({ rule, message, offset }) => ({
      path,
      ...placeIn(source, start + offset),
      severity: 'error' as const,
      message,
      rule,
    }));
}

async function statementFindings(query: SavedQuery, engine: QueryEngine): Promise<Finding[]> {
  const { sql } = query;
  const tokens = sqlTokens(sql);
  const ofDialect = dialectFindings(tokens);
  const explained = new Set(ofDialect.map(({ offset }) => offset));
  const ofFunctions = functionFindings(tokens).filter(({ offset }) => !explained.has(offset));
  const ofText = [...(await grammarFindings(sql)), ...ofFunctions, ...ofDialect];
  const tree = await treeOf(sql, engine);
  if (tree === undefined) return ofText.length > 0 ? ofText : [await refusal(query, engine)].flat();
  const ofTree = [
    ...aliasFindings(tree, tokens),
    ...partitionFindings(tree, tokens),
    ...placeholderFindings(tree, tokens),
    ...orderFindings(tree),
  ];
  const found = [...ofText, ...ofTree];
  return found.length > 0 ? found : refusal(query, engine);
}

/** The tree of the statement as DuckDB parses it; nothing when it cannot. */
async function treeOf(sql: string, engine: QueryEngine): Promise<unknown> {
  const value = { binding: 'statement', type: 'varchar', value: toDuckDbSql(sql) } as const;
  const asked: BoundQuery = {
    name: 'the statement',
    sql: 'SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR)',
    values: [value],
    parameters: {},
  };
  const { rows } = await engine.run(asked);
  const tree = JSON.parse(String(rows[0]?.[0])) as { error?: boolean };
  return tree.error === true ? undefined : tree;
}

/** Runs the statement with its examples, which binds every column and function. */
async function refusal(query: SavedQuery, engine: QueryEngine): Promise<Finding[]> {
  const examples = query.parameters.map(({ name, type, example, default: value }) => [
    name,
    type === 'time' ? (value ?? example) : example,
  ]);
  try {
    await engine.run(bindParameters(query, Object.fromEntries(examples), () => new Date(0)));
    return [];
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    return [{ rule: 'statement', message: cause.message, offset: 0 }];
  }
}

function headerMessage({ message, where, remedy }: SavedQueryMalformed, path: string): QueryLintMessage {
  const [, line = '1', column = '1'] = /:(\d+):(\d+)$/.exec(where ?? '') ?? [];
  const said = message.replace('Cannot read saved query: ', '');
  return {
    path,
    line: Number(line),
    column: Number(column),
    severity: 'error',
    message: `${said}. ${remedy ?? ''}`.trim(),
    rule: 'header',
  };
}

function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
