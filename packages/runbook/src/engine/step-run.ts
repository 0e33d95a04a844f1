import { type Api, byHandApi } from '@firebreak/aws';
import { markdownCode } from '@firebreak/untrusted';
import { evaluate, templateExpression } from '../format/expression.ts';
import type { Step } from '../format/runbook.ts';
import type { Answer, Prompt, PromptedStep } from '../prompt.ts';
import type { RunContext } from './run-context.ts';

/** Thrown inside the engine when the responder leaves; the incident can be resumed. */
export class Stopped extends Error {}

/** Thrown inside the engine when the responder passes a step over. */
export class Skipped extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`Step is skipped: ${reason}`);
    this.reason = reason;
  }
}

type AnswerTo<K extends Answer['kind']> = Extract<Answer, { kind: K }>;

/** One step while it is walked through: the values it sees, and how it asks. */
export class StepRun {
  readonly step: Step;
  readonly context: RunContext;
  readonly api: Api;

  /** @param confirmed The account that the responder was seen to be signed in to; one set for a whole run. */
  constructor(step: Step, context: RunContext, confirmed: Set<string> = new Set()) {
    this.step = step;
    this.context = context;
    this.api = context.api === 'by-hand' ? this.#byHand(confirmed) : context.api;
  }

  get id(): string {
    return this.step.id;
  }

  get incidentId(): string {
    return this.context.incident.state.opened?.incident ?? '';
  }

  get byHand(): boolean {
    return this.context.api === 'by-hand';
  }

  /** What expressions see: the finding and every value so far. */
  get scope(): Record<string, unknown> {
    const { finding, incident } = this.context;
    return { finding: { ...finding, raw: undefined }, ...incident.state.variables };
  }

  /** The step as a front end shows it, with the values filled into its prose. */
  get prompted(): PromptedStep {
    const scope = this.scope;
    const prose = this.step.prose.replace(/\{\{(.*?)\}\}/gs, (_, text: string) =>
      shown(evaluate(text.trim(), scope)),
    );
    return { id: this.step.id, title: this.step.title, prose };
  }

  /** A template's value, or the text itself. */
  value(text: string, item?: unknown): unknown {
    const expression = templateExpression(text);
    return expression === undefined ? text : evaluate(expression, { ...this.scope, item });
  }

  /** Keeps values from a result, by the expressions of a `save`. */
  async save(expressions: Readonly<Record<string, string>> | undefined, result: unknown): Promise<void> {
    for (const [name, expression] of Object.entries(expressions ?? {})) {
      const value = evaluate(expression, { ...this.scope, result }) as never;
      await this.context.incident.record({ type: 'variable.set', step: this.id, name, value });
    }
  }

  /** Asks, and returns the answer when it is of a kind that fits. */
  async ask<K extends Answer['kind']>(prompt: Prompt, ...kinds: readonly K[]): Promise<AnswerTo<K>> {
    const { frontEnd, signal } = this.context;
    if (signal.aborted) throw new Stopped();
    const answer = await frontEnd.ask(prompt, signal);
    if (answer.kind === 'stop' || signal.aborted) throw new Stopped();
    if ((kinds as readonly string[]).includes(answer.kind)) return answer as AnswerTo<K>;
    if (answer.kind === 'skip') throw new Skipped(answer.reason);
    throw new TypeError(`Cannot use answer "${answer.kind}" to prompt "${prompt.kind}"`);
  }

  #byHand(confirmed: Set<string>): Api {
    return byHandApi(async (call, command, wants) => {
      const prompt: Prompt = { kind: 'by-hand', step: this.prompted, call, command, wants };
      const answer = await this.ask(prompt, 'ran');
      return answer.output;
    }, confirmed);
  }
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '*not known*';
  return markdownCode(typeof value === 'string' ? value : JSON.stringify(value));
}
