import { LONGEST_DELIVERY } from './log-file-shape.ts';

/** What one thread takes: DuckDB reads into a buffer of twice the longest file, and takes as much to work with. */
const THREAD_BYTES = 4 * LONGEST_DELIVERY;
const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];

/**
 * The threads that find room in a limit of memory, at least one. With more, DuckDB gives up for want of memory however
 * little it reads.
 *
 * @param limit As DuckDB writes it, `381.4 MiB`.
 */
export function threadsWithin(limit: string, cores: number): number {
  const [amount, unit = ''] = limit.split(' ');
  const bytes = Number(amount) * 1_024 ** UNITS.indexOf(unit);
  return Math.max(1, Math.min(cores, Math.floor(bytes / THREAD_BYTES)));
}
