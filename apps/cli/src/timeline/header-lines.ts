import type { Tally, Timeline } from '@firebreak/cloudtrail';
import { wrapped } from '../plain/wrapped.ts';

/** As many values are told one by one. */
const TOLD = 6;
const MARGIN = 12;

/** Who a timeline is about, and what it adds up to. */
export function headerLines({ subjects, from, to, window, counts }: Timeline, width: number): string[] {
  const { keys, principals, addresses } = subjects;
  const who = [
    ...keys.map((key) => `key ${key}`),
    ...principals.map(({ asked }) => asked),
    ...addresses.map((address) => `address ${address}`),
  ];
  const field = (name: string, text: string) =>
    text === '' ? [] : wrapped(text, `  ${name.padEnd(MARGIN - 2)}`, width);
  const { events, failed, copies, before } = counts;
  const told = [
    `${events}, ${failed} failed`,
    copies === 0 ? '' : `${copies} further copies not counted`,
    before === 0 ? '' : `${before} before the window`,
  ];
  return [
    ...wrapped(listed(who), 'timeline    ', width),
    ...(window.from === null && window.to === null
      ? []
      : field('window', `${clock(window.from) ?? 'the beginning'} to ${clock(window.to) ?? 'the end'}`)),
    ...(from === null ? [] : field('from', `${clock(from)} to ${clock(to)}`)),
    ...field('events', told.filter(Boolean).join(', ')),
    ...field('by', tallied(counts.principals)),
    ...field('accounts', tallied(counts.accounts)),
    ...field('regions', tallied(counts.regions)),
    ...field('addresses', tallied(counts.addresses)),
  ];
}

function clock(time: string | null): string | undefined {
  return time?.replace('T', ' ').replace('Z', ' UTC');
}

function tallied(tallies: readonly Tally[]): string {
  return listed(tallies.map(({ value, events }) => `${value} (${events})`));
}

function listed(values: readonly string[]): string {
  const more = values.length > TOLD ? ` and ${values.length - TOLD} more` : '';
  return `${values.slice(0, TOLD).join(', ')}${more}`;
}
