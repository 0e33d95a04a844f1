import type { Finding } from './query-lint-message.ts';
import { nodesOf } from './statement-tree.ts';

/** The rows must come in an order, so that two runs, and two engines, give the same ones. */
export function orderFindings(tree: unknown): Finding[] {
  const [statement] = [...nodesOf(tree)].filter((node) => 'modifiers' in node && 'cte_map' in node);
  const modifiers = (statement?.['modifiers'] ?? []) as { type?: string }[];
  if (statement === undefined || modifiers.some(({ type }) => type === 'ORDER_MODIFIER')) return [];
  return [{ rule: 'order', message: 'The rows have no order. End the statement with ORDER BY', offset: 0 }];
}
