import type { LogFile, TimelineNote } from '@firebreak/cloudtrail';

/** As many accounts and regions are told one by one. */
const TOLD = 6;

/** What the paths of the files say that was read. */
export function coverageNote(files: readonly LogFile[]): TimelineNote {
  const days = valuesOf(files.map(({ day }) => day));
  const parts = [
    days.length === 0 ? '' : `of the days ${days[0]} to ${days.at(-1)}`,
    listed('account', valuesOf(files.map(({ account }) => account))),
    listed('region', valuesOf(files.map(({ region }) => region))),
  ].filter(Boolean);
  const count = `${files.length} file${files.length === 1 ? ' was' : 's were'} read`;
  return {
    kind: 'logs',
    what: parts.length === 0 ? count : `By their paths, ${count} ${parts.join(', ')}`,
  };
}

function valuesOf(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))].sort();
}

function listed(name: string, values: readonly string[]): string {
  if (values.length === 0) return '';
  if (values.length > TOLD) return `${values.length} ${name}s`;
  return `${name}${values.length === 1 ? '' : 's'} ${values.join(', ')}`;
}
