import { CONFIG_SCHEMA } from '../packages/aws/src/config/config-schema.ts';
import {
  ADVICE_RECORD_SCHEMA,
  PERSISTENCE_SCHEMA,
  READY_POLICIES_SCHEMA,
} from '../packages/containment/src/index.ts';
import { scenarioJsonSchemas } from '../packages/drill/src/index.ts';
import { FENCES, frontMatter } from '../packages/runbook/src/index.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** The texts of the files in `schema/`, by path. They are what editors complete and check YAML and JSON with. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const scenario = scenarioJsonSchemas();
  const steps = Object.values(FENCES).map((fence) => {
    const { $schema: _, ...schema } = fence.toJSONSchema({ io: 'input' }) as JsonObject;
    return schema;
  });
  return new Map([
    [
      'schema/firebreak.schema.json',
      schemaText('firebreak.yaml', CONFIG_SCHEMA.toJSONSchema({ io: 'input' })),
    ],
    ['schema/scenario.schema.json', schemaText('scenario.yaml of a drill', scenario['scenario.yaml'])],
    [
      'schema/organisation.schema.json',
      schemaText('organisation.yaml of a drill', scenario['organisation.yaml']),
    ],
    [
      'schema/runbook-head.schema.json',
      schemaText('The head of a runbook', frontMatter.toJSONSchema({ io: 'input' })),
    ],
    ['schema/runbook-step.schema.json', schemaText('A yaml step fence of a runbook', { anyOf: steps })],
    ['schema/advice-record.schema.json', schemaText('Advice on one credential type', ADVICE_RECORD_SCHEMA)],
    ['schema/advice-checks.schema.json', schemaText('Ways back in, and their queries', PERSISTENCE_SCHEMA)],
    ['schema/ready-policies.schema.json', schemaText('The ready policies', READY_POLICIES_SCHEMA)],
  ]);
}

/**
 * The YAML language server reads draft 7. Of what zod writes, only the name of the draft and of the place for
 * definitions differ from it.
 */
function schemaText(title: string, schema: object): string {
  const { $schema: _, $defs, ...rest } = schema as JsonObject;
  const definitions = $defs === undefined ? {} : { definitions: $defs };
  const draft7 = { $schema: 'http://json-schema.org/draft-07/schema#', title, ...rest, ...definitions };
  return `${JSON.stringify(draft7, null, 2).replaceAll('"#/$defs/', '"#/definitions/')}\n`;
}
