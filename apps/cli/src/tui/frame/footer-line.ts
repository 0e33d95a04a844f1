import { contextOf } from '../keys/context.ts';
import { hintsOf } from '../keys/keys.ts';
import type { View } from '../state/view.ts';
import { type Line, lineWidth, type Span, shortened, span } from '../text/line.ts';

/** The keys that do something now, as many as fit; or what the responder has to know first. */
export function footerLine(view: View, width: number): Line {
  if (view.notice?.tone === 'plain') return shortened([span(view.notice.text, 'strong')], width);
  const hints: Span[] = [];
  for (const { shown, says } of hintsOf(contextOf(view))) {
    const hint = [span(shown, 'strong'), span(` ${says}`, 'dim')];
    const gap = hints.length === 0 ? [] : [span('   ')];
    if (lineWidth([...hints, ...gap, ...hint]) > width) break;
    hints.push(...gap, ...hint);
  }
  return hints;
}
