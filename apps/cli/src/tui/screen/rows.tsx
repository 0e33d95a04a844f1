import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import type { Line } from '../text/line.ts';
import { THEME } from './theme.ts';

export interface RowsProps {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
}

/** A pane of lines. They were wrapped before; a terminal that measures a character otherwise only loses its end. */
export function Rows({ lines, width, height }: RowsProps): ReactNode {
  return (
    <Box flexDirection="column" flexShrink={0} width={width} height={height} overflow="hidden">
      {lines.slice(0, height).map((spans, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place.
        <Text key={row} wrap="truncate-end">
          {spans.length === 0
            ? ' '
            : spans.map(({ text, style }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a span is its place in the row.
                <Text key={at} {...THEME[style]}>
                  {text}
                </Text>
              ))}
        </Text>
      ))}
    </Box>
  );
}
