import type { BoundQuery, QueryEngine } from '@firebreak/athena';
import { type AskRows, LINEAGE_CALLS, type RowQuestion } from '@firebreak/cloudtrail';
import { rowObject } from '../query/row-writer.ts';

/** From when to when the table is asked; ISO 8601 in UTC. */
export interface TableWindow {
  readonly from: string;
  readonly to: string;
}

/** A struct comes out of Athena as text that nothing reads, so that it is turned into JSON there. */
const COLUMNS = `eventtime, eventsource, eventname, awsregion, sourceipaddress, useragent, errorcode, errormessage,
  requestparameters, responseelements, additionaleventdata, eventid, readonly, eventtype, recipientaccountid,
  sharedeventid, serviceeventdetails, sessioncredentialfromconsole,
  json_format(CAST(useridentity AS JSON)) AS useridentity`;

/** A key or an instance may have signed millions of calls; whose it is stands in the first. */
const MOST_CALLS = 1_000;

const CONDITIONS: Readonly<Record<RowQuestion, string>> = {
  issuances: `errorcode IS NULL AND eventname IN (${LINEAGE_CALLS.map((name) => `'${name}'`).join(', ')})`,
  'calls-by-key': 'useridentity.accesskeyid = ?',
  'sessions-named': `useridentity.arn LIKE concat('%/', ?)`,
};

/** Asks the table of events, in Athena or in DuckDB, what lineage has to know. Values are bound. */
export function askTable(engine: QueryEngine, { from, to }: TableWindow, signal?: AbortSignal): AskRows {
  return async function* (question, value) {
    const query = boundQuestion(question, value, { from, to });
    const stream = await engine.stream(query, signal === undefined ? {} : { signal });
    try {
      for await (const row of stream.rows) yield rowObject(stream.columns, row);
    } finally {
      await stream.close();
    }
  };
}

function boundQuestion(question: RowQuestion, value: string | undefined, window: TableWindow): BoundQuery {
  const limit = question === 'issuances' ? '' : ` LIMIT ${MOST_CALLS}`;
  const bound = [
    { binding: 'since.day', value: dayOf(window.from) },
    // Files lie under the day of delivery, some minutes after the event.
    { binding: 'until.next-day', value: dayOf(new Date(Date.parse(window.to) + 86_400_000).toISOString()) },
    { binding: 'since', value: window.from },
    { binding: 'until', value: window.to },
    ...(value === undefined ? [] : [{ binding: 'value', value }]),
  ];
  return {
    name: `the lineage (${question})`,
    sql: `SELECT ${COLUMNS} FROM cloudtrail_logs WHERE day BETWEEN ? AND ? AND eventtime BETWEEN ? AND ? AND ${CONDITIONS[question]} ORDER BY eventtime, eventid${limit}`,
    values: bound.map((item) => ({ ...item, type: 'varchar' as const })),
    parameters: { since: window.from, until: window.to },
  };
}

function dayOf(time: string): string {
  return time.slice(0, 10).replaceAll('-', '/');
}
