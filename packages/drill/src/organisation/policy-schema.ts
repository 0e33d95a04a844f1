import { z } from 'zod';

const oneOrMany = z.union([z.string(), z.array(z.string()).min(1)]);
const principal = z.union([z.literal('*'), z.record(z.string(), oneOrMany)]);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

const statement = z
  .strictObject({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Action: oneOrMany.optional(),
    NotAction: oneOrMany.optional(),
    Resource: oneOrMany.optional(),
    NotResource: oneOrMany.optional(),
    Principal: principal.optional(),
    NotPrincipal: principal.optional(),
    Condition: z.record(z.string(), z.record(z.string(), z.union([scalar, z.array(scalar)]))).optional(),
  })
  .refine((value) => (value.Action === undefined) !== (value.NotAction === undefined), {
    error: 'a statement has either Action or NotAction',
  });

/** A policy document as IAM accepts it. Source: IAM User Guide, "Grammar of the IAM JSON policy language". */
export const POLICY_DOCUMENT = z.strictObject({
  Version: z.enum(['2012-10-17', '2008-10-17']).optional(),
  Id: z.string().optional(),
  Statement: z.union([statement, z.array(statement).min(1)]),
});

const documentText = z.string().refine(isPolicyDocument, { error: 'the text is no JSON policy document' });

/**
 * A policy as the state keeps it: the exact text that was put, so that undoing restores it to the character.
 * A scenario may write it as a mapping instead, which becomes compact JSON.
 */
export const POLICY_TEXT = z.union([
  POLICY_DOCUMENT.transform((document) => JSON.stringify(document)),
  documentText,
]);

/** Whether IAM would take the text as a policy document. */
export function isPolicyDocument(text: string): boolean {
  try {
    return POLICY_DOCUMENT.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
