import { Box, Text } from 'ink';
import type { ReactNode } from 'react';

/** The line between two columns. */
export function Bar({ height }: { readonly height: number }): ReactNode {
  return (
    <Box width={3} flexShrink={0} height={height} overflow="hidden">
      <Text dimColor>{Array.from({ length: height }, () => ' │ ').join('\n')}</Text>
    </Box>
  );
}
