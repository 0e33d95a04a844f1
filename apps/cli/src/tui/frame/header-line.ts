import type { View } from '../state/view.ts';
import { apart, type Line, type Style, span } from '../text/line.ts';

const MODES: Readonly<Record<NonNullable<View['mode']>, { word: string; style: Style }>> = {
  drill: { word: 'DRILL', style: 'accent' },
  'by-hand': { word: 'BY HAND', style: 'warn' },
  aws: { word: 'AWS', style: 'bad' },
};

export function headerLine({ title, mode, at }: View, width: number): Line {
  const left = [span('firebreak', 'strong'), span(' · ', 'dim'), span(title)];
  const look = mode === undefined ? undefined : MODES[mode];
  const time = width < 60 ? at?.slice(11) : at;
  const right = [
    ...(look === undefined ? [] : [span(look.word, look.style)]),
    ...(time === undefined ? [] : [span(`  ${time}`, 'dim')]),
  ];
  return apart(left, right, width);
}
