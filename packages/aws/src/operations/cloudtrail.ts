import type { AnswerForm } from '../answer-form.ts';
import type { Clients, Operation, SendOptions } from './operation.ts';

const EVENTS: AnswerForm = { holds: { Events: 'list', 'Events[].CloudTrailEvent': 'text' } };

/** Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS CloudTrail". */
export const CLOUDTRAIL_OPERATIONS: Readonly<Record<string, Operation>> = {
  'cloudtrail:LookupEvents': {
    access: 'read',
    permission: 'cloudtrail:LookupEvents',
    send: lookUpEvents,
    answer: EVENTS,
  },
};

/** The command takes its times as dates, a call holds them as text. */
async function lookUpEvents(clients: Clients, input: object, { abortSignal, region }: SendOptions) {
  const { LookupEventsCommand } = await import('@aws-sdk/client-cloudtrail');
  const times = Object.entries(input).map(([name, value]) =>
    name === 'StartTime' || name === 'EndTime' ? [name, new Date(value)] : [name, value],
  );
  const client = await clients.cloudtrail(region);
  const options = abortSignal === undefined ? {} : { abortSignal };
  return client.send(new LookupEventsCommand(Object.fromEntries(times)), options);
}
