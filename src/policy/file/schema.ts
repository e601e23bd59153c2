import * as z from 'zod';
import { judging } from './schema/judging.ts';
import { subjects } from './schema/subjects.ts';
import { map } from './schema/values.ts';
import { waivers } from './schema/waivers.ts';

/** The policy file as YAML gives it. Every key that is not here is a mistake: a wrong name must not switch anything off. */
export const policySchema = z.strictObject(
  {
    // Editors of JSON name the schema in the file itself.
    $schema: z.string({ error: () => 'write the address of a schema' }).optional(),
    ...judging,
    ...subjects,
    ...waivers,
  },
  map('write a map, such as "profile: mcp"'),
);

export type DecodedPolicy = z.output<typeof policySchema>;
