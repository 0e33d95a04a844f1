import { Problem } from '@firebreak/problem';

/** The family of what can go wrong with an incident's folder. */
export abstract class IncidentProblem extends Problem {}

/** Thrown when a journal's line is not whole, or its chain of hashes does not hold. */
export class JournalBroken extends IncidentProblem {}

/** Thrown when an evidence file is missing or is not the one that was stored. */
export class EvidenceChanged extends IncidentProblem {}

/** Thrown when the incident's folder cannot be made, or another firebreak is writing in it. */
export class IncidentLocked extends IncidentProblem {}

/** Thrown when there is no incident in the folder. */
export class IncidentMissing extends IncidentProblem {}

/** Thrown when a file of evidence cannot be written. Nothing of it stays. */
export class EvidenceUnwritable extends IncidentProblem {}

/** Thrown when an event cannot be written down. The journal ends with the line before. */
export class JournalUnwritable extends IncidentProblem {}
