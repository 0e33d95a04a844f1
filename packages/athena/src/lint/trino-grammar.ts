import type { Finding } from './query-lint-message.ts';

/** Parses a statement with Trino's grammar, which is Athena's. Each error comes with its place. */
export async function grammarFindings(sql: string): Promise<Finding[]> {
  // 1.8 MB of grammar, so only whoever checks a statement loads it.
  const { TrinoSQL } = await import('dt-sql-parser/dist/parser/trino/index.js');
  const starts = [0];
  for (let at = sql.indexOf('\n'); at !== -1; at = sql.indexOf('\n', at + 1)) starts.push(at + 1);
  return new TrinoSQL().validate(sql).map(({ startLine, startColumn, message }) => ({
    rule: 'grammar' as const,
    message: `Athena cannot parse this: ${firstSentence(message)}`,
    offset: (starts[startLine - 1] ?? 0) + startColumn - 1,
  }));
}

/** The parser goes on to list every word that it would have taken. */
function firstSentence(message: string): string {
  return (message.split(/, expecting|\n/)[0] ?? message).slice(0, 200);
}
