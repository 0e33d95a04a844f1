import { access, constants, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesText } from '../query/byte-count.ts';
import { missing, ok, type PlannedCheck, skipped, warning } from './check.ts';

/** The oldest Node.js that strips types, which the README promises. */
const OLDEST_NODE = [22, 18] as const;
/** Screens are laid out for at least this; plain lines are used for less. */
const SCREEN = { columns: 80, rows: 24 } as const;
/** Logs that are converted for queries lie in the temporary folder. */
const ROOMY_BYTES = 2 * 2 ** 30;
const TIGHT_BYTES = 200 * 2 ** 20;

/** What of this machine an incident needs. */
export function machineChecks(): PlannedCheck[] {
  return [
    { name: 'Node.js', run: nodeVersion },
    { name: 'terminal', run: terminal },
    { name: 'characters', run: characters },
    {
      name: 'temporary folder',
      run: () => writable(tmpdir(), 'Set TMPDIR to a folder on a disk with room.'),
    },
    {
      name: 'this folder',
      run: () => writable(process.cwd(), 'Begin incidents in a folder that you may write to, or give --dir.'),
    },
  ];
}

async function nodeVersion() {
  const { node } = process.versions;
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const [least, leastMinor] = OLDEST_NODE;
  if (major > least || (major === least && minor >= leastMinor)) return ok(`version ${node}`);
  return missing(`version ${node} is too old`, `Use Node.js ${least}.${leastMinor} or newer.`);
}

async function terminal() {
  const { isTTY, columns = 0, rows = 0 } = process.stdout;
  if (!isTTY) return skipped('there is none here; a run needs --plain or --json');
  if (columns >= SCREEN.columns && rows >= SCREEN.rows) return ok(`${columns} columns, ${rows} rows`);
  return warning(
    `${columns} columns and ${rows} rows are few`,
    `Make it ${SCREEN.columns} by ${SCREEN.rows} or larger, or use --plain.`,
  );
}

async function characters() {
  const locale = process.env['LC_ALL'] || process.env['LC_CTYPE'] || process.env['LANG'] || '';
  if (process.platform === 'win32' || /utf-?8/i.test(locale)) return ok('Unicode');
  return warning(
    `the locale ${locale === '' ? 'is not set' : `is "${locale}"`}, so frames and marks may look broken`,
    'Set LANG to one with UTF-8, such as C.UTF-8.',
  );
}

async function writable(folder: string, remedy: string) {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    const own = await mkdtemp(join(folder, '.firebreak-doctor-'));
    await writeFile(join(own, 'file'), 'x').finally(() => rm(own, { recursive: true, force: true }));
  } catch (error) {
    return missing(`${folder} cannot be written to (${(error as NodeJS.ErrnoException).code})`, remedy);
  }
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const says = `${folder}, ${bytesText(free)} free`;
  if (free < TIGHT_BYTES) return missing(says, remedy);
  return free < ROOMY_BYTES ? warning(says, remedy) : ok(says);
}
