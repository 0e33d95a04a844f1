import type { Console, ConsoleOptions } from './console.ts';

export type ConsoleKind = 'screens' | 'plain' | 'json' | 'recommended';

export interface ConsoleFlags {
  readonly plain?: boolean;
  readonly json?: boolean;
  readonly recommended?: boolean;
}

/** Screens need a terminal on both sides; whoever asks for plain lines, or has a terminal without a cursor, gets them. */
export function consoleKind(
  { plain, json, recommended }: ConsoleFlags,
  input: NodeJS.ReadStream = process.stdin,
): ConsoleKind {
  if (recommended) return 'recommended';
  if (json) return 'json';
  const { ACCESSIBLE, TERM } = process.env;
  if (plain || ACCESSIBLE || TERM === 'dumb') return 'plain';
  return input.isTTY && process.stdout.isTTY ? 'screens' : 'plain';
}

/** Opens a front end. Each is loaded only when it is used: Ink alone takes longer to load than all the rest. */
export async function openConsole(kind: ConsoleKind, options: ConsoleOptions): Promise<Console> {
  if (kind === 'screens') {
    // Ink's colours are decided while it is loaded, and do not know NO_COLOR.
    if (process.env['NO_COLOR']) process.env['FORCE_COLOR'] = '0';
    const { openTui } = await import('./tui/open-tui.tsx');
    const { input, ...rest } = options;
    return openTui(input === undefined ? rest : { ...rest, stdin: input });
  }
  if (kind === 'json') return (await import('./json/json-console.ts')).openJsonConsole(options);
  const { openPlainConsole } = await import('./plain/plain-console.ts');
  return openPlainConsole(options, kind === 'recommended');
}
