import { existsSync } from 'node:fs';
import { configText, parseConfig } from '@firebreak/aws';
import { safeText } from '@firebreak/untrusted';
import { UsageProblem } from '../errors.ts';
import { EXIT } from '../exit-codes.ts';
import { askConfig } from '../init/ask-config.ts';
import { AnswersEnded, asker } from '../init/ask-lines.ts';
import { configOf, type InitFlags } from '../init/init-flags.ts';
import { isThere, writeNewFile } from '../init/write-new-file.ts';
import { onLeaving } from '../interrupt.ts';
import { LineReader } from '../plain/line-reader.ts';

/** Writes a configuration from flags and answers. It is checked before it is there. */
export async function initCommand(flags: InitFlags): Promise<number> {
  const { file, force = false } = flags;
  if (!force && existsSync(file)) throw isThere(file);
  let known: InitFlags;
  try {
    known = flags.input ? await asked(flags) : needed(flags);
  } catch (error) {
    if (!(error instanceof AnswersEnded)) throw error;
    process.stdout.write('\nThe answers ended: nothing was written.\n');
    return EXIT.needsHuman;
  }
  const text = await configText(configOf(known));
  await parseConfig(file, text);
  await writeNewFile(file, text, force);
  process.stdout.write(`Written: ${safeText(file)}\nCheck what it leads to: firebreak doctor\n`);
  return EXIT.done;
}

async function asked(flags: InitFlags): Promise<InitFlags> {
  const { signal, release } = onLeaving();
  const reader = new LineReader();
  try {
    return await askConfig(
      flags,
      asker(reader, signal, (text) => process.stdout.write(text)),
    );
  } finally {
    reader.close();
    release();
  }
}

function needed(flags: InitFlags): InitFlags {
  const missing = [flags.accounts.length === 0 && '--accounts', flags.home === undefined && '--home'];
  const [first] = missing.filter((flag) => flag !== false);
  if (first === undefined) return flags;
  throw new UsageProblem(`Cannot write the configuration: ${first} is missing`, {
    remedy: `Give ${first}, or leave --no-input out and be asked.`,
  });
}
