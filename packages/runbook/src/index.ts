export { type OpenRun, openRun } from './engine/open-run.ts';
export type { BoundSavedQuery, Logs, RunContext } from './engine/run-context.ts';
export { runRunbook } from './engine/run-runbook.ts';
export { type UndoRequest, type UndoResult, undoContainments } from './engine/undo-containments.ts';
export {
  LogsNotGiven,
  NotProven,
  RunbookChanged,
  RunbookMalformed,
  RunbookMissing,
  RunbookProblem,
  SampleFinding,
  ValueMissing,
} from './errors.ts';
export { frontMatter } from './format/front-matter.ts';
export { formatMessage, type LintMessage, type LintRule } from './format/lint-message.ts';
export { type LintedRunbook, lintRunbook } from './format/lint-runbook.ts';
export { readRunbook, runbookPaths, selectRunbook } from './format/read-runbooks.ts';
export { type Option, type Runbook, type Step, type StepKind, stepKind } from './format/runbook.ts';
export { FENCES, type FenceKind } from './format/step-fence.ts';
export type { NamedParameter, Vocabulary } from './format/vocabulary.ts';
export type {
  Answer,
  ApprovePrompt,
  AskPrompt,
  ByHandPrompt,
  DecidePrompt,
  FrontEnd,
  Progress,
  Prompt,
  PromptedStep,
  RunEnd,
} from './prompt.ts';
