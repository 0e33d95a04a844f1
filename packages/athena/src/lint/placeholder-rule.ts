import type { SqlToken } from '../sql-token.ts';
import type { Finding } from './query-lint-message.ts';
import { nodesOf, type SelectNode, selectsOf, type TreeNode } from './statement-tree.ts';

/**
 * A `?` may stand in WHERE and in JOIN … ON only.
 * Source: Athena User Guide, "Considerations and limitations" of parameterized queries.
 */
export function placeholderFindings(tree: unknown, tokens: readonly SqlToken[]): Finding[] {
  const places = tokens.filter(({ kind, text }) => kind === 'symbol' && text === '?');
  return selectsOf(tree).flatMap((select) =>
    partsWithout(select).flatMap(({ clause, parts }) =>
      [...nodesOf(parts, ({ type }) => type === 'SELECT_NODE')].filter(isPlaceholder).map((node) => ({
        rule: 'placeholder' as const,
        message: `${clause} holds a ?, which Athena takes in WHERE only. Compare with it in the WHERE of an outer SELECT`,
        offset: places[Number(node['identifier']) - 1]?.offset ?? 0,
      })),
    ),
  );
}

function partsWithout(select: SelectNode): { clause: string; parts: unknown }[] {
  return [
    { clause: 'SELECT', parts: select.select_list },
    { clause: 'GROUP BY', parts: select.group_expressions },
    { clause: 'HAVING', parts: select.having },
    { clause: 'ORDER BY or LIMIT', parts: select['modifiers'] },
  ];
}

function isPlaceholder({ class: kind }: TreeNode): boolean {
  return kind === 'PARAMETER';
}
