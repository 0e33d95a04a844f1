import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const ROOT = join(import.meta.dirname, '..', '..');
const BIN = join(ROOT, 'apps', 'cli', 'bin', 'firebreak.js');

export interface ProgramRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** No credentials of the machine reach the program, and no metadata service is asked. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
  return {
    ...Object.fromEntries(own),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    NO_COLOR: '1',
  };
}

export function startProgram(
  args: readonly string[],
  cwd = ROOT,
  env: NodeJS.ProcessEnv = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [BIN, ...args], { cwd, env: { ...environment(), ...env } });
}

/** Runs the built program to its end, with lines on its standard input. */
export async function runProgram(
  args: readonly string[],
  input = '',
  cwd = ROOT,
  env: NodeJS.ProcessEnv = {},
): Promise<ProgramRun> {
  const child = startProgram(args, cwd, env);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => {
    stdout += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString();
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

export type JsonLine = Readonly<Record<string, unknown>> & { readonly type: string };

export interface Playing {
  /** What to answer to a prompt. */
  readonly answer: (prompt: JsonLine) => object;
  /** Called with each line; `kill` ends the program at once, as `kill -9` does. */
  readonly onLine?: (line: JsonLine, kill: () => void) => void;
}

/** Drives the program through its JSON front end. */
export async function playProgram(
  args: readonly string[],
  { answer, onLine }: Playing,
): Promise<{ code: number | null; lines: JsonLine[] }> {
  const child = startProgram([...args, '--json']);
  const lines: JsonLine[] = [];
  child.stdin.on('error', () => undefined);
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as JsonLine;
    lines.push(line);
    onLine?.(line, () => child.kill('SIGKILL'));
    if (line.type === 'prompt') child.stdin.write(`${JSON.stringify(answer(line['prompt'] as JsonLine))}\n`);
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, lines };
}

/** Takes the recommended choice at each prompt. */
export function recommended(prompt: JsonLine): object {
  switch (prompt['kind']) {
    case 'read':
      return { kind: 'continue' };
    case 'ask':
      return { kind: 'text', text: 'alice@example.com, by phone' };
    case 'decide':
      return { kind: 'option', index: prompt['recommended'] };
    case 'approve':
      return { kind: 'approve', hash: (prompt['plan'] as { hash: string }).hash };
    default:
      return { kind: 'stop' };
  }
}
