import type { Answer, FrontEnd, Prompt } from '@firebreak/runbook';
import { safeText } from '@firebreak/untrusted';
import type { Console, ConsoleOptions } from '../console.ts';
import { onLeaving } from '../interrupt.ts';
import { askPlainly } from './ask-plainly.ts';
import { entryLines } from './entry-lines.ts';
import { LineReader } from './line-reader.ts';
import { promptLines } from './prompt-lines.ts';
import { recommendedAnswer } from './recommended-answer.ts';
import { wrapped } from './wrapped.ts';

/**
 * The front end for pipes, screen readers, serial lines and bad connections: lines and numbered choices, nothing is
 * ever drawn again. With `recommended`, it takes the recommended choice at each step and says so.
 */
export function openPlainConsole({ title, briefing, input }: ConsoleOptions, recommended: boolean): Console {
  const { signal, release } = onLeaving();
  const reader = recommended ? undefined : new LineReader(input);
  const ask = async (prompt: Prompt): Promise<Answer> => {
    for (const line of promptLines(prompt)) write(line);
    if (reader === undefined) {
      const { answer, words } = recommendedAnswer(prompt);
      for (const line of wrapped(`no terminal, taking the recommended choice: ${words}`, '>> ')) write(line);
      return answer;
    }
    return (await askPlainly(prompt, reader, signal, write)) ?? { kind: 'stop' };
  };
  const frontEnd: FrontEnd = {
    ask,
    tell(happening) {
      if (happening.type !== 'progress') for (const line of entryLines(happening)) write(line);
      else if (happening.done === undefined || happening.done === happening.total)
        for (const line of wrapped(happening.what, '   ')) write(line);
    },
  };
  write(safeText(title));
  for (const line of briefing.flatMap((text) => wrapped(text, '  '))) write(line);
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
  };
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
