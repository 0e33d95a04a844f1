import type { TextProps } from 'ink';
import type { Style } from '../text/line.ts';

type Look = Pick<TextProps, 'color' | 'bold' | 'dimColor' | 'inverse'>;

/** Only the sixteen colours that every terminal has and every user has chosen. */
export const THEME: Readonly<Record<Style, Look>> = {
  plain: {},
  strong: { bold: true },
  dim: { dimColor: true },
  code: { color: 'cyan' },
  good: { color: 'green' },
  bad: { color: 'red' },
  warn: { color: 'yellow' },
  accent: { color: 'cyan' },
  chosen: { bold: true, inverse: true },
};
