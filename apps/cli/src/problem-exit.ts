import {
  AthenaProblem,
  CacheBusy,
  CacheFailed,
  QueryFailed,
  SavedQueryMalformed,
  SetupFailed,
  SpoolFailed,
} from '@firebreak/athena';
import { ConfigInvalid, ConfigMissing } from '@firebreak/aws';
import { CloudTrailProblem } from '@firebreak/cloudtrail';
import { ScenarioInvalid, ScenarioUnknown } from '@firebreak/drill';
import { FindingProblem } from '@firebreak/guardduty';
import { IncidentLocked, IncidentMissing } from '@firebreak/incident';
import type { Problem } from '@firebreak/problem';
import { RunbookChanged, RunbookMalformed, RunbookMissing } from '@firebreak/runbook';
import { CliProblem, OutputFailed } from './errors.ts';
import { EXIT } from './exit-codes.ts';

type ProblemClass = abstract new (...args: never[]) => Problem;

/** Content with mistakes that a linter explains. */
const LINT: readonly ProblemClass[] = [ConfigInvalid, RunbookMalformed, SavedQueryMalformed, ScenarioInvalid];
/** What happened while working, not what was given. */
const FAILED: readonly ProblemClass[] = [
  CacheBusy,
  CacheFailed,
  OutputFailed,
  QueryFailed,
  SetupFailed,
  SpoolFailed,
];
/** Arguments and files that were given and cannot be used. */
const USAGE: readonly ProblemClass[] = [
  AthenaProblem,
  CliProblem,
  CloudTrailProblem,
  ConfigMissing,
  FindingProblem,
  IncidentLocked,
  IncidentMissing,
  RunbookChanged,
  RunbookMissing,
  ScenarioUnknown,
];

/** The exit code that a problem ends the process with. */
export function exitCodeOf(problem: Problem): number {
  const is = (classes: readonly ProblemClass[]) => classes.some((candidate) => problem instanceof candidate);
  if (is(LINT)) return EXIT.lint;
  if (is(FAILED)) return EXIT.failed;
  return is(USAGE) ? EXIT.usage : EXIT.failed;
}
