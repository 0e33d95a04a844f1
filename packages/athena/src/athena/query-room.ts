import type { AthenaCalls } from './athena-calls.ts';
import type { Pacing } from './pause.ts';
import type { Workgroup } from './workgroup.ts';

/** Everything about an engine that a run needs. */
export interface QueryRoom {
  readonly calls: AthenaCalls;
  readonly catalog: string;
  readonly database: string;
  readonly workgroup: Workgroup;
  readonly scanLimit: number | undefined;
  readonly reuseMinutes: number | undefined;
  readonly outputLocation: string | undefined;
  readonly partitionBytes: number | undefined;
  readonly usdATerabyte: number;
  readonly pacing: Pacing;
  readonly clock: () => Date;
  readonly runId: () => string;
}
