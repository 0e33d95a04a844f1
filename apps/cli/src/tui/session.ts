import type { Answer, FrontEnd, Prompt } from '@firebreak/runbook';
import { safeText } from '@firebreak/untrusted';
import type { Key as InkKey } from 'ink';
import { frame } from './frame/frame.ts';
import type { Size } from './frame/places.ts';
import { contextOf } from './keys/context.ts';
import { paste } from './keys/paste.ts';
import { press } from './keys/press.ts';
import { type Key, readKeys } from './keys/read-keys.ts';
import { type Happening, reduce } from './state/reduce.ts';
import { createStore, type Store } from './state/store.ts';
import type { View } from './state/view.ts';

/** Within this time a second Ctrl+C means it. */
const TWICE_MS = 2000;

export interface Session {
  readonly store: Store<View>;
  readonly frontEnd: FrontEnd;
  readonly signal: AbortSignal;
  happen(happening: Happening): void;
  input(input: string, key: InkKey, size: Size): void;
  paste(text: string): void;
  /** The screen is gone: what waits for an answer gets none. Without a cause it was closed on purpose. */
  end(cause?: unknown): void;
}

interface Pending {
  readonly prompt: Prompt;
  settle(answer: Answer): void;
  reject(cause: unknown): void;
}

/** The part of the screen that is not drawn: the open prompt, its answer, and the way out. */
export function createSession(
  first: View,
  copy: (text: string) => void,
  now: () => number = Date.now,
): Session {
  const store = createStore(first);
  const abort = new AbortController();
  let pending: Pending | undefined;
  let ended: { readonly cause: unknown } | undefined;
  let interruptedAt = Number.NEGATIVE_INFINITY;

  const happen = (happening: Happening): void => store.set(reduce(store.get(), happening));

  function ask(prompt: Prompt, signal: AbortSignal): Promise<Answer> {
    if (ended?.cause !== undefined) return Promise.reject(ended.cause);
    if (ended !== undefined || signal.aborted || abort.signal.aborted || store.get().stopping)
      return Promise.resolve({ kind: 'stop' });
    return new Promise((resolve, reject) => {
      const done = (): void => {
        signal.removeEventListener('abort', stop);
        pending = undefined;
        happen({ type: 'answered' });
      };
      const settle = (answer: Answer): void => {
        done();
        resolve(answer);
      };
      const stop = (): void => settle({ kind: 'stop' });
      signal.addEventListener('abort', stop);
      pending = {
        prompt,
        settle,
        reject(cause) {
          done();
          reject(cause);
        },
      };
      happen({ type: 'prompted', prompt, now: now() });
    });
  }

  function interrupt(): void {
    if (now() - interruptedAt <= TWICE_MS) {
      pending?.settle({ kind: 'stop' });
      store.set({ ...store.get(), stopping: true });
      abort.abort();
      return;
    }
    interruptedAt = now();
    const view = store.get();
    const text = safeText(`Ctrl+C again to leave. Resume with: ${view.resume}`);
    store.set({ ...view, notice: { text, tone: 'plain' } });
  }

  function pressed(key: Key, size: Size): void {
    if (key.name === 'ctrl+c') {
      interrupt();
      return;
    }
    const view = store.get();
    const done = press(view, key, { prompt: pending?.prompt, reach: frame(view, size).reach, now: now() });
    store.set(done.view);
    if (done.copy !== undefined) copy(done.copy);
    if (done.answer !== undefined) pending?.settle(done.answer);
  }

  return {
    store,
    frontEnd: { ask, tell: (happening) => happen({ type: 'told', happening }) },
    signal: abort.signal,
    happen,
    input(input, key, size) {
      const keys = readKeys(input, key);
      const context = contextOf(store.get());
      // A terminal without bracketed paste hands a paste over as keys, thousands of them.
      if (keys.length > 1 && (context === 'paste' || context === 'paste-empty')) {
        store.set(paste(store.get(), input));
      } else for (const each of keys) pressed(each, size);
    },
    paste: (text) => store.set(paste(store.get(), text)),
    end(cause) {
      ended = { cause };
      if (cause === undefined) pending?.settle({ kind: 'stop' });
      else pending?.reject(cause);
    },
  };
}
