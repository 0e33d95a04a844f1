import type { FeedItem, Tone } from '../state/view.ts';
import { type Line, padded, type Style, shortened, span } from '../text/line.ts';
import { wrap } from '../text/wrap.ts';

const STYLES: Readonly<Record<Tone, Style>> = { intruder: 'bad', good: 'good', bad: 'bad', plain: 'accent' };
const WORD_WIDTH = 10;
/** From this height on, a happening may take two rows. */
const ROOMY = 6;

/** The last happenings, as many as fit. What a row cuts off stands in the activity. */
export function feedLines(feed: readonly FeedItem[], width: number, height: number): readonly Line[] {
  let lines: readonly Line[] = [];
  for (const item of feed.filter(({ minor }) => !minor).toReversed()) {
    const rows = height < ROOMY ? [oneRow(item, width)] : twoRows(item, width);
    if (lines.length + rows.length > height) break;
    lines = [...rows, ...lines];
  }
  return lines;
}

function oneRow(item: FeedItem, width: number): Line {
  return shortened([...headOf(item), span(item.text)], width);
}

function twoRows(item: FeedItem, width: number): readonly Line[] {
  const [first = [], second, third] = itemRows(item, width);
  if (second === undefined) return [first];
  return [first, third === undefined ? second : goingOn(second, width)];
}

/** A row with `…` at its end, which the row alone would have room for. */
function goingOn(row: Line, width: number): Line {
  return shortened([...row, span(' '.repeat(width))], width);
}

/** All happenings in full. */
export function activityLines(feed: readonly FeedItem[], width: number): readonly Line[] {
  return feed.flatMap((item) => itemRows(item, width));
}

function itemRows(item: FeedItem, width: number): readonly Line[] {
  const rest = [span(' '.repeat(item.time.length + 2 + WORD_WIDTH))];
  return wrap([span(item.text, item.minor ? 'dim' : 'plain')], width, { first: headOf(item), rest });
}

function headOf({ time, word, tone }: FeedItem): Line {
  return [span(`${time}  `, 'dim'), ...padded([span(word, STYLES[tone])], WORD_WIDTH)];
}
