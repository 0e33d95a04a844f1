import { useCursor, useInput, usePaste, useWindowSize } from 'ink';
import { type ReactNode, useSyncExternalStore } from 'react';
import { frame } from '../frame/frame.ts';
import type { Session } from '../session.ts';
import { Layout } from './layout.tsx';

/** The root: the one place that reads keys, and the one that reads the state. */
export function App({ session }: { readonly session: Session }): ReactNode {
  const { store, input, paste } = session;
  const view = useSyncExternalStore(store.subscribe, store.get);
  const size = useWindowSize();
  const { setCursorPosition } = useCursor();
  useInput((text, key) => input(text, key, size));
  usePaste(paste);
  const drawn = frame(view, size);
  setCursorPosition(drawn.cursor);
  return <Layout frame={drawn} />;
}
