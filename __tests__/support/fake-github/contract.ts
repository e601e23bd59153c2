import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { z } from 'zod';
import { sample } from './sample.ts';

const schema = z.record(z.string(), z.unknown());
const description = z.object({
  source: z.string(),
  operations: z.record(
    z.string(),
    z.object({
      method: z.string(),
      path: z.string(),
      parameters: z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean(), schema })),
      body: schema.nullable(),
      responses: z.record(z.string(), schema.nullable()),
    }),
  ),
});

type Operation = z.infer<typeof description>['operations'][string];

export interface Matched {
  readonly operationId: string;
  /** Of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

export interface RequestFacts {
  readonly method: string;
  /** Below the API's base path, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
}

/** GitHub's published description of the operations that the program uses: what judges requests, and the fake's own answers. */
export class Contract {
  readonly #operations: Readonly<Record<string, Operation>>;
  readonly #ajv = new Ajv({ strict: false, allErrors: true });
  readonly #validators = new Map<object, ValidateFunction>();

  constructor() {
    const file = join(import.meta.dirname, 'openapi.json');
    this.#operations = description.parse(JSON.parse(readFileSync(file, 'utf8'))).operations;
    formats.default(this.#ajv);
  }

  match(method: string, path: string): Matched | null {
    for (const [operationId, operation] of Object.entries(this.#operations)) {
      const parameters = operation.method === method ? fillIn(operation.path, path) : null;
      if (parameters !== null) {
        return { operationId, parameters };
      }
    }
    return null;
  }

  /** What is wrong with a request to a matched operation; empty when nothing is. */
  requestFaults({ operationId, parameters }: Matched, request: RequestFacts): readonly string[] {
    const operation = this.#operation(operationId);
    return [
      ...headerFaults(request),
      ...this.#parameterFaults(operation, 'path', parameters),
      ...this.#parameterFaults(operation, 'query', request.query),
      ...this.#bodyFaults(operation, request.body),
    ];
  }

  /** What is wrong with an answer of the fake: an answer that GitHub would never give proves nothing. */
  answerFaults(operationId: string, status: number, body: unknown): readonly string[] {
    const { responses } = this.#operation(operationId);
    const expected = responses[String(status)];
    // Outages, authentication and rate limits happen to every operation and are described in none.
    const everywhere = status >= 500 || [401, 403, 422, 429].includes(status);
    if (expected === undefined) {
      return everywhere ? [] : [`${operationId} never answers ${status}`];
    }
    return expected === null ? [] : this.#faults(expected, body, `answer ${status}`);
  }

  /** The least of a successful answer. */
  sampleOf(operationId: string): Readonly<Record<string, unknown>> {
    return sample(this.#operation(operationId).responses['200']) as Readonly<Record<string, unknown>>;
  }

  #operation(operationId: string): Operation {
    const operation = this.#operations[operationId];
    if (operation === undefined) {
      throw new Error(`no operation ${operationId}`);
    }
    return operation;
  }

  #parameterFaults(operation: Operation, place: string, values: Readonly<Record<string, string>>): readonly string[] {
    const known = operation.parameters.filter((parameter) => parameter.in === place);
    const unknown = Object.keys(values).filter((name) => !known.some((parameter) => parameter.name === name));
    return [
      ...unknown.map((name) => `${place} parameter ${name} is not part of the operation`),
      ...known.flatMap((parameter) => {
        const value = values[parameter.name];
        if (value === undefined) {
          return parameter.required ? [`${place} parameter ${parameter.name} is missing`] : [];
        }
        return this.#faults(parameter.schema, typed(value, parameter.schema), parameter.name);
      }),
    ];
  }

  #bodyFaults(operation: Operation, body: unknown): readonly string[] {
    if (operation.body === null) {
      return body === null ? [] : ['the operation takes no body'];
    }
    return this.#faults(operation.body, body, 'body');
  }

  #faults(against: object, value: unknown, name: string): readonly string[] {
    const validate = this.#validators.get(against) ?? this.#ajv.compile(forAjv(against));
    this.#validators.set(against, validate);
    return validate(value)
      ? []
      : (validate.errors ?? []).map((error) => `${name}${error.instancePath} ${error.message}`);
  }
}

/** Ajv knows `nullable` beside a type alone; OpenAPI 3.0 has it beside allOf too. */
function forAjv(schema: unknown): object {
  const change = (_key: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !('nullable' in value) || 'type' in value) return value;
    const { nullable, ...rest } = value;
    return nullable === true ? { anyOf: [{ type: 'null' }, rest] } : rest;
  };
  return JSON.parse(JSON.stringify(schema, change));
}

/** https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api: without a User-Agent there is no answer. */
function headerFaults({ headers, body }: RequestFacts): readonly string[] {
  const accept = String(headers['accept'] ?? '');
  return [
    ...(headers['user-agent'] === undefined ? ['no User-Agent'] : []),
    ...(accept.includes('application/vnd.github') ? [] : [`Accept is ${accept}`]),
    ...(body === null || String(headers['content-type'] ?? '').startsWith('application/json')
      ? []
      : ['body is not JSON']),
  ];
}

/** In a path and a query all values are text. */
function typed(value: string, schema: Readonly<Record<string, unknown>>): unknown {
  if (schema['type'] === 'boolean' && /^(true|false)$/.test(value)) return value === 'true';
  return schema['type'] === 'integer' && /^-?\d+$/.test(value) ? Number(value) : value;
}

function fillIn(template: string, path: string): Record<string, string> | null {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const match = new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`).exec(path);
  return match && Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]));
}
