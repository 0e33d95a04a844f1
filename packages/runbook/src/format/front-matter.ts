import { z } from 'zod';
import { expression } from './expression.ts';

/** What an answer has to look like. */
export const VALUE_TYPES = {
  text: { pattern: /^\S[\s\S]{0,2000}$/, example: 'Alice Example, on the phone' },
  'access-key-id': { pattern: /^\w{16,128}$/, example: 'AKIA followed by 16 capital letters and digits' },
  'account-id': { pattern: /^\d{12}$/, example: '111111111111' },
  region: { pattern: /^[a-z]{2}(-[a-z]+)+-\d$/, example: 'eu-west-1' },
  arn: { pattern: /^arn:[^:]+:[^:]+:[^:]*:[^:]*:.+$/, example: 'arn:aws:iam::111111111111:role/Deployer' },
  'iam-name': { pattern: /^[\w+=,.@-]{1,128}$/, example: 'build-bot' },
} as const;

export type ValueType = keyof typeof VALUE_TYPES;

export const valueType = z.enum(Object.keys(VALUE_TYPES) as [ValueType, ...ValueType[]]);

const input = z.strictObject({
  type: valueType.describe('What the value has to look like.'),
  ask: z.string().min(1).describe('The question for the responder, when the finding does not say.'),
  from: expression.optional().describe('JMESPath over `finding`, tried before asking.'),
});

export type Input = z.infer<typeof input>;

/** The head of a runbook, between `---` lines. */
export const frontMatter = z.strictObject({
  runbook: z
    .literal(1, { error: 'expected 1, the version of this format' })
    .describe('Version of this format.'),
  severity: z.enum(['P1', 'P2', 'P3', 'P4']).describe('How urgent it is: P1 now, P4 next week.'),
  reviewed: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'expected a day such as 2026-09-30' })
    .describe('Day of the last review, yyyy-MM-dd.'),
  findings: z
    .array(z.string())
    .optional()
    .describe('Finding types it is for; `*` stands for any characters.'),
  inputs: z.record(z.string(), input).optional().describe('Values that it needs before the first step.'),
});

export type FrontMatter = z.infer<typeof frontMatter>;
