import { PassThrough, Writable } from 'node:stream';
import xterm from '@xterm/headless';

/** A terminal in memory: what is written to it can be read as a person would see it. */
export interface Screen {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** All bytes that were written. */
  raw(): string;
  /** The rows as they are seen, without spaces at their ends. */
  text(): string;
  buffer(): 'normal' | 'alternate';
  cursor(): { readonly x: number; readonly y: number };
  type(keys: string): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  /** Waits until the screen shows a text. */
  shows(text: string | RegExp): Promise<void>;
  /** Waits until nothing more is written. */
  settled(): Promise<void>;
}

const QUIET_MS = 60;
const PATIENCE_MS = 5_000;

export function createScreen(columns: number, rows: number): Screen {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 100 });
  const written: string[] = [];
  let lastWrite = performance.now();

  const stdout = Object.assign(
    new Writable({
      decodeStrings: false,
      write(chunk: string | Buffer, _encoding, done) {
        const text = String(chunk);
        written.push(text);
        lastWrite = performance.now();
        // A real terminal's line discipline does this.
        terminal.write(text.replace(/(?<!\r)\n/g, '\r\n'), done);
      },
    }),
    { isTTY: true, columns, rows },
  );
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    isRaw: false,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin,
  });

  async function settled(): Promise<void> {
    await sleep(QUIET_MS);
    while (performance.now() - lastWrite < QUIET_MS) await sleep(QUIET_MS / 3);
  }

  function text(): string {
    const { active } = terminal.buffer;
    const lines = Array.from(
      { length: terminal.rows },
      (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '',
    );
    return `${lines.join('\n').trimEnd()}\n`;
  }

  return {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    raw: () => written.join(''),
    text,
    buffer: () => terminal.buffer.active.type,
    cursor: () => ({ x: terminal.buffer.active.cursorX, y: terminal.buffer.active.cursorY }),
    async type(keys) {
      lastWrite = performance.now();
      stdin.write(keys);
      await settled();
    },
    async resize(nextColumns, nextRows) {
      terminal.resize(nextColumns, nextRows);
      Object.assign(stdout, { columns: nextColumns, rows: nextRows });
      stdout.emit('resize');
      await settled();
    },
    async shows(wanted) {
      const end = performance.now() + PATIENCE_MS;
      const seen = (): boolean =>
        typeof wanted === 'string' ? text().includes(wanted) : wanted.test(text());
      while (!seen()) {
        if (performance.now() > end)
          throw new Error(`Cannot find ${String(wanted)} on the screen:\n${text()}`);
        await sleep(10);
      }
    },
    settled,
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
