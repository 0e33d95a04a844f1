import { safeText } from '@firebreak/untrusted';
import type { View } from './view.ts';

/** The screen before anything happened: the briefing, when there is one. */
export function firstView(options: {
  readonly title: string;
  readonly briefing: readonly string[];
  readonly resumeCommand: string;
}): View {
  return {
    title: safeText(options.title),
    briefing: options.briefing.map((text) => safeText(text)),
    resume: safeText(options.resumeCommand),
    mode: undefined,
    at: undefined,
    steps: [],
    feed: [],
    facts: [],
    fresh: 0,
    freshFeed: 0,
    lastCall: undefined,
    containments: new Map(),
    progress: undefined,
    step: undefined,
    prompt: undefined,
    modal: undefined,
    sheet: options.briefing.length > 0 ? 'briefing' : undefined,
    scroll: 0,
    sheetScroll: 0,
    notice: undefined,
    stopping: false,
    deafUntil: 0,
  };
}
