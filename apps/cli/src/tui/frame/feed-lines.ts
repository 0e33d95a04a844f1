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
    const rows = height < ROOMY ? [oneRow(item, width)] : atMostTwo(itemRows(item, width), width);
    if (lines.length + rows.length > height) break;
    lines = [...rows, ...lines];
  }
  return lines;
}

/** What came of a change: whether it holds, and what an intruder can still do. Nothing when nothing was read back. */
export function outcomeLines(feed: readonly FeedItem[], width: number): readonly Line[] {
  const news = feed.filter(({ tone }) => tone !== 'plain');
  if (!news.some(({ tone }) => tone !== 'intruder')) return [];
  return news.flatMap(({ word, tone, text }) => {
    const margins = { first: [span(`${word} `, STYLES[tone])], rest: [span('  ')] };
    return atMostTwo(wrap([span(text)], width, margins), width);
  });
}

/** All happenings in full. */
export function activityLines(feed: readonly FeedItem[], width: number): readonly Line[] {
  return feed.flatMap((item) => itemRows(item, width));
}

function oneRow(item: FeedItem, width: number): Line {
  return shortened([...headOf(item), span(item.text)], width);
}

function itemRows(item: FeedItem, width: number): readonly Line[] {
  const rest = [span(' '.repeat(item.time.length + 2 + WORD_WIDTH))];
  return wrap([span(item.text, item.minor ? 'dim' : 'plain')], width, { first: headOf(item), rest });
}

function headOf({ time, word, tone }: FeedItem): Line {
  return [span(`${time}  `, 'dim'), ...padded([span(word, STYLES[tone])], WORD_WIDTH)];
}

function atMostTwo([first = [], second, third]: readonly Line[], width: number): readonly Line[] {
  if (second === undefined) return [first];
  if (third === undefined) return [first, second];
  const row = shortened(second, width - 2);
  return [first, row === second ? [...second, span('…', 'dim')] : row];
}
