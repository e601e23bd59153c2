import { UNKNOWN } from './build-step.ts';
import type { MatrixJob } from './matrix.ts';
import { mapOf, textOf } from './yaml-text.ts';

/** What expressions of a workflow can read that is written in the repository. */
export interface ExpressionScope {
  readonly env: ReadonlyMap<string, string>;
  readonly matrix: MatrixJob;
  /** `owner/name`; null where it is not known. */
  readonly repository: string | null;
}

/** Puts in what `${{ … }}` gives, UNKNOWN where only a run of the workflow knows. */
export function expand(text: string, scope: ExpressionScope): string {
  const plain = text.replace(/\$\{\{([^{}]{0,200})\}\}/g, (_, expression: string) => read(expression.trim(), scope));
  // A longer one, or one with braces of its own, is beyond reading.
  return plain.replaceAll('${{', UNKNOWN);
}

/** Environments of workflow, job and step, one over the other. */
export function withEnv(scope: ExpressionScope, env: unknown): ExpressionScope {
  const entries = Object.entries(mapOf(env)).map(([name, value]): [string, string] => [
    name,
    expand(textOf(value) ?? UNKNOWN, scope),
  ]);
  return { ...scope, env: new Map([...scope.env, ...entries]) };
}

function read(expression: string, { env, matrix, repository }: ExpressionScope): string {
  const [context = '', ...path] = expression.split('.');
  if (context === 'env' && path.length === 1) return env.get(path[0] ?? '') ?? UNKNOWN;
  if (context === 'matrix') {
    return textOf(path.reduce<unknown>((value, key) => mapOf(value)[key], matrix)) ?? UNKNOWN;
  }
  if (expression === 'github.repository') return repository ?? UNKNOWN;
  if (expression === 'github.repository_owner') return repository?.split('/')[0] ?? UNKNOWN;
  return UNKNOWN;
}
