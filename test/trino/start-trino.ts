import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/firebreak');
const POM = join(import.meta.dirname, 'pom.xml');
const LAUNCHER = join(import.meta.dirname, 'TrinoForTests.java');
const START_WITHIN_MS = 180_000;

/** A Trino server that this process started. */
export interface Trino extends AsyncDisposable {
  readonly url: string;
}

/** Why there is no Trino, in one line. */
export interface NoTrino {
  readonly missing: string;
}

/**
 * Starts the pinned Trino. Maven fetches it once, about 90 MB, and the list of its files is kept.
 * @param fetch whether Maven may go to the network for what this machine does not have.
 */
export async function startTrino({ fetch }: { fetch: boolean }): Promise<Trino | NoTrino> {
  const version = await javaVersion();
  if (version === undefined || version < 17) return { missing: 'Java 17 or later is not installed' };
  const classPath = await classPathOf(fetch);
  if (typeof classPath !== 'string') return classPath;
  const server = spawn('java', ['-Xmx2g', '-cp', classPath, LAUNCHER], { stdio: 'pipe' });
  const url = await readyUrl(server);
  return { url, [Symbol.asyncDispose]: () => stop(server) };
}

async function javaVersion(): Promise<number | undefined> {
  try {
    const { stderr } = await run('java', ['-version']);
    return Number(/version "(\d+)/.exec(stderr)?.[1]);
  } catch {
    return undefined;
  }
}

async function classPathOf(fetch: boolean): Promise<string | NoTrino> {
  const hash = createHash('sha256')
    .update(await readFile(POM))
    .digest('hex')
    .slice(0, 12);
  const list = join(CACHE, `trino-${hash}.classpath`);
  const kept = await readFile(list, 'utf8').catch(() => undefined);
  if (kept !== undefined) return kept;
  await mkdir(CACHE, { recursive: true });
  const draft = `${list}.${process.pid}`;
  try {
    const mode = fetch ? '-q' : '--offline';
    await run('mvn', [mode, '-B', '-f', POM, 'dependency:build-classpath', `-Dmdep.outputFile=${draft}`]);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return { missing: 'Maven is not installed' };
    const remedy = fetch
      ? 'Maven could not fetch it'
      : 'it was not fetched yet, which "npm run test:trino" does';
    return { missing: remedy };
  }
  await rename(draft, list);
  return readFile(list, 'utf8');
}

function readyUrl(server: ChildProcessWithoutNullStreams): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      server.kill('SIGKILL');
      reject(new Error('Trino did not start in time'));
    }, START_WITHIN_MS);
    // Trino takes standard output over for its log, which it writes to standard error.
    for (const input of [server.stdout, server.stderr]) {
      createInterface({ input }).on('line', (line) => {
        const url = /TRINO READY (\S+)$/.exec(line)?.[1];
        if (url === undefined) return;
        clearTimeout(late);
        resolve(url);
      });
    }
    server.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`Trino ended with exit code ${code} before it was ready`));
    });
  });
}

async function stop(server: ChildProcessWithoutNullStreams): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.stdin.end();
  const late = setTimeout(() => server.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}
