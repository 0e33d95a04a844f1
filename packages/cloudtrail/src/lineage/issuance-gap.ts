import type { LineageGap } from './lineage.ts';
import { gap, idOf } from './lineage-gaps.ts';
import { keyOr, lookupCommand, nameOr } from './lookup-command.ts';
import { owningUser } from './owning-user.ts';
import type { TrailCall } from './trail-call.ts';

/** How the console signs a switch of role, of now and of earlier years. */
const CONSOLE = /^(signin\.amazonaws\.com|AWS Internal|AWS Signin\b.*)$/;

/**
 * Whether the console assumed the role for a person.
 * Source: IAM User Guide, "Switch from a user to an IAM role (console)".
 */
export function isConsoleSwitch({ name, identity, userAgent }: TrailCall): boolean {
  if (name !== 'AssumeRole' || identity.accessKeyId !== undefined) return false;
  return CONSOLE.test(identity.invokedBy ?? '') || CONSOLE.test(userAgent ?? '');
}

/** The issuing call does not name the key that signed it, so that the chain ends there. */
export function unsignedGap(event: TrailCall): LineageGap {
  const { identity } = event;
  const what = `${event.name} (event ${idOf(event)}) does not say which key signed it`;
  if (identity.type === 'AWSAccount') return otherAccount(event, what);
  const user = owningUser(identity)?.user;
  const who = user === undefined ? (identity.arn ?? identity.principalId) : `user ${user}`;
  const console = isConsoleSwitch(event);
  const how = console
    ? ' by switching roles in the console'
    : user === undefined
      ? ''
      : ', from the console for one';
  return gap(
    console ? 'console-role-switch' : 'caller-without-key',
    who === undefined ? what : `${what}: ${who} made it${how}`,
    user === undefined
      ? 'Look up the event itself, and what else that session did'
      : 'Look at all that the user did',
    user === undefined ? eventCommand(event) : lookupCommand('Username', nameOr(user, 'USER')),
  );
}

function eventCommand({ issuedKeyId, time, region }: TrailCall): string {
  return lookupCommand('ResourceName', keyOr(issuedKeyId ?? ''), { around: time, region });
}

/** CloudTrail names the caller's key in the caller's account only. */
function otherAccount(event: TrailCall, what: string): LineageGap {
  const { identity, sharedEventId } = event;
  const account = identity.accountId === undefined ? '' : ` ${identity.accountId}`;
  const who = identity.principalId === undefined ? '' : ` (${identity.principalId})`;
  const console = isConsoleSwitch(event) ? ', and switched roles in the console' : '';
  const shared =
    sharedEventId === undefined ? 'access key in responseElements' : `shared event id ${sharedEventId}`;
  return gap(
    'other-account',
    `${what}: the caller is in another account${account}${who}${console}`,
    `Look up the same event in the caller's account${account} (${shared})`,
    eventCommand(event),
  );
}

/** An AWS service assumed the role by itself, for a function or a task; who had it do so is not in that record. */
export function serviceGap(event: TrailCall, service: string): LineageGap {
  const session = event.requestedSessionName;
  const { thing, advice, eventName } = driverOf(service);
  const name = session === undefined ? '' : ` for ${thing} ${session}`;
  const { region } = event;
  return gap(
    'service-issued',
    `${service} began the session itself${name} (event ${idOf(event)}); the record does not say who made it do so`,
    advice,
    eventName === undefined
      ? lookupCommand('ResourceName', nameOr(session, 'NAME'), { region })
      : lookupCommand('EventName', eventName, { region }),
  );
}

interface Driver {
  readonly thing: string;
  readonly advice: string;
  /** The event to look for; the thing itself where absent. */
  readonly eventName?: string;
}

const DRIVERS: ReadonlyMap<string, Driver> = new Map([
  [
    'lambda.amazonaws.com',
    { thing: 'function', advice: 'Look at who made, changed and invoked the function' },
  ],
  [
    'ecs-tasks.amazonaws.com',
    {
      thing: 'task',
      advice: 'Look at who ran the task, and who registered its definition',
      eventName: 'RunTask',
    },
  ],
]);

function driverOf(service: string): Driver {
  const other = {
    thing: 'session',
    advice: 'Look at who gave the role to the service, and who uses what it drives',
  };
  return DRIVERS.get(service) ?? other;
}
