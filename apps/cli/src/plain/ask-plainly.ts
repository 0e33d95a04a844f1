import type {
  Answer,
  ApprovePrompt,
  AskPrompt,
  ByHandPrompt,
  DecidePrompt,
  Prompt,
} from '@firebreak/runbook';
import { safeText } from '@firebreak/untrusted';
import type { LineReader } from './line-reader.ts';
import { wrapped } from './wrapped.ts';

const STOP = 'Stop here, and go on later';

interface Asking {
  readonly reader: LineReader;
  readonly signal: AbortSignal;
  readonly write: (line: string) => void;
}

/** Asks on plain lines until the answer can be used; nothing when there are no more lines. */
export async function askPlainly(
  prompt: Prompt,
  reader: LineReader,
  signal: AbortSignal,
  write: (line: string) => void,
): Promise<Answer | undefined> {
  const asking = { reader, signal, write };
  switch (prompt.kind) {
    case 'read':
      return choose(asking, prompt.ticks.length === 0 ? 'Go on' : 'All of this is so, go on', {
        kind: 'continue',
      });
    case 'ask':
      return askText(asking, prompt);
    case 'decide':
      return askOption(asking, prompt);
    case 'approve':
      return askApproval(asking, prompt);
    case 'by-hand':
      return askOutput(asking, prompt);
    case 'failed':
      return choose(asking, 'Try again', { kind: 'retry' }, 'skip');
  }
}

/** Numbered choices: the answer, skipping where that makes sense, stopping. Enter alone never chooses. */
async function choose(
  asking: Asking,
  words: string,
  answer: Answer,
  skip?: 'skip',
): Promise<Answer | undefined> {
  const choices = [words, ...(skip ? ['Skip this, with a reason'] : []), STOP];
  for (const [index, choice] of choices.entries()) asking.write(`  ${index + 1}) ${choice}`);
  const number = await askNumber(asking, choices);
  if (number === 1) return answer;
  if (number === undefined) return undefined;
  return number === choices.length ? { kind: 'stop' } : askReason(asking);
}

/** Asks for a number until one of the choices has it; says what the numbers mean to whoever types something else. */
async function askNumber(asking: Asking, choices: readonly string[]): Promise<number | undefined> {
  while (true) {
    const line = await question(asking);
    if (line === undefined) return undefined;
    if (/^\d+$/.test(line) && Number(line) >= 1 && Number(line) <= choices.length) return Number(line);
    const meaning = choices.map((choice, index) => `${index + 1} for "${choice}"`).join(', ');
    for (const hint of wrapped(`Type a number: ${meaning}.`, '  ')) asking.write(hint);
  }
}

async function askReason(asking: Asking): Promise<Answer | undefined> {
  asking.write('  Why? (one line, it goes into the report)');
  while (true) {
    const reason = await question(asking);
    if (reason === undefined) return undefined;
    if (reason !== '') return { kind: 'skip', reason };
    asking.write('  A reason is needed.');
  }
}

async function askText(asking: Asking, { suggestion, objection }: AskPrompt): Promise<Answer | undefined> {
  if (suggestion !== undefined) asking.write(`  Enter alone takes: ${safeText(suggestion)}`);
  while (true) {
    const line = await question(asking);
    if (line === undefined) return undefined;
    const text = line === '' && suggestion !== undefined ? suggestion : line;
    const wrong = objection(text);
    if (wrong === undefined) return { kind: 'text', text };
    asking.write(`  ${safeText(wrong)}`);
  }
}

async function askOption(asking: Asking, { options }: DecidePrompt): Promise<Answer | undefined> {
  asking.write(`  ${options.length + 1}) ${STOP}`);
  const number = await askNumber(asking, [...options.map(({ label }) => label), STOP]);
  if (number === undefined) return undefined;
  return number > options.length ? { kind: 'stop' } : { kind: 'option', index: number - 1 };
}

async function askApproval(asking: Asking, { confirm }: ApprovePrompt): Promise<Answer | undefined> {
  const answer = await choose(
    asking,
    'Approve, and apply it now',
    { kind: 'approve', how: 'chosen' },
    'skip',
  );
  if (answer?.kind !== 'approve' || confirm === undefined) return answer;
  asking.write(`  Type ${safeText(confirm)} to approve.`);
  const typed = await question(asking);
  if (typed === undefined) return undefined;
  if (typed === confirm) return { kind: 'approve', how: 'typed' };
  asking.write('  That is another word; nothing was approved.');
  return askApproval(asking, { confirm } as ApprovePrompt);
}

async function askOutput(asking: Asking, { wants }: ByHandPrompt): Promise<Answer | undefined> {
  asking.write('  (or type "skip" or "stop")');
  const lines: string[] = [];
  while (true) {
    const line = await asking.reader.next(asking.signal);
    if (line === undefined) return lines.length === 0 ? undefined : { kind: 'ran', output: lines.join('\n') };
    if (lines.length === 0 && line.trim() === 'skip') return askReason(asking);
    if (lines.length === 0 && line.trim() === 'stop') return { kind: 'stop' };
    if (line.trim() === '' && (lines.length > 0 || wants === 'done'))
      return { kind: 'ran', output: lines.join('\n') };
    if (line.trim() !== '') lines.push(line);
    if (isWholeJson(lines.join('\n'))) return { kind: 'ran', output: lines.join('\n') };
  }
}

function isWholeJson(text: string): boolean {
  if (!text.trimEnd().endsWith('}')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function question({ reader, signal, write }: Asking): Promise<string | undefined> {
  write('?');
  return (await reader.next(signal))?.trim();
}
