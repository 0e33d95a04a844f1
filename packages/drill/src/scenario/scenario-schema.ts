import { z } from 'zod';
import { OPERATIONS, operationKey } from '../operations/catalogue.ts';

const text = z.string().min(1);
const accessKeyId = z
  .string()
  .regex(/^A[SK]IA[A-Z2-7]{16}$/, { error: 'an access key id has 20 characters' });
const address = z.union([z.ipv4(), z.ipv6()], { error: 'not an IP address' });
const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'use small letters, digits and hyphens' });

const move = z.strictObject({
  id: slug,
  /** `start`: once, when the responder begins. `contained`: after a containment is in place. */
  when: z.enum(['start', 'contained']),
  /** Which of the intruder's credentials signs. */
  with: slug,
  call: z.enum(OPERATIONS.map(operationKey), {
    error: ({ input }) => `the simulated organisation does not answer ${String(input)}`,
  }),
  /** The SDK's input shape (PascalCase). */
  input: z.record(z.string(), z.json()).default({}),
  /** Whether a `contained` move is made after each containment, instead of after the first alone. */
  repeat: z.boolean().default(false),
});

/** What `scenario.yaml` holds. Times are UTC. */
export const SCENARIO = z
  .strictObject({
    /** Version of this format. */
    scenario: z.literal(1),
    /** The name of the scenario's folder. */
    id: slug,
    title: text,
    /** What happened, in plain words, without giving the answer away. */
    story: text,
    /** When the responder begins. */
    now: z.iso.datetime(),
    responder: z.strictObject({ accessKeyId, sourceIp: address, region: text }),
    intruder: z.strictObject({
      sourceIp: address,
      region: text,
      credentials: z.record(slug, accessKeyId),
      moves: z.array(move),
    }),
  })
  .superRefine(({ intruder: { credentials, moves } }, context) => {
    const seen = new Set<string>();
    for (const [at, { id, with: name }] of moves.entries()) {
      const fail = (message: string, field: string) =>
        context.addIssue({ code: 'custom', message, path: ['intruder', 'moves', at, field] });
      if (credentials[name] === undefined) fail(`the intruder has no credentials "${name}"`, 'with');
      if (seen.has(id)) fail(`there is another move "${id}"`, 'id');
      seen.add(id);
    }
  });

export type ScenarioFile = z.output<typeof SCENARIO>;
/** One call that the intruder is going to make. */
export type PlannedMove = ScenarioFile['intruder']['moves'][number];
