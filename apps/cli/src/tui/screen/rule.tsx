import { Text } from 'ink';
import type { ReactNode } from 'react';

/** A thin line across the screen, with the name of what is under it. */
export function Rule({
  width,
  name = '',
}: {
  readonly width: number;
  readonly name?: 'latest' | '';
}): ReactNode {
  const head = name === '' ? '' : `── ${name} `;
  return <Text dimColor>{head + '─'.repeat(Math.max(0, width - head.length))}</Text>;
}
