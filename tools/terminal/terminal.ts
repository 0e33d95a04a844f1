import { setTimeout as wait } from 'node:timers/promises';
import { spawn } from '@lydell/node-pty';
import xterm, { type IBuffer } from '@xterm/headless';

/** A program that runs in a terminal which nobody sees. */
export interface Terminal {
  readonly columns: number;
  readonly rows: number;
  /** Waits until nothing more is drawn, and returns what the screen shows. */
  settled(): Promise<string>;
  /** Presses one key, and leaves the program time to take it for one. */
  type(key: string): Promise<void>;
  screen(): IBuffer;
  /** Ends the program and waits until it is gone. */
  close(): Promise<void>;
}

export interface TerminalOptions {
  readonly columns: number;
  readonly rows: number;
  readonly folder: string;
}

const PATIENCE_MS = 15_000;
/** Longer than the program, when it asks something new, is deaf to keys that were typed ahead. */
const QUIET_MS = 500;
const KEY_MS = 100;

/** Starts a program of Node.js in a pseudo-terminal with colours. */
export function openTerminal(args: readonly string[], { columns, rows, folder }: TerminalOptions): Terminal {
  const { CI: _ci, NO_COLOR: _noColor, ACCESSIBLE: _accessible, ...environment } = process.env;
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const program = spawn(process.execPath, [...args], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: folder,
    env: { ...environment, TERM: 'xterm-256color', FORCE_COLOR: '1' },
  });
  let lastWrite = performance.now();
  program.onData((data) => {
    lastWrite = performance.now();
    screen.write(data);
  });
  const ended = new Promise((resolve) => program.onExit(resolve));
  return {
    columns,
    rows,
    async type(key) {
      program.write(key);
      await wait(KEY_MS);
    },
    screen: () => screen.buffer.active,
    async close() {
      program.kill();
      await ended;
    },
    async settled() {
      const end = performance.now() + PATIENCE_MS;
      let text = '';
      while (text === '' || performance.now() - lastWrite < QUIET_MS) {
        if (performance.now() > end) throw new Error(`Cannot wait longer for the screen to settle:\n${text}`);
        await wait(20);
        text = textOf(screen.buffer.active, rows).trim();
      }
      return text;
    },
  };
}

function textOf(buffer: IBuffer, rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, row) => buffer.getLine(buffer.baseY + row)?.translateToString(true) ?? '',
  );
  return lines.join('\n');
}
