import * as z from 'zod';
import { damaged, shown } from './damaged.ts';
import { repeatedKey } from './json-keys.ts';

/**
 * Decodes one JSON document of an image. `what` names it in messages, such as `its config`.
 *
 * Engines and Trivy are written in Go, whose decoder merges what a repeated key holds and takes `user` for `User`. A
 * document that plays with either means one thing to them and another to us, so it is refused.
 */
export function decodeJson<T>(bytes: Uint8Array, schema: z.ZodType<T>, what: string): T {
  const result = schema.safeParse(parse(bytes, what));
  if (!result.success) {
    const issue = result.error.issues[0];
    const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${shown(issue.path.join('.'))}`;
    throw damaged(`${what} is not of the expected form${place}: ${issue?.message ?? 'unknown reason'}`);
  }
  return result.data;
}

function parse(bytes: Uint8Array, what: string): unknown {
  const { text, value } = tryParse(bytes, what);
  const repeated = repeatedKey(text);
  if (repeated !== null) {
    throw damaged(`${what} holds the key ${shown(repeated)} twice`);
  }
  return value;
}

function tryParse(bytes: Uint8Array, what: string): { readonly text: string; readonly value: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    throw damaged(`${what} is not JSON`);
  }
}

/** An object schema that refuses keys which only differ in case, as Go folds it, from those it reads. Others are ignored. */
export function exact<T extends z.ZodRawShape>(shape: T) {
  const known = new Set(Object.keys(shape));
  const folded = new Set([...known].map(fold));
  return z
    .unknown()
    .superRefine((value, context) => {
      for (const key of Object.keys(value ?? {})) {
        if (!known.has(key) && folded.has(fold(key))) {
          context.addIssue({ code: 'custom', message: `the key ${shown(key)} is ambiguous` });
        }
      }
    })
    .pipe(z.object(shape));
}

function fold(key: string): string {
  return key.toUpperCase().toLowerCase();
}
