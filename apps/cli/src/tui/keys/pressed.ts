import type { Answer } from '@firebreak/runbook';
import type { View } from '../state/view.ts';

/** What a key did: to the screen, and beyond it. */
export interface Pressed {
  readonly view: View;
  readonly answer?: Answer;
  /** Text for the clipboard. */
  readonly copy?: string;
}

/** How far the pane that a key scrolls can go. */
export interface Reach {
  readonly page: number;
  readonly max: number;
}
