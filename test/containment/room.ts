import type { ApiCall, Clients } from '@firebreak/aws';
import { callerIdentity, sdkApi } from '@firebreak/aws';

/** An AWS account behind real SDK clients, which holds what `accountBefore` says. */
export interface Room {
  readonly clients: Clients;
  /** The account's complete IAM state, to be compared. */
  state(): Promise<unknown>;
}

/** The commands that went through a room's clients, by name, whoever sent them. */
export function commandsOf({ clients }: Room): string[] {
  const commands: string[] = [];
  clients.iam.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        commands.push(commandName.replace(/Command$/, ''));
        return next(args);
      },
    { step: 'initialize', name: 'listened', priority: 'high' },
  );
  return commands;
}

/** What the engine would send calls through, and the account behind it. */
export async function apiOf({ clients }: Room) {
  const caller = await callerIdentity(clients);
  const api = sdkApi(clients, caller);
  const send = (operation: string, input: ApiCall['input']) =>
    api.call({ service: 'iam', operation, input, account: caller.account });
  return { api, account: caller.account, send };
}
