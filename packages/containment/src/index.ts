export type { Plan, State } from './plan.ts';
