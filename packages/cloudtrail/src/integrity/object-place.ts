const PLACE = /(?:^|\/)(\d{12}\/CloudTrail[A-Za-z-]*\/[a-z0-9-]+\/\d{4}\/\d\d\/\d\d\/[^/]+)$/;
const ORGANISATION = /(?:^|\/)AWSLogs\/(o-[a-z0-9]+)\/\d{12}\//;
const LAYOUT = 'AWSLogs/';
/** `yyyymmddThhmmZ` in the name of a delivered file. */
const DELIVERED = /_(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z_[^/]*$/;

/**
 * The part of an object's key that a file keeps wherever its bucket was copied to:
 * `<account>/CloudTrail…/<region>/yyyy/mm/dd/<name>`. A key of another form stands for itself.
 */
export function placeInTrail(keyOrPath: string): string {
  return PLACE.exec(keyOrPath)?.[1] ?? keyOrPath;
}

/** Whether a file at this path can be the copy of the object with this key; what is above `AWSLogs/` is not known. */
export function liesWhere(path: string, key: string): boolean {
  if (placeInTrail(path) !== placeInTrail(key)) return false;
  const layout = path.lastIndexOf(LAYOUT);
  if (layout < 0) return true;
  const known = path.slice(layout);
  return key === known || key.endsWith(`/${known}`);
}

/** The organisation whose trail delivered it, where the path says so. */
export function organisationOf(path: string): string | undefined {
  return ORGANISATION.exec(path)?.[1];
}

/** When a log file was delivered, to the minute, in milliseconds since 1970, as its name says. */
export function deliveryTime(path: string): number | undefined {
  const name = DELIVERED.exec(path);
  if (name === null) return undefined;
  const [, year, month, day, hour, minute] = name;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
  return Number.isNaN(time) ? undefined : time;
}
