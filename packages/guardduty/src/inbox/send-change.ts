import { ask, type ClientFor, guardDutySdk } from './client-for.ts';
import type { FindingChange } from './finding-change.ts';

/**
 * Makes one change to findings. The caller has approved and journaled it; nothing is written here.
 *
 * @throws {InboxProblem} of the class that says what is known of the outcome. After `NoAnswer` the change may be sent
 *   again: each of the three leaves the findings as one call would.
 */
export async function sendFindingChange(
  change: FindingChange,
  clientFor: ClientFor,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const { operation, region } = change;
  const send = await sender(change);
  await ask(operation, region, signal, (options) => send(clientFor(region), options));
}

type Send = (client: ReturnType<ClientFor>, options: { abortSignal?: AbortSignal }) => Promise<unknown>;

async function sender({ operation, input }: FindingChange): Promise<Send> {
  const { ArchiveFindingsCommand, UnarchiveFindingsCommand, UpdateFindingsFeedbackCommand } =
    await guardDutySdk();
  const { DetectorId, Feedback, Comments } = input;
  const findings = { DetectorId, FindingIds: [...input.FindingIds] };
  switch (operation) {
    case 'ArchiveFindings':
      return (client, options) => client.send(new ArchiveFindingsCommand(findings), options);
    case 'UnarchiveFindings':
      return (client, options) => client.send(new UnarchiveFindingsCommand(findings), options);
    case 'UpdateFindingsFeedback':
      return (client, options) =>
        client.send(new UpdateFindingsFeedbackCommand({ ...findings, Feedback, Comments }), options);
  }
}
