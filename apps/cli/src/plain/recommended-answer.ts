import type { Answer, Prompt } from '@firebreak/runbook';

/** What to do when nobody is there and a drill is played all the same: the recommended choice, in words. */
export function recommendedAnswer(prompt: Prompt): { answer: Answer; words: string } {
  switch (prompt.kind) {
    case 'read':
      return {
        answer: { kind: 'continue' },
        words: prompt.ticks.length === 0 ? 'go on' : 'set every tick and go on',
      };
    case 'ask':
      return answerTo(prompt.suggestion ?? 'nobody yet, this run has no responder', prompt.objection);
    case 'decide':
      return {
        answer: { kind: 'option', index: prompt.recommended },
        words: prompt.options[prompt.recommended]?.label ?? '',
      };
    case 'approve':
      return { answer: { kind: 'approve', how: 'recommended' }, words: `approve "${prompt.plan.title}"` };
    case 'by-hand':
    case 'failed':
      return { answer: { kind: 'stop' }, words: 'stop, since this needs a person' };
  }
}

function answerTo(
  text: string,
  objection: (answer: string) => string | undefined,
): { answer: Answer; words: string } {
  if (objection(text) === undefined) return { answer: { kind: 'text', text }, words: `answer "${text}"` };
  return { answer: { kind: 'stop' }, words: 'stop, since this needs a person' };
}
