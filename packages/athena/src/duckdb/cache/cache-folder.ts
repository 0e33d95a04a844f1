import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder for what can be made again: `$XDG_CACHE_HOME/firebreak`, `~/.cache/firebreak`, or on Windows
 * `%LOCALAPPDATA%\firebreak\cache`.
 * Source: XDG Base Directory Specification, "Environment variables".
 */
export function userCacheFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const local = env['LOCALAPPDATA'];
  if (platform === 'win32' && local) return join(local, 'firebreak', 'cache');
  const xdg = env['XDG_CACHE_HOME'];
  // A relative path there is invalid and to be ignored.
  return join(xdg?.startsWith('/') ? xdg : join(homedir(), '.cache'), 'firebreak');
}

/** The folder for one folder of logs, by its real path. */
export function trailCacheFolder(root: string, cacheFolder = userCacheFolder()): string {
  return join(cacheFolder, 'trails', createHash('sha256').update(root).digest('hex').slice(0, 32));
}
