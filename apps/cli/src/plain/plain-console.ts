import type { Answer, FrontEnd, Prompt } from '@firebreak/runbook';
import { safeText } from '@firebreak/untrusted';
import type { Console, ConsoleOptions } from '../console.ts';
import { onInterrupt } from '../interrupt.ts';
import { askPlainly } from './ask-plainly.ts';
import { entryLines } from './entry-lines.ts';
import { LineReader } from './line-reader.ts';
import { promptLines } from './prompt-lines.ts';
import { recommendedAnswer } from './recommended-answer.ts';

/**
 * The front end for pipes, screen readers, serial lines and bad connections: lines and numbered choices, nothing is
 * ever drawn again. With `recommended`, it takes the recommended choice at each step and says so.
 */
export function openPlainConsole({ title, briefing }: ConsoleOptions, recommended: boolean): Console {
  const { signal, release } = onInterrupt();
  const reader = recommended ? undefined : new LineReader();
  let ranOut = false;
  const ask = async (prompt: Prompt): Promise<Answer> => {
    for (const line of promptLines(prompt)) write(line);
    if (reader === undefined) {
      const { answer, words } = recommendedAnswer(prompt);
      write(`>> no terminal, taking the recommended choice: ${safeText(words)}`);
      return answer;
    }
    const answer = await askPlainly(prompt, reader, signal, write);
    if (answer !== undefined) return answer;
    ranOut = !signal.aborted;
    return { kind: 'stop' };
  };
  const frontEnd: FrontEnd = {
    ask,
    tell(happening) {
      if (happening.type !== 'progress') for (const line of entryLines(happening)) write(line);
      else if (happening.done === undefined || happening.done === happening.total)
        write(`   ${safeText(happening.what)}`);
    },
  };
  write(safeText(title));
  for (const line of briefing) write(`  ${safeText(line)}`);
  return {
    frontEnd,
    signal,
    recall(entries) {
      const done = entries.filter(({ type }) => type === 'step.succeeded').length;
      write(`${done} step${done === 1 ? ' is' : 's are'} done already.`);
    },
    note: (line, tone) =>
      write(`${tone === 'intruder' ? '   INTRUDER ' : tone === 'bad' ? '!! ' : '   '}${safeText(line)}`),
    async close(summary) {
      reader?.close();
      release();
      write('');
      for (const line of summary) write(safeText(line));
    },
    ranOutOfAnswers: () => ranOut,
  };
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
