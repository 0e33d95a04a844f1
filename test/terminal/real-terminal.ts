import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = fileURLToPath(new URL('../../apps/cli/bin/firebreak.js', import.meta.url));
const PATIENCE_MS = 8_000;
const QUIET_MS = 80;

/** The built program in a pseudo-terminal, and what a person sees of it. */
export interface RealTerminal extends Disposable {
  /** The rows as they are seen, without spaces at their ends. */
  text(): string;
  /** Every byte that was written, as text. */
  raw(): string;
  buffer(): 'normal' | 'alternate';
  /** Sends keys in one piece. */
  type(keys: string): void;
  resize(columns: number, rows: number): void;
  /** Waits until the screen shows a text. */
  shows(wanted: string | RegExp): Promise<void>;
  /** Waits until nothing more is written. */
  settled(): Promise<void>;
  /** Waits for the end; what the program left behind in the terminal is then in the text. */
  exitCode(): Promise<number>;
}

/** Starts firebreak. When it has ended, `stty` says how it left the terminal. */
export function startFirebreak(args: readonly string[], columns: number, rows: number): RealTerminal {
  const { CI: _ci, NO_COLOR: _plain, FORCE_COLOR: _colour, ...env } = process.env;
  const script = '"$@"; code=$?; stty -a; exit "$code"';
  const pty = spawn('/bin/sh', ['-c', script, 'sh', process.execPath, PROGRAM, ...args], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: ROOT,
    env: { ...env, TERM: 'xterm-256color' },
  });
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 200 });
  const written: string[] = [];
  let lastWrite = performance.now();
  pty.onData((data) => {
    written.push(data);
    lastWrite = performance.now();
    screen.write(data);
  });
  let ended = false;
  const exit = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode }) => {
      ended = true;
      screen.write('', () => resolve(exitCode));
    });
  });

  function text(): string {
    const { active } = screen.buffer;
    const lines = Array.from(
      { length: screen.rows },
      (_, row) => active.getLine(active.baseY + row)?.translateToString(true) ?? '',
    );
    return `${lines.join('\n').trimEnd()}\n`;
  }

  async function until(seen: () => boolean, what: string): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!seen()) {
      if (performance.now() > end) throw new Error(`Cannot see ${what} on the screen:\n${text()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  return {
    text,
    raw: () => written.join(''),
    buffer: () => screen.buffer.active.type,
    type(keys) {
      lastWrite = performance.now();
      pty.write(keys);
    },
    resize(nextColumns, nextRows) {
      lastWrite = performance.now();
      screen.resize(nextColumns, nextRows);
      pty.resize(nextColumns, nextRows);
    },
    shows: (wanted) =>
      until(
        () => (typeof wanted === 'string' ? text().includes(wanted) : wanted.test(text())),
        String(wanted),
      ),
    settled: () => until(() => performance.now() - lastWrite > QUIET_MS, 'an end of the changes'),
    async exitCode() {
      await until(() => ended, 'the end of the program');
      return exit;
    },
    [Symbol.dispose]() {
      if (!ended) pty.kill('SIGKILL');
    },
  };
}
