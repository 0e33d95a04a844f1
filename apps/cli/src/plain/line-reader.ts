import { createInterface } from 'node:readline';

/** Lines of standard input, one at a time; lines that come early are kept. */
export class LineReader {
  readonly #lines: string[] = [];
  readonly #waiting: ((line: string | undefined) => void)[] = [];
  readonly #interface = createInterface({
    input: process.stdin,
    terminal: false,
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  #ended = false;

  constructor() {
    this.#interface.on('line', (line) => {
      const waiting = this.#waiting.shift();
      if (waiting === undefined) this.#lines.push(line);
      else waiting(line);
    });
    this.#interface.on('close', () => {
      this.#ended = true;
      for (const waiting of this.#waiting.splice(0)) waiting(undefined);
    });
  }

  /** The next line, or nothing when there are no more or the signal is aborted. */
  async next(signal: AbortSignal): Promise<string | undefined> {
    const line = this.#lines.shift();
    if (line !== undefined || this.#ended || signal.aborted) return line;
    return new Promise((resolve) => {
      const leave = () => resolve(undefined);
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting.push((next) => {
        signal.removeEventListener('abort', leave);
        resolve(next);
      });
    });
  }

  close(): void {
    this.#interface.close();
    process.stdin.pause();
  }
}
