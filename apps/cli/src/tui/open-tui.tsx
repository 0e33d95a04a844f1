import type { JournalEntry } from '@firebreak/incident';
import type { FrontEnd } from '@firebreak/runbook';
import { safeText } from '@firebreak/untrusted';
import { render } from 'ink';
import { App } from './screen/app.tsx';
import { createSession } from './session.ts';
import { firstView } from './state/first-view.ts';
import type { Tone } from './state/view.ts';

export interface TuiOptions {
  readonly title: string;
  /** The story of a drill or the finding, in plain lines; shown first and again with `b`. */
  readonly briefing: readonly string[];
  /** The command that takes the incident up again. */
  readonly resumeCommand: string;
  readonly stdin?: NodeJS.ReadStream;
  readonly stdout?: NodeJS.WriteStream;
}

export interface Tui {
  readonly frontEnd: FrontEnd;
  /** Aborted when the responder leaves with Ctrl+C. */
  readonly signal: AbortSignal;
  /** Takes in what an incident that is resumed has behind it. */
  recall(entries: readonly JournalEntry[]): void;
  /** A line in the activity, such as a move of a drill's intruder. */
  note(line: string, tone: Tone): void;
  /** Gives the terminal back and prints the summary where the shell is. */
  close(summary: readonly string[]): Promise<void>;
}

/**
 * Opens the screens. The caller has made sure that both streams are terminals, and has set `FORCE_COLOR` before this
 * module is loaded: Ink decides on colours when it is imported.
 */
export function openTui({ stdin = process.stdin, stdout = process.stdout, ...options }: TuiOptions): Tui {
  const session = createSession(firstView(options), (text) => stdout.write(clipboardSequence(text)));
  // Ink does so after its first frame; a key pressed before would be echoed into the frame and move it.
  stdin.setRawMode(true);
  const instance = render(<App session={session} />, {
    stdin,
    stdout,
    exitOnCtrlC: false,
    alternateScreen: true,
    incrementalRendering: true,
    // Ink takes a terminal with the variable CI for none; the caller has looked at the terminal itself.
    interactive: true,
    // Nobody here writes to the console, and a test runner's console cannot be patched.
    patchConsole: false,
  });
  const exited = instance.waitUntilExit().then(
    () => session.end(),
    (cause: unknown) => session.end(cause),
  );
  return {
    frontEnd: session.frontEnd,
    signal: session.signal,
    recall(entries) {
      for (const happening of entries) session.happen({ type: 'told', happening });
      // What was told before is no answer to the next question.
      session.happen({ type: 'answered' });
    },
    note: (line, tone) => session.happen({ type: 'noted', line, tone }),
    async close(summary) {
      instance.unmount();
      await exited;
      const text = summary.map((line) => `${safeText(line)}\n`).join('');
      if (text !== '') await new Promise<void>((resolve) => stdout.write(text, () => resolve()));
    },
  };
}

/** OSC 52, which asks the terminal to put a text into the clipboard, over SSH too. */
function clipboardSequence(text: string): string {
  return `\u{1B}]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u{7}`;
}
