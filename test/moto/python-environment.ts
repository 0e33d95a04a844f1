import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/firebreak');

/** The Python of an environment that holds the requirements, or why there is none. */
export type PythonEnvironment = { readonly python: string } | { readonly missing: string };

/**
 * Makes a virtual environment for `requirements.txt` on first use, in a folder that is named after its hash, and
 * finds it there ever after. It is made beside and moved into place, so that a folder of that name is whole.
 */
export async function pythonEnvironment(say: (line: string) => void): Promise<PythonEnvironment> {
  const hash = createHash('sha256')
    .update(await readFile(REQUIREMENTS))
    .digest('hex')
    .slice(0, 12);
  const folder = join(CACHE, `moto-${hash}`);
  if (await isThere(pythonOf(folder))) return { python: pythonOf(folder) };
  const python = await findPython();
  if (python === undefined) return { missing: 'Python 3.10 or later with venv and pip was not found' };
  const draft = `${folder}-${process.pid}`;
  say(`makes its Python environment in ${folder}, this once`);
  try {
    await mkdir(CACHE, { recursive: true });
    await run(python, ['-m', 'venv', draft]);
    await run(pythonOf(draft), ['-m', 'pip', 'install', '--quiet', '--requirement', REQUIREMENTS]);
    // Another run may have been faster; its environment is as good.
    await rename(draft, folder).catch(() => undefined);
    return { python: pythonOf(folder) };
  } catch (error) {
    return { missing: `its packages cannot be installed: ${lastLine(error)}` };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function pythonOf(folder: string): string {
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
}

/** moto 5.2 asks for Python 3.10. */
async function findPython(): Promise<string | undefined> {
  const probe = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';
  for (const name of ['python3', 'python']) {
    const works = await run(name, ['-c', probe]).then(
      () => true,
      () => false,
    );
    if (works) return name;
  }
  return undefined;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string };
  return (stderr || message || '').trim().split('\n').at(-1)?.slice(0, 200) ?? '';
}
