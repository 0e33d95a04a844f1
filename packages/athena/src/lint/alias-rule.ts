import type { SqlToken } from '../sql-token.ts';
import { columnsOf } from './columns-of.ts';
import { placeOfWord } from './place-of-word.ts';
import type { Finding } from './query-lint-message.ts';
import { isQuery, nodesOf, type SelectNode, selectsOf, type TreeNode } from './statement-tree.ts';

/**
 * A name that the SELECT list gives to an expression may stand in ORDER BY only. DuckDB lets it stand in WHERE, GROUP BY
 * and HAVING as well; Athena looks for a column of that name there.
 * Source: Trino documentation, "SELECT", "GROUP BY clause".
 */
export function aliasFindings(tree: unknown, tokens: readonly SqlToken[]): Finding[] {
  return selectsOf(tree).flatMap((select) => {
    const columns = columnsOf(select, tree);
    const renamed = select.select_list.filter(isRenamed).map(({ alias }) => alias?.toLowerCase() ?? '');
    // Where there is a column of the name, both engines take that.
    const given = new Set(renamed.filter((name) => !columns.has(name)));
    return clausesOf(select).flatMap(({ clause, parts }) => {
      const used = [...nodesOf(parts, isQuery)].flatMap(({ column_names: names }) =>
        names?.length === 1 && given.has(names[0]?.toLowerCase() ?? '') ? [names[0] ?? ''] : [],
      );
      return [...new Set(used)].map((name) => ({
        rule: 'alias' as const,
        message: `${clause} uses "${name}", which the SELECT list gives to an expression; Athena takes it for a column. Write the expression there, or select from a WITH`,
        offset: placeOfWord(tokens, name),
      }));
    });
  });
}

/** `lower(x) AS x` renames, and so does `x AS y`; `x AS x` and `a.x` do not. */
function isRenamed({ alias, column_names: names }: TreeNode): boolean {
  return alias !== undefined && alias !== '' && names?.at(-1)?.toLowerCase() !== alias.toLowerCase();
}

function clausesOf(select: SelectNode): { clause: string; parts: unknown }[] {
  return [
    { clause: 'WHERE', parts: select.where_clause },
    { clause: 'GROUP BY', parts: select.group_expressions },
    { clause: 'HAVING', parts: select.having },
  ];
}
