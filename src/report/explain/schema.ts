import * as z from 'zod';
import { BASE_SOURCES } from '../../model/base-chain.ts';

/** The name and version of the contract. A reader may meet fields it does not know, never one less. */
export const EXPLAIN_SCHEMA = 'image-gate/explain/1';

const text = z.string();
const maybe = text.nullable();
const line = z.int().min(1);

const place = z
  .object({ file: text.describe('POSIX path relative to the working directory'), line })
  .describe('The instruction that set it');

const known = z.boolean().describe('False: something that could not be seen may still change it');

function one<T extends z.ZodType>(value: T) {
  return z.object({
    value: value
      .nullable()
      .describe('As BuildKit computes it, with unresolved bases taken as empty; null: nothing sets it'),
    known,
    from: place
      .nullable()
      .describe('Null: the builder supplies it, an image without a Dockerfile has it, or nothing sets it'),
  });
}

const list = z.object({
  value: z.array(text),
  known,
  from: z.array(place.nullable()).describe('One for each entry of value'),
});

const config = z.object({
  user: one(text),
  exposedPorts: list.describe('Like 3000/tcp'),
  healthcheck: one(z.array(text)).describe('The test: NONE, CMD and words, or CMD-SHELL and a text'),
  entrypoint: one(z.array(text)),
  cmd: one(z.array(text)),
  env: list.describe('NAME=value; a credential is shown as NAME=***'),
  workingDir: one(text),
  labels: list.describe('key=value'),
  volumes: list,
  stopSignal: one(text),
  shell: one(z.array(text)),
});

const explained = z.object({
  schema: z.literal(EXPLAIN_SCHEMA),
  dockerfile: maybe.describe('Null for an image alone'),
  image: z.object({ reference: text, imageId: text }).nullable().describe('Null for a Dockerfile alone'),
  platform: text,
  target: maybe.describe('Name of the stage, else its number counted from 0'),
  stages: z.array(
    z.object({ name: maybe, from: text.describe('As written'), base: maybe.describe('With variables expanded'), line }),
  ),
  bases: z
    .array(
      z.object({
        ref: text,
        resolvedBy: z
          .enum(BASE_SOURCES)
          .describe('dockerfile: built in this repository; image: its config was read; none: not known'),
        dockerfile: maybe,
        reason: text.describe('Where it is known from, or why it is not known'),
        from: place,
      }),
    )
    .describe('The way down from the target stage, nearest first'),
  config,
});

const unexplained = z.object({
  schema: z.literal(EXPLAIN_SCHEMA),
  dockerfile: maybe,
  image: maybe,
  error: z.object({ line: line.nullable().describe('Null: it is not about a line'), message: text }),
});

/** One element of what `explain --format json` prints. */
export const explanationSchema = z.union([explained, unexplained]);

export type ExplanationJson = z.infer<typeof explanationSchema>;

/** The published JSON Schema (draft 2020-12). It allows unknown fields: new ones come without a new version. */
export function explainJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(z.union([explanationSchema, z.array(explanationSchema)]), {
    io: 'input',
  });
  const description = `Contract ${EXPLAIN_SCHEMA}: one explanation, or a list of them in the order asked`;
  return { $schema, title: 'image-gate explain --format json', description, ...schema };
}
