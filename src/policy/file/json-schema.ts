import * as z from 'zod';
import { policySchema } from './schema.ts';

/** Where editors find the schema of the major version that the action is used in. */
export const POLICY_SCHEMA_URL =
  'https://raw.githubusercontent.com/image-hardening-gate/image-hardening-gate/v0/schemas/policy-1.schema.json';

/** Names a rule for editors. */
export interface RuleWords {
  readonly id: string;
  readonly title: string;
}

/**
 * The published JSON Schema (draft 2020-12) of the policy file, for editors. It is the same source that reads the file;
 * what a schema cannot say (terms of waivers, one repository under two names) only the reader tells.
 */
export function policyJsonSchema(rules: readonly RuleWords[]): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(policySchema, { io: 'input' });
  const { properties = {} } = schema;
  const { rules: anyRule } = properties;
  const severity = typeof anyRule === 'object' ? anyRule.additionalProperties : undefined;
  return {
    $schema,
    title: 'Policy file of image-gate',
    ...schema,
    properties: {
      ...properties,
      rules: {
        type: 'object',
        description: typeof anyRule === 'object' ? anyRule.description : undefined,
        properties: Object.fromEntries(
          rules.map(({ id, title }) => [id, { ...(typeof severity === 'object' ? severity : {}), description: title }]),
        ),
        additionalProperties: false,
      },
    },
  };
}
