/** The time of a drill: it starts at a given moment and then runs as fast as the machine's clock does. */
export type VirtualClock = () => Date;

/**
 * Starts a virtual clock.
 *
 * @param start - where it starts
 * @param machine - the machine's clock; a clock that is set back does not turn the virtual time back
 */
export function startClock(start: Date, machine: () => Date): VirtualClock {
  const begun = machine().getTime();
  let latest = 0;
  return () => {
    latest = Math.max(latest, machine().getTime() - begun);
    return new Date(start.getTime() + latest);
  };
}
