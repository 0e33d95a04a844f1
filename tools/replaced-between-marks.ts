const BEGIN = '<!-- Written by tools/write-tables.ts. -->';
const END = '<!-- End of what is written. -->';

/** A page with what stands between its marks replaced. */
export function replacedBetweenMarks(page: string, text: string): string {
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) throw new RangeError(`Cannot find "${BEGIN}" and "${END}" in the page`);
  return `${page.slice(0, before + BEGIN.length)}\n\n${text}\n\n${page.slice(after)}`;
}
