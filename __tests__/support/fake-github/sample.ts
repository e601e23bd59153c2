type Schema = Readonly<Record<string, unknown>>;

/** The least that a schema of the description allows: what an answer holds besides what a test is about. */
export function sample(schema: unknown): unknown {
  const { type, properties, required, nullable, enum: allowed, allOf, format } = schema as Schema;
  if (nullable === true) return null;
  if (Array.isArray(allOf)) return Object.assign({}, ...allOf.map((part) => sample(part)));
  if (Array.isArray(allowed)) return allowed[0];
  switch (type) {
    case 'object':
      return Object.fromEntries(
        ((required ?? []) as string[]).map((name) => [name, sample((properties as Schema)[name])]),
      );
    case 'array':
      return [];
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return false;
    default:
      return text(format);
  }
}

function text(format: unknown): string {
  if (format === 'uri') return 'https://api.github.com/x';
  if (format === 'date-time') return '2026-11-20T08:00:00Z';
  return format === 'email' ? 'octocat@github.com' : 'x';
}
