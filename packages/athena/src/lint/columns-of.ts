import { PARTITION_COLUMNS, TRAIL_COLUMNS } from '../trail-table.ts';
import {
  isQuery,
  nodesOf,
  queriesOfWith,
  type SelectNode,
  selectsOf,
  type TreeNode,
} from './statement-tree.ts';

const TABLE = [...Object.keys(TRAIL_COLUMNS), ...PARTITION_COLUMNS];

/** The names of the columns that a SELECT's FROM brings, in lower case, as far as they can be told from the text. */
export function columnsOf({ from_table: from }: SelectNode, tree: unknown): Set<string> {
  const queries = queriesOfWith(tree);
  const sources = [...nodesOf(from, isQuery)];
  return new Set(
    sources.flatMap((source) => {
      if (source.type === 'SUBQUERY') return outputsOf(source);
      if (source.type !== 'BASE_TABLE') return [];
      const query = queries.get(source.table_name?.toLowerCase() ?? '');
      return query === undefined ? TABLE : outputsOf(query);
    }),
  );
}

/** The first SELECT below a query names its columns. */
function outputsOf(query: unknown): string[] {
  const [first] = selectsOf(query);
  return (first?.select_list ?? []).flatMap(({ alias, column_names: names }: TreeNode) => {
    const name = alias === undefined || alias === '' ? names?.at(-1) : alias;
    return name === undefined ? [] : [name.toLowerCase()];
  });
}
