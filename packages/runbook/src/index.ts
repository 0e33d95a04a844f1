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
