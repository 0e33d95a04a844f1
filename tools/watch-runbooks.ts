// Checks the runbooks now, and again whenever a runbook or a saved query is saved: node tools/watch-runbooks.ts
// The task "watch runbooks" of the editor waits for the lines that stand around the messages.
import { spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { BEGINS, ENDS } from './watch-lines.ts';

const ROOT = join(import.meta.dirname, '..');
/** An editor writes a file in several steps. */
const SETTLING_MS = 150;

function check(): void {
  process.stdout.write(`${BEGINS}\n`);
  spawnSync(process.execPath, ['apps/cli/bin/firebreak.js', 'runbook', 'lint'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  process.stdout.write(`${ENDS}\n`);
}

let timer: NodeJS.Timeout | undefined;
for (const folder of ['runbooks', 'sql']) {
  watch(join(ROOT, folder), () => {
    clearTimeout(timer);
    timer = setTimeout(check, SETTLING_MS);
  });
}
check();
