import * as z from 'zod';

const text = z.string().max(10_000);

const component = z.object({
  '@id': text.optional(),
  identifiers: z.object({ purl: text.optional() }).optional(),
});

/** Statements about more take turns that nobody can follow. */
const MOST = 1000;

const moment = z
  .string()
  .refine((value) => !Number.isNaN(Date.parse(value)), 'write a moment, such as 2026-01-31T12:00:00Z');

/** What is read of a statement (OpenVEX 0.2.0, "The VEX Statement"). */
const statement = z.object({
  vulnerability: z.object(
    { '@id': text.optional(), name: text.optional(), aliases: z.array(text).max(MOST).optional() },
    { error: 'write an object with a name, as OpenVEX 0.2.0 has it' },
  ),
  products: z.array(component.extend({ subcomponents: z.array(component).optional() })).optional(),
  status: z.enum(['not_affected', 'affected', 'fixed', 'under_investigation'], {
    error: 'write not_affected, affected, fixed or under_investigation',
  }),
  timestamp: moment.optional(),
  justification: text.optional(),
  impact_statement: text.optional(),
  status_notes: text.optional(),
});

export const openvexSchema = z.object({
  '@context': z.string().startsWith('https://openvex.dev/ns', 'this is no OpenVEX document'),
  timestamp: moment.optional(),
  statements: z.array(statement),
});

export type Statement = z.output<typeof statement>;
export type Component = z.output<typeof component>;
