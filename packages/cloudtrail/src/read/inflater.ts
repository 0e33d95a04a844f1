import { createGunzip, type Gunzip } from 'node:zlib';

const LEAST_CHUNK = 4 * 1024;
const MOST_CHUNK = 256 * 1024;

/** Inflates a gzip stream piece by piece, so that it is known which piece broke it. */
export class Inflater {
  readonly #gunzip: Gunzip;
  #inflated: Buffer[] = [];
  #wake = (): void => {};
  /** The error that ended it. */
  error: NodeJS.ErrnoException | undefined;
  #isOver = false;

  /** @param size How long the stream is. */
  constructor(size: number) {
    this.#gunzip = createGunzip({ chunkSize: Math.max(LEAST_CHUNK, Math.min(size * 16, MOST_CHUNK)) });
    this.#gunzip.on('data', (chunk: Buffer) => this.#inflated.push(chunk));
    this.#gunzip.on('error', (error) => {
      this.error = error;
      this.#wake();
    });
    this.#gunzip.on('end', () => {
      this.#isOver = true;
      this.#wake();
    });
  }

  /** Bytes of the stream that were used. Zeros that follow its end are not. */
  get used(): number {
    return this.#gunzip.bytesWritten;
  }

  /** Whether there can be no more. */
  get isOver(): boolean {
    return this.#isOver || this.error !== undefined;
  }

  /** What came out of this piece. */
  async feed(piece: Buffer): Promise<Buffer[]> {
    return this.#after((done) => this.#gunzip.write(piece, () => done()));
  }

  /** What is left when all pieces were fed. A stream that is cut off has an error then. */
  async finish(): Promise<Buffer[]> {
    return this.#after(() => this.#gunzip.end());
  }

  close(): void {
    this.#gunzip.destroy();
  }

  async #after(act: (done: () => void) => void): Promise<Buffer[]> {
    if (!this.isOver)
      await new Promise<void>((done) => {
        this.#wake = done;
        act(done);
      });
    const inflated = this.#inflated;
    this.#inflated = [];
    return inflated;
  }
}
