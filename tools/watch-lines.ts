/** What `watch-runbooks.ts` prints before and after it checks. */
export const BEGINS = 'Checking runbooks';
export const ENDS = 'Runbooks are checked';
