import { Problem } from '@firebreak/problem';

/** The family of what can go wrong with saved queries and the engines that run them. */
export abstract class AthenaProblem extends Problem {}

/** Thrown when a saved query's header or text breaks the format. Its place is `file:line:column`. */
export class SavedQueryMalformed extends AthenaProblem {}

/** Thrown when the folder of saved queries, or a file in it, cannot be read. */
export class SavedQueryUnreadable extends AthenaProblem {}

/** Thrown when a parameter of a query is missing, unknown, or not of its type. The query did not run. */
export class ParameterInvalid extends AthenaProblem {
  /** The parameter's name, as the header or the caller wrote it. */
  readonly parameter: string;

  constructor(message: string, details: { parameter: string; remedy: string; where?: string }) {
    super(message, details);
    this.parameter = details.parameter;
  }
}

/** Thrown when log records cannot be written to the private folder that a local engine reads. */
export class SpoolFailed extends AthenaProblem {}

/** Thrown when an engine cannot be opened, or refuses or gives up a query. Its cause is the engine's own error. */
export class QueryFailed extends AthenaProblem {}
