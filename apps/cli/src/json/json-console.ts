import type { Answer, FrontEnd, Prompt } from '@firebreak/runbook';
import type { Console, ConsoleOptions } from '../console.ts';
import { onLeaving } from '../interrupt.ts';
import { LineReader } from '../plain/line-reader.ts';
import { jsonText } from './json-text.ts';
import { readAnswer } from './read-answer.ts';

/**
 * The front end for programs: every event, note and prompt is one JSON object a line on standard output; answers are
 * read as one JSON object a line from standard input. What people read goes to standard error.
 */
export function openJsonConsole({ title, briefing, resumeCommand, input }: ConsoleOptions): Console {
  const { signal, release } = onLeaving();
  const reader = new LineReader(input);
  const frontEnd: FrontEnd = {
    async ask(prompt: Prompt): Promise<Answer> {
      write({ type: 'prompt', prompt });
      while (true) {
        const line = await reader.next(signal);
        if (line === undefined) return { kind: 'stop' };
        if (line.trim() === '') continue;
        const { answer, problem } = readAnswer(line, prompt);
        if (answer !== undefined) return answer;
        write({ type: 'answer.refused', problem });
      }
    },
    tell: (happening) => write(happening),
  };
  write({ type: 'begun', title, briefing, resumeCommand });
  return {
    frontEnd,
    signal,
    recall: (entries) => write({ type: 'recalled', entries }),
    note: (line, tone) => write({ type: 'note', tone, line }),
    async close(summary) {
      reader.close();
      release();
      write({ type: 'ended', summary });
    },
  };
}

function write(value: unknown): void {
  process.stdout.write(`${jsonText(value)}\n`);
}
