export { Problem, type ProblemDetails } from './problem.ts';
