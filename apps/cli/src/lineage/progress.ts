import { safeText } from '@firebreak/untrusted';

/** One line on standard error that is drawn over itself and leaves nothing behind. Nothing where no terminal is. */
export interface Progress {
  show(what: string): void;
  clear(): void;
}

/** Faster than anybody reads. */
const EVERY_MS = 50;

export function progressOnTerminal(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} };
  let isShown = false;
  let last = 0;
  return {
    show(what) {
      if (Date.now() - last < EVERY_MS) return;
      last = Date.now();
      isShown = true;
      stream.write(`\r\u001b[K${safeText(what).slice(0, Math.max(0, (stream.columns || 80) - 1))}`);
    },
    clear() {
      if (isShown) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}
