/** A frame without what differs between two runs: times, what is made from them, and spaces that do not show. */
export function masked(frame: string): string {
  return frame.replace(/\d{8}T\d{6}Z/g, 'YYYYMMDDTHHMMSSZ').replace(/(?<=10:0)\d:\d\d(?=Z)/g, 'm:ss');
}
