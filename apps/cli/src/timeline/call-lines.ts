import type { TimelineCall } from '@firebreak/cloudtrail';
import { safeText } from '@firebreak/untrusted';
import { wrapped } from '../plain/wrapped.ts';
import { cellWidth } from '../tui/text/cell-width.ts';
import { durationText } from './duration.ts';

/** How wide the columns are that all calls share. */
export interface CallColumns {
  readonly service: number;
  readonly call: number;
  readonly region: number;
  readonly address: number;
}

const LONGEST = 200;
/** As many keys of an entry are told one by one; `--json` has all of them. */
const KEYS = 3;
const GAP = '  ';
const INDENT = ' '.repeat(10);
const CLOCK = '08:31:07';
/** A column is not made narrower than this for the sake of others. */
const NARROW: CallColumns = { service: 6, call: 22, region: 9, address: 15 };
const SHRINKING = ['call', 'service', 'address', 'region'] as const;
/** History of that length says what is usual. */
const USUAL = 2 * 24 * 60 * 60 * 1000;

/** Columns as wide as what stands in them, or as there is room for; a cell that is wider pushes the others. */
export function callColumns(calls: readonly TimelineCall[], width: number): CallColumns {
  const widest = (textOf: (call: TimelineCall) => string) =>
    calls.reduce((most, call) => Math.max(most, cellWidth(textOf(call))), 0);
  const columns = {
    service: widest(serviceOf),
    call: widest(nameOf),
    region: widest(regionOf),
    address: widest(addressOf),
  };
  const { service, call, region, address } = columns;
  let over = CLOCK.length + 4 * GAP.length + service + call + region + address - width;
  for (const name of SHRINKING) {
    const spare = Math.min(Math.max(0, over), Math.max(0, columns[name] - NARROW[name]));
    columns[name] -= spare;
    over -= spare;
  }
  return columns;
}

/** One call, or equal ones: when, what, where, from where; then how it ended, what is new, and what it was about. */
export function callLines(
  call: TimelineCall,
  columns: CallColumns,
  { width, historyFrom }: { readonly width: number; readonly historyFrom: string | null },
): string[] {
  const cells = [
    call.time.slice(11, 19),
    padded(serviceOf(call), columns.service),
    padded(nameOf(call), columns.call),
    padded(regionOf(call), columns.region),
    padded(addressOf(call), columns.address),
  ];
  const tight = cells.map((cell) => cell.trimEnd()).join(GAP);
  const row = cells.join(GAP);
  const lines =
    cellWidth(row.trimEnd()) <= width
      ? [row]
      : cellWidth(tight) <= width
        ? [tight]
        : hanging(tight.replaceAll(/ +/g, ' '), width);
  for (const part of partsOf(call, historyFrom)) {
    const line = `${lines.at(-1)}${GAP}${part}`;
    if (cellWidth(line) <= width) lines[lines.length - 1] = line;
    else lines.push(...wrapped(part, INDENT, width));
  }
  return lines.map((line) => line.trimEnd());
}

function partsOf(call: TimelineCall, historyFrom: string | null): string[] {
  const { count, time, lastTime, failed, error, firstSeen, userAgent, issuedKeyIds, detail, details } = call;
  const historyMs = historyFrom === null ? 0 : Date.parse(time) - Date.parse(historyFrom);
  const since = historyMs >= USUAL ? `new in ${durationText(historyMs)}` : 'first';
  const until = lastTime.startsWith(time.slice(0, 10)) ? lastTime.slice(11, 19) : lastTime.slice(5, 19);
  return [
    failed ? `FAILED ${safe(error)}` : '',
    count > 1 && lastTime !== time ? `until ${until.replace('T', ' ')}` : '',
    firstSeen.length === 0 ? '' : `[${since}: ${firstSeen.join(', ')}]`,
    firstSeen.includes('user-agent') ? `with ${safe(userAgent)}` : '',
    issuedKeyIds.length === 0 ? '' : `gives ${keysOf(issuedKeyIds)}`,
    detail === null ? '' : `${safe(detail)}${details > 1 ? ` and ${details - 1} more` : ''}`,
  ].filter(Boolean);
}

/** A call whose names are too long for a line goes on below itself. */
function hanging(text: string, width: number): string[] {
  const [first = '', ...rest] = wrapped(text, '', width - INDENT.length);
  return [first, ...rest.map((line) => `${INDENT}${line}`)];
}

function keysOf(issued: readonly string[]): string {
  const more = issued.length > KEYS ? ` and ${issued.length - KEYS} more` : '';
  return `${issued.slice(0, KEYS).map(safe).join(', ')}${more}`;
}

function serviceOf({ source }: TimelineCall): string {
  return safe(source?.replace(/\.amazonaws\.com$/, '') ?? '?');
}

function nameOf({ count, eventName }: TimelineCall): string {
  return `${count > 1 ? `${count} × ` : ''}${safe(eventName)}`;
}

function regionOf({ region }: TimelineCall): string {
  return safe(region ?? '?');
}

function addressOf({ address }: TimelineCall): string {
  return safe(address ?? '?');
}

function safe(text: string | null): string {
  const shown = safeText(text ?? '');
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1)}…` : shown;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cellWidth(text)));
}
