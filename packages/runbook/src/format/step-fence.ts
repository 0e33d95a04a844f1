import { z } from 'zod';
import { expression, template } from './expression.ts';
import { valueType } from './front-matter.ts';

const when = expression
  .optional()
  .describe('JMESPath over the values; the step is skipped when it is false.');
const save = z
  .record(z.string().regex(/^[a-z][a-z0-9_]*$/, { error: 'expected a name such as user_name' }), expression)
  .optional()
  .describe('Values to keep: name to JMESPath over the values and `result`.');
const targets = z.record(z.string(), template);

export const decideFence = z.strictObject({
  decide: z
    .literal('one', { error: 'expected "one"' })
    .describe('The responder takes one of the links above.'),
  hint: z
    .record(z.string(), expression)
    .optional()
    .describe('Step id to JMESPath: the first that is true is recommended. It never answers by itself.'),
  when,
});

export const askFence = z.strictObject({
  ask: z.string().min(1).describe('The question.'),
  save: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, { error: 'expected a name such as user_name' })
    .describe('Name of the value.'),
  type: valueType.optional().describe('What the answer has to look like; text when it is not said.'),
  suggest: template.optional().describe('The answer when the responder just presses Enter.'),
  when,
});

export const queryFence = z.strictObject({
  query: z.string().describe('A saved query, by its name in sql/.'),
  with: targets.optional().describe("The query's parameters."),
  save,
  when,
});

export const traceFence = z.strictObject({
  trace: template.describe('The access key to trace to where it came from.'),
  save,
  when,
});

export const containFence = z.strictObject({
  contain: z.string().describe('An action, by its name.'),
  account: template.describe('The account to change, 12 digits.'),
  with: targets.describe("The action's target."),
  each: expression.optional().describe('JMESPath to a list: the action is planned once for each `item`.'),
  confirm: template.optional().describe('A word that has to be typed to approve.'),
  when,
});

export const verifyFence = z.strictObject({
  verify: z
    .literal('containments', { error: 'expected "containments"' })
    .describe('Reads back all that was contained.'),
  when,
});

/** The kinds of step, by the first key of their fence. */
export const FENCES = {
  decide: decideFence,
  ask: askFence,
  query: queryFence,
  trace: traceFence,
  contain: containFence,
  verify: verifyFence,
} as const;

export type FenceKind = keyof typeof FENCES;
export type StepFence = z.infer<(typeof FENCES)[FenceKind]>;
export type Fence<K extends FenceKind> = z.infer<(typeof FENCES)[K]>;
