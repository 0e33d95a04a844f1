import { plainWidth, wrapped, wrappedMarkdown } from './wrapped.ts';

/**
 * A step's prose for lines: paragraphs are wrapped anew, an alert such as `> [!CAUTION]` begins with its word, and
 * tables and code stand as they are.
 */
export function proseLines(prose: string, width = plainWidth()): string[] {
  const lines: string[] = [];
  let open: { text: string; first: string } | undefined;
  let fence: string | undefined;
  const end = () => {
    if (open !== undefined) lines.push(...wrappedMarkdown(open.text, open.first, width));
    open = undefined;
  };
  for (const line of prose.replaceAll('\t', '    ').split(/\r?\n/)) {
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1];
    if (fence !== undefined || mark !== undefined || /^\s*\|/.test(line)) {
      end();
      if (mark === undefined) lines.push(...wrapped(line, '', Number.POSITIVE_INFINITY));
      else fence = fence === undefined ? mark : undefined;
      continue;
    }
    const { text, first, begins } = readLine(line);
    if (text === '' && !begins) {
      end();
      lines.push('');
    } else if (open !== undefined && !begins) open = { ...open, text: `${open.text} ${text}`.trim() };
    else {
      end();
      open = { text, first };
    }
  }
  end();
  return lines;
}

/** What a line says, what stands in front of it, and whether it begins something new. */
function readLine(line: string): { text: string; first: string; begins: boolean } {
  const alert = /^\s{0,3}>\s?\[!([A-Z]+)\]\s*$/.exec(line);
  if (alert !== null) return { text: '', first: `${alert[1]}: `, begins: true };
  const item = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/.exec(line);
  if (item !== null) {
    const [, indent = '', bullet = '-', text = ''] = item;
    return { text, first: `${indent}${bullet} `, begins: true };
  }
  const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/.exec(line);
  if (heading !== null) return { text: heading[1] ?? '', first: '', begins: true };
  return { text: line.replace(/^\s{0,3}>\s?/, '').trim(), first: '', begins: false };
}
