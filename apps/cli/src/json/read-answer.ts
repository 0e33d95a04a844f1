import type { Answer, Prompt } from '@firebreak/runbook';

const FITTING: Readonly<Record<Prompt['kind'], readonly Answer['kind'][]>> = {
  read: ['continue', 'stop'],
  ask: ['text', 'skip', 'stop'],
  decide: ['option', 'stop'],
  approve: ['approve', 'skip', 'stop'],
  'by-hand': ['ran', 'skip', 'stop'],
  failed: ['retry', 'skip', 'stop'],
};

/** Reads an answer and checks that it fits the prompt; says what is wrong when it does not. */
export function readAnswer(line: string, prompt: Prompt): { answer?: Answer; problem?: string } {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(line) as Record<string, unknown>;
  } catch {
    return { problem: 'the line is not JSON' };
  }
  const kind = FITTING[prompt.kind].find((fitting) => fitting === value?.['kind']);
  if (kind === undefined) return { problem: `"kind" must be one of ${FITTING[prompt.kind].join(', ')}` };
  return checked(kind, value, prompt);
}

function checked(
  kind: Answer['kind'],
  value: Record<string, unknown>,
  prompt: Prompt,
): { answer?: Answer; problem?: string } {
  const text = (name: string) =>
    typeof value[name] === 'string' && value[name] !== '' ? (value[name] as string) : undefined;
  switch (kind) {
    case 'text': {
      const problem = prompt.kind === 'ask' ? prompt.objection(text('text') ?? '') : undefined;
      return problem === undefined ? { answer: { kind, text: text('text') ?? '' } } : { problem };
    }
    case 'option': {
      const index = value['index'];
      const count = prompt.kind === 'decide' ? prompt.options.length : 0;
      if (typeof index === 'number' && Number.isInteger(index) && index >= 0 && index < count)
        return { answer: { kind, index } };
      return { problem: `"index" must be a number from 0 to ${count - 1}` };
    }
    case 'approve':
      return checkedApproval(text('hash'), text('typed'), prompt);
    case 'ran':
      return { answer: { kind, output: text('output') ?? '' } };
    case 'skip': {
      const reason = text('reason');
      return reason === undefined ? { problem: '"reason" is missing' } : { answer: { kind, reason } };
    }
    default:
      return { answer: { kind } };
  }
}

/** A program approves a plan by its hash, so that it can never approve another one than it was shown. */
function checkedApproval(
  hash: string | undefined,
  typed: string | undefined,
  prompt: Prompt,
): { answer?: Answer; problem?: string } {
  if (prompt.kind !== 'approve') return { problem: 'nothing is to be approved' };
  if (hash !== prompt.plan.hash) return { problem: `"hash" must be the plan's: ${prompt.plan.hash}` };
  if (prompt.confirm === undefined) return { answer: { kind: 'approve', how: 'chosen' } };
  return typed === prompt.confirm
    ? { answer: { kind: 'approve', how: 'typed' } }
    : { problem: `"typed" must be "${prompt.confirm}"` };
}
