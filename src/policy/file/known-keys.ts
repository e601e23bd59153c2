import * as z from 'zod';

/** Keys that the schema knows at a place; empty where any key may stand, or none. */
export function knownKeys(schema: z.core.$ZodType, path: readonly (string | number)[]): readonly string[] {
  const [step, ...rest] = path;
  if (schema instanceof z.ZodOptional) return knownKeys(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => knownKeys(option, path));
  if (schema instanceof z.ZodObject) {
    if (step === undefined) return Object.keys(schema.shape).filter((key) => key !== '$schema');
    const inner: unknown = Object.hasOwn(schema.shape, step) ? schema.shape[step] : undefined;
    return inner instanceof z.ZodType ? knownKeys(inner, rest) : [];
  }
  if (step === undefined) return schema instanceof z.ZodRecord ? enumerated(schema.keyType) : [];
  if (schema instanceof z.ZodRecord) return knownKeys(schema.valueType, rest);
  return schema instanceof z.ZodArray ? knownKeys(schema.element, rest) : [];
}

function enumerated(schema: z.core.$ZodType): readonly string[] {
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}
