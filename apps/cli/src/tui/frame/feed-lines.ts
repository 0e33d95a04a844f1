import type { FeedItem, Tone } from '../state/view.ts';
import { type Line, padded, type Style, shortened, span } from '../text/line.ts';
import { wrap } from '../text/wrap.ts';

const STYLES: Readonly<Record<Tone, Style>> = { intruder: 'bad', good: 'good', bad: 'bad', plain: 'accent' };
const WORD_WIDTH = 10;

/** The last happenings, each in two rows at most, as many as fit. */
export function feedLines(feed: readonly FeedItem[], width: number, height: number): readonly Line[] {
  let lines: readonly Line[] = [];
  for (const item of feed.filter(({ minor }) => !minor).toReversed()) {
    const rows = shortRows(item, width);
    if (lines.length + rows.length > height) break;
    lines = [...rows, ...lines];
  }
  return lines;
}

function shortRows(item: FeedItem, width: number): readonly Line[] {
  const rows = itemRows(item, width);
  const [first = [], second] = rows;
  if (second === undefined) return [first];
  return [first, rows.length > 2 ? [...shortened(second, width - 2), span(' …', 'dim')] : second];
}

/** All happenings in full. */
export function activityLines(feed: readonly FeedItem[], width: number): readonly Line[] {
  return feed.flatMap((item) => itemRows(item, width));
}

function itemRows({ time, word, tone, text, minor }: FeedItem, width: number): readonly Line[] {
  const first = [span(`${time}  `, 'dim'), ...padded([span(word, STYLES[tone])], WORD_WIDTH)];
  const rest = [span(' '.repeat(time.length + 2 + WORD_WIDTH))];
  return wrap([span(text, minor ? 'dim' : 'plain')], width, { first, rest });
}
