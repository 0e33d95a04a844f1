import type { SqlToken } from '../sql-token.ts';
import { placeOfWord } from './place-of-word.ts';
import type { Finding } from './query-lint-message.ts';
import { isQuery, nodesOf, queriesOfWith, selectsOf, type TreeNode } from './statement-tree.ts';

const LIMITS = new Set([
  'COMPARE_BETWEEN',
  'COMPARE_EQUAL',
  'COMPARE_IN',
  'COMPARE_GREATERTHAN',
  'COMPARE_GREATERTHANOREQUALTO',
]);

/**
 * Every SELECT that reads a table must limit its `day` partitions from below, with AND. Without that Athena scans, and
 * bills, all logs that there are.
 */
export function partitionFindings(tree: unknown, tokens: readonly SqlToken[]): Finding[] {
  const views = queriesOfWith(tree);
  return selectsOf(tree).flatMap(({ from_table: from, where_clause: where }) => {
    const tables = [...nodesOf(from, isQuery)].flatMap(({ type, table_name: name }) =>
      type === 'BASE_TABLE' && name !== undefined && !views.has(name.toLowerCase()) ? [name] : [],
    );
    if (tables.length === 0 || conditionsOf(where).some(limitsDay)) return [];
    return [...new Set(tables)].map((name) => ({
      rule: 'partition' as const,
      message: `${name} is read without a limit on its partitions. Add "day BETWEEN ? AND ?" to this WHERE`,
      offset: placeOfWord(tokens, name),
    }));
  });
}

/** The conditions that must all hold. */
function conditionsOf(where: TreeNode | null | undefined): TreeNode[] {
  if (where === null || where === undefined) return [];
  if (where.type !== 'CONJUNCTION_AND') return [where];
  return ((where['children'] ?? []) as TreeNode[]).flatMap(conditionsOf);
}

function limitsDay(condition: TreeNode): boolean {
  const children = (condition['children'] ?? []) as TreeNode[];
  if (condition.type === 'CONJUNCTION_OR')
    return children.every((child) => conditionsOf(child).some(limitsDay));
  if (!LIMITS.has(condition.type ?? '')) return false;
  const [first] = children;
  const column = (condition['input'] ?? condition['left'] ?? first) as TreeNode | undefined;
  return column?.column_names?.at(-1)?.toLowerCase() === 'day';
}
