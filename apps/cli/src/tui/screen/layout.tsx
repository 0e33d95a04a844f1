import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Frame } from '../frame/frame.ts';
import { Bar } from './bar.tsx';
import { Rows } from './rows.tsx';
import { Rule } from './rule.tsx';

/** Puts the parts of a frame in their places. */
export function Layout({ frame }: { readonly frame: Frame }): ReactNode {
  const { places, header, warning, steps, body, aside, feed, footer } = frame;
  const { inner, height } = places;
  return (
    <Box flexDirection="column" width={places.columns} height={places.rows} paddingX={1} overflow="hidden">
      <Rows lines={[header]} width={inner} height={1} />
      <Rule width={inner} />
      {warning !== undefined && <Rows lines={[warning]} width={inner} height={1} />}
      <Box height={height} flexShrink={0}>
        {places.steps > 0 && <Rows lines={steps} width={places.steps} height={height} />}
        {places.steps > 0 && <Bar height={height} />}
        <Rows lines={body} width={places.body} height={height} />
        {places.aside > 0 && <Bar height={height} />}
        {places.aside > 0 && <Rows lines={aside} width={places.aside} height={height} />}
      </Box>
      {places.feed > 0 && <Rule width={inner} name="latest" />}
      {places.feed > 0 && <Rows lines={feed} width={inner} height={places.feed} />}
      <Rule width={inner} />
      <Rows lines={[footer]} width={inner} height={1} />
    </Box>
  );
}
