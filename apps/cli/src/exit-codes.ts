/** What the process ends with; scripts rely on these. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  lint: 3,
  needsHuman: 4,
  notProven: 5,
  interrupted: 130,
} as const;
