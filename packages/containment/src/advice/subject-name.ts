import type { Subject } from './subject.ts';

/** Which credential it is, in one line: whom it belongs to, where, and its key. The values are as the records gave them. */
export function subjectName({ facts }: Subject): string {
  const { user, role, session, account, key, provider, service } = facts;
  const federated = facts['federated-user'];
  const who = [
    federated !== undefined && `federated user ${federated}`,
    role !== undefined && `role ${role}`,
    user !== undefined && `user ${user}`,
    session !== undefined && `session ${session}`,
    provider !== undefined && `by ${provider}`,
    service !== undefined && `for ${service}`,
  ].filter((part) => part !== false);
  const where = account === undefined ? [] : [`in account ${account}`];
  const what = [
    [...who.slice(0, 1), ...where].join(' '),
    ...who.slice(1),
    ...(key === undefined ? [] : [`key ${key}`]),
  ];
  return what.filter((part) => part !== '').join(', ') || 'the credential';
}
