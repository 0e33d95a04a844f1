import { inlineMarkdown } from './inline-markdown.ts';
import { BLANK, type Line, type Style, span } from './line.ts';
import { wrap } from './wrap.ts';

/** What a prompt shows itself and the prose therefore leaves out. */
export interface Omit {
  readonly ticks?: boolean;
  readonly jumps?: boolean;
}

type Block =
  | { readonly kind: 'text'; readonly text: string; readonly style: Style }
  | { readonly kind: 'item'; readonly text: string; readonly bullet: string; readonly depth: number }
  | { readonly kind: 'quote'; readonly text: string; readonly alert: string | undefined }
  | { readonly kind: 'code'; readonly text: string };

const ALERTS: Readonly<Record<string, Style>> = {
  NOTE: 'accent',
  TIP: 'good',
  IMPORTANT: 'accent',
  WARNING: 'warn',
  CAUTION: 'bad',
};

/** Lays a step's prose out in rows. It knows what runbooks use: paragraphs, lists, alerts, fences and the inline marks. */
export function markdown(prose: string, width: number, omit: Omit = {}): readonly Line[] {
  const rows: Line[] = [];
  let before: Block['kind'] | undefined;
  for (const block of blocks(prose, omit)) {
    const close = block.kind === 'item' && before === 'item';
    if (before !== undefined && !close) rows.push(BLANK);
    rows.push(...drawn(block, width));
    before = block.kind;
  }
  return rows;
}

function drawn(block: Block, width: number): readonly Line[] {
  switch (block.kind) {
    case 'text':
      return wrap(inlineMarkdown(block.text, block.style), width);
    case 'item': {
      const indent = '  '.repeat(block.depth);
      const first = [span(`${indent}${block.bullet} `)];
      return wrap(inlineMarkdown(block.text), width, {
        first,
        rest: [span(' '.repeat(`${indent}${block.bullet} `.length))],
      });
    }
    case 'code':
      return block.text
        .split('\n')
        .flatMap((text) => wrap([span(text, 'code')], width, { first: [span('  ')], rest: [span('    ')] }));
    case 'quote': {
      const style = ALERTS[block.alert ?? ''] ?? 'dim';
      const bar = [span('┃ ', style)];
      const head = block.alert === undefined ? [] : [[...bar, span(block.alert, style)]];
      return [...head, ...wrap(inlineMarkdown(block.text), width, { first: bar, rest: bar })];
    }
  }
}

function blocks(prose: string, omit: Omit): readonly Block[] {
  const found: Block[] = [];
  const lines = prose.replaceAll('\t', '    ').split(/\r?\n/);
  let open = false;
  for (let at = 0; at < lines.length; at += 1) {
    const text = lines[at] ?? '';
    const last = found.at(-1);
    const fence = /^\s*(```+|~~~+)\s*(.*)$/.exec(text);
    if (fence !== null) {
      const end = lines.findIndex((other, index) => index > at && other.trim().startsWith(fence[1] ?? '```'));
      const stop = end === -1 ? lines.length : end;
      if (!/^ya?ml step\b/.test(fence[2] ?? '')) {
        found.push({ kind: 'code', text: lines.slice(at + 1, stop).join('\n') });
      }
      at = stop;
      open = false;
    } else if (text.trim() === '') open = false;
    else if (open && last !== undefined && last.kind !== 'code' && continues(last, text)) {
      found[found.length - 1] = joined(last, text);
    } else {
      found.push(block(text));
      open = !/^\s{0,3}#/.test(text);
    }
  }
  return found.filter((block) => !left(block, omit));
}

function block(text: string): Block {
  const item = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/.exec(text);
  if (item !== null) {
    const task = /^\[([ xX])\]\s+(.*)$/.exec(item[3] ?? '');
    const bullet = task === null ? (item[2] ?? '-').replace(/^[-*+]$/, '•') : '☐';
    return {
      kind: 'item',
      text: task?.[2] ?? item[3] ?? '',
      bullet,
      depth: Math.floor((item[1] ?? '').length / 2),
    };
  }
  const quote = /^\s{0,3}>\s?(.*)$/.exec(text);
  if (quote !== null) {
    const alert = /^\[!([A-Z]+)\]\s*$/.exec(quote[1] ?? '');
    return { kind: 'quote', text: alert === null ? (quote[1] ?? '') : '', alert: alert?.[1] };
  }
  const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/.exec(text);
  if (heading !== null) return { kind: 'text', text: heading[1] ?? '', style: 'strong' };
  if (/^\s{0,3}([-*_])(\s*\1){2,}\s*$/.test(text)) return { kind: 'text', text: '────', style: 'dim' };
  return { kind: 'text', text: text.trim(), style: 'plain' };
}

function continues(last: Block, text: string): boolean {
  const next = block(text);
  if (last.kind === 'quote') return next.kind === 'quote' || next.kind === 'text';
  return next.kind === 'text' && next.style === 'plain';
}

function joined<B extends Exclude<Block, { kind: 'code' }>>(last: B, text: string): B {
  const more = last.kind === 'quote' ? text.replace(/^\s{0,3}>\s?/, '') : text.trim();
  return { ...last, text: `${last.text} ${more}`.trim() };
}

function left(block: Block, omit: Omit): boolean {
  if (block.kind !== 'item') return false;
  if (omit.ticks === true && block.bullet === '☐') return true;
  return omit.jumps === true && /\]\(#/.test(block.text);
}
