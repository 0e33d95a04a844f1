import { type Span, type Style, span } from './line.ts';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

const TOKEN =
  /\\(?<escaped>[!-/:-@[-`{-~])|(?<fence>`+)(?<code>.*?[^`])\k<fence>(?!`)|&(?<entity>lt|gt|amp|quot);|\[(?<label>[^\]]*)\]\((?<target>[^)\s]*)\)|(?<strong>\*\*)|(?<emphasis>\*(?=\S)|(?<=\S)\*)/gsu;

/** The part of Markdown that stands inside a line: bold, emphasis, code, links, escapes. */
export function inlineMarkdown(text: string, base: Style = 'plain'): readonly Span[] {
  const spans: Span[] = [];
  let strong = false;
  let done = 0;
  const push = (part: string, style: Style): void => {
    if (part !== '') spans.push(span(part, style));
  };
  for (const match of text.matchAll(TOKEN)) {
    const style = strong ? 'strong' : base;
    push(text.slice(done, match.index), style);
    done = match.index + match[0].length;
    const groups = match.groups ?? {};
    if (groups['escaped'] !== undefined) push(groups['escaped'], style);
    else if (groups['code'] !== undefined) push(codeText(groups['code']), 'code');
    else if (groups['entity'] !== undefined) push(ENTITIES[groups['entity']] ?? '', style);
    else if (groups['label'] !== undefined)
      spans.push(...link(groups['label'], groups['target'] ?? '', style));
    else if (groups['strong'] !== undefined) strong = !strong;
  }
  push(text.slice(done), strong ? 'strong' : base);
  return spans;
}

/** Values are filled in with an escaped pipe, so that they may stand in a table. */
function codeText(code: string): string {
  const text = code.replaceAll('\\|', '|');
  return /^ .*\S.* $/.test(text) ? text.slice(1, -1) : text;
}

/** A link inside the runbook is only its label; of any other one the reader sees where it goes. */
function link(label: string, target: string, style: Style): readonly Span[] {
  const spans = inlineMarkdown(label, style);
  return /^https?:/.test(target) ? [...spans, span(` (${target})`, 'dim')] : spans;
}
