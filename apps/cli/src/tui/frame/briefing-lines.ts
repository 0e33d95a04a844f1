import { BLANK, type Line, span } from '../text/line.ts';
import { wrap, wrapText } from '../text/wrap.ts';

/** A name and a gap, as in `Account   111111111111`. */
const NAMED = /^\S+ {2,}(?=\S)/;

/** The briefing in rows. Lines that follow each other are one paragraph; a line that begins with a name keeps its row. */
export function briefingLines(briefing: readonly string[], width: number): readonly Line[] {
  return paragraphs(briefing).flatMap((text) => {
    if (text === '') return [BLANK];
    const name = NAMED.exec(text)?.[0];
    if (name === undefined) return wrapText(text, width);
    const rest = [span(' '.repeat(name.length))];
    return wrap([span(text.slice(name.length))], width, { first: [span(name, 'dim')], rest });
  });
}

function paragraphs(lines: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    const apart = last === undefined || last === '' || line === '' || NAMED.test(last) || NAMED.test(line);
    if (apart) found.push(line);
    else found[found.length - 1] = `${last} ${line}`;
  }
  return found;
}
