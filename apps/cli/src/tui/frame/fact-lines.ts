import type { FactView, HopView } from '../state/fact-view.ts';
import { cellWidth } from '../text/cell-width.ts';
import { BLANK, type Line, line, padded, span } from '../text/line.ts';
import { wrapText } from '../text/wrap.ts';

/** A finding of the investigation in rows. */
export function factLines(fact: FactView, width: number): readonly Line[] {
  const body = fact.kind === 'table' ? tableLines(fact, width) : lineageLines(fact, width);
  return [...wrapText(fact.title, width, 'strong'), ...body];
}

/** The last finding first: it is the one that the step is about. */
export function findings(facts: readonly FactView[], width: number): readonly Line[] {
  return facts.toReversed().flatMap((fact, at) => [...(at === 0 ? [] : [BLANK]), ...factLines(fact, width)]);
}

function tableLines(table: Extract<FactView, { kind: 'table' }>, width: number): readonly Line[] {
  if (table.rows.length === 0) return wrapText(table.empty, width, 'dim');
  const widths = table.columns.map((name, column) =>
    Math.max(cellWidth(name), ...table.rows.map((row) => cellWidth(row[column] ?? ''))),
  );
  const wide = widths.reduce((sum, each) => sum + each + 2, -2);
  const more = table.more === 0 ? [] : [line(`… ${table.more} more rows in the evidence`, 'dim')];
  return [...(wide <= width ? grid(table, widths) : records(table, width)), ...more];
}

function grid(
  { columns, rows }: Extract<FactView, { kind: 'table' }>,
  widths: readonly number[],
): readonly Line[] {
  const drawn = (cells: readonly string[], style: 'dim' | 'plain'): Line =>
    cells.flatMap((cell, at) =>
      padded([span(cell, style)], (widths[at] ?? 0) + (at < cells.length - 1 ? 2 : 0)),
    );
  return [drawn(columns, 'dim'), ...rows.map((row) => drawn(row, 'plain'))];
}

/** A table that is wider than the screen: one row under the other, each value with its name. */
function records({ columns, rows }: Extract<FactView, { kind: 'table' }>, width: number): readonly Line[] {
  const longest = Math.min(24, Math.max(0, ...columns.map(cellWidth)));
  return rows.flatMap((row, at) => [
    ...(at === 0 ? [] : [BLANK]),
    ...row.flatMap((cell, column) =>
      wrapText(cell, width, 'plain', {
        first: padded([span(columns[column] ?? '', 'dim')], longest + 2),
        rest: padded([], longest + 2),
      }),
    ),
  ]);
}

function lineageLines(fact: Extract<FactView, { kind: 'lineage' }>, width: number): readonly Line[] {
  const sessions = fact.sessions.flatMap((hop) => hopLines(hop, 0, width));
  return [
    ...wrapText(`of ${fact.key}`, width, 'dim'),
    ...wrapText(fact.root, width, 'plain', { first: [span('● ', 'accent')], rest: [span('  ')] }),
    ...fact.hops.flatMap((hop, depth) => hopLines(hop, depth, width)),
    ...fact.gaps.flatMap((gap) =>
      wrapText(gap, width, 'warn', { first: [span('! gap: ', 'warn')], rest: [span('       ')] }),
    ),
    ...(sessions.length === 0 ? [] : [line('Sessions made with it', 'accent'), ...sessions]),
  ];
}

function hopLines({ key, how }: HopView, depth: number, width: number): readonly Line[] {
  const indent = ' '.repeat(Math.min(depth * 3, Math.floor(width / 3)));
  return [
    ...wrapText(key, width, 'strong', { first: [span(`${indent}└─ `, 'dim')], rest: [span(`${indent}   `)] }),
    ...wrapText(how, width, 'dim', { first: [span(`${indent}   `)], rest: [span(`${indent}   `)] }),
  ];
}
