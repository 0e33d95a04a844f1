/** What a {@link Problem} says besides its message. */
export interface ProblemDetails {
  /** What the reader can do about it, as one imperative sentence. */
  readonly remedy: string;
  /** The place that the problem is about, such as `finding.json:3:14`. */
  readonly where?: string;
  readonly cause?: unknown;
}

/**
 * The root of every error that firebreak throws on purpose: what went wrong, where, and how to mend it.
 * Each package has one family below it. Anything else that is thrown is a defect in firebreak.
 */
export abstract class Problem extends Error {
  readonly remedy: string;
  readonly where: string | undefined;

  constructor(message: string, { remedy, where, cause }: ProblemDetails) {
    super(message, { cause });
    this.name = new.target.name;
    this.remedy = remedy;
    this.where = where;
  }
}
