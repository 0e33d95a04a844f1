/** A node of the tree that DuckDB's `json_serialize_sql` gives. Only the parts that rules look at are named. */
export interface TreeNode {
  readonly type?: string;
  readonly class?: string;
  readonly alias?: string;
  readonly column_names?: readonly string[];
  readonly function_name?: string;
  readonly table_name?: string;
  readonly [part: string]: unknown;
}

/** One SELECT with its parts. */
export interface SelectNode extends TreeNode {
  readonly select_list: readonly TreeNode[];
  readonly from_table?: TreeNode | null;
  readonly where_clause?: TreeNode | null;
  readonly group_expressions?: readonly TreeNode[];
  readonly having?: TreeNode | null;
  readonly qualify?: TreeNode | null;
}

/** Every node below a value, itself first, except below those that `isClosed` says. */
export function* nodesOf(
  value: unknown,
  isClosed: (node: TreeNode) => boolean = () => false,
): Generator<TreeNode> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesOf(item, isClosed);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as TreeNode;
  yield node;
  if (isClosed(node)) return;
  for (const part of Object.values(node)) yield* nodesOf(part, isClosed);
}

/** Every SELECT of a statement, those in WITH and in subqueries too. */
export function selectsOf(tree: unknown): SelectNode[] {
  return [...nodesOf(tree)].filter((node): node is SelectNode => node.type === 'SELECT_NODE');
}

/** The queries of WITH by their names, in lower case. Columns named after the query's name count as its own. */
export function queriesOfWith(tree: unknown): Map<string, unknown> {
  const maps = [...nodesOf(tree)].flatMap((node) => {
    const { map } = (node['cte_map'] ?? {}) as { map?: readonly { key: string; value: unknown }[] };
    return map ?? [];
  });
  return new Map(maps.map(({ key, value }) => [key.toLowerCase(), value]));
}

/** Whether a node begins a query of its own inside another one. */
export function isQuery({ type }: TreeNode): boolean {
  return type === 'SELECT_NODE' || type === 'SUBQUERY';
}
