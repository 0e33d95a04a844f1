import type { Timeline, TimelineNote } from './timeline.ts';

const DAY = 24 * 60 * 60 * 1000;
/** As many ARNs of a name are told in words; the timeline has them all. */
const NAMED = 5;

/** What one must know to read the timeline. */
export function timelineNotes(timeline: Omit<Timeline, 'notes'>): TimelineNote[] {
  const { subjects, counts, historyFrom, window, from } = timeline;
  const notes: TimelineNote[] = [];
  for (const { asked, arns } of subjects.principals) {
    if (arns.length === 0) notes.push({ kind: 'matched', what: `No event matches ${asked}` });
    else if (arns.some((arn) => arn !== asked)) {
      const more = arns.length > NAMED ? ` and ${arns.length - NAMED} more` : '';
      notes.push({ kind: 'matched', what: `${asked} stands for ${arns.slice(0, NAMED).join(', ')}${more}` });
    }
  }
  if (counts.events === 0) {
    const place = window.from === null && window.to === null ? 'in the logs' : 'in the window';
    const earlier = counts.before === 0 ? '' : `; ${counts.before} records lie before it`;
    notes.push({
      kind: 'nothing',
      what: `No event ${place} matches what was asked for${earlier}. That does not prove that nothing was done: data events, such as GetObject, are logged only where a trail selects them, and events that other accounts, regions or days have are not in these logs`,
    });
  } else if (historyFrom !== null && from !== null) {
    const days = Math.floor((Date.parse(from) - Date.parse(historyFrom)) / DAY);
    notes.push({
      kind: 'history',
      what:
        counts.before === 0
          ? `History begins with the first event, ${historyFrom}: what was usual before that is not known. In the first hour no call is marked as new`
          : `History begins at ${historyFrom}, ${days === 0 ? 'less than a day' : `${days} day${days === 1 ? '' : 's'}`} before the first event of the window`,
    });
  }
  return notes;
}
