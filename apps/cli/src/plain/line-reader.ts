import { createInterface, type Interface } from 'node:readline';

/** Lines of standard input or of a terminal, one at a time; lines that come early are kept. */
export class LineReader {
  readonly #lines: string[] = [];
  readonly #waiting: ((line: string | undefined) => void)[] = [];
  readonly #input: NodeJS.ReadStream;
  readonly #interface: Interface;
  #ended = false;

  constructor(input: NodeJS.ReadStream = process.stdin) {
    this.#input = input;
    // What was read to its end before says so to nobody again.
    this.#ended = input.readableEnded;
    this.#interface = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
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
    this.#input.pause();
  }
}
