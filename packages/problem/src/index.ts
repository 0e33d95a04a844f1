export { closest } from './closest.ts';
export { jsonErrorPlace } from './json-place.ts';
export { Problem, type ProblemDetails } from './problem.ts';
