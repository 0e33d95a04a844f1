import { createHash } from 'node:crypto';
import type { StartQueryExecutionInput } from '@aws-sdk/client-athena';

/**
 * The token by which Athena knows a start again, so that one whose answer was lost does not start a second query. It
 * follows from the run and from all that is asked: another run is another query, and a changed question never
 * collides with an old token. 64 characters; Athena takes 32 to 128.
 */
export function requestToken(
  run: string,
  input: Omit<StartQueryExecutionInput, 'ClientRequestToken'>,
): string {
  return createHash('sha256')
    .update(JSON.stringify([run, input]))
    .digest('hex');
}
