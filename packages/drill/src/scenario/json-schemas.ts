import { z } from 'zod';
import { ORGANISATION } from '../organisation/organisation-schema.ts';
import { SCENARIO } from './scenario-schema.ts';

/** JSON Schemas by the name of the file that they describe, for completion in an editor. */
export function scenarioJsonSchemas(): Readonly<Record<'scenario.yaml' | 'organisation.yaml', object>> {
  return {
    'scenario.yaml': z.toJSONSchema(SCENARIO, { io: 'input', reused: 'ref' }),
    'organisation.yaml': z.toJSONSchema(ORGANISATION, { io: 'input', reused: 'ref' }),
  };
}
