import type { View } from '../state/view.ts';
import { EMPTY_FIELD } from '../text/text-field.ts';

/** Opens the question for the reason of a skip. */
export function withReason(view: View): View {
  return { ...view, modal: { kind: 'reason', field: EMPTY_FIELD } };
}
